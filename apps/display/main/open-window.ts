import type { Pulse } from '@antrean/station';
import { endSilentPage, openHallWindow, type WindowParts } from '@antrean/station/electron';
import type { DisplayShell } from './shell.ts';
import { chosenPanel, stayOnPanel } from './stay-on-panel.ts';

type Parts = WindowParts & {
  readonly pulse: Pulse;
  /** Electron's id of the panel that was chosen; null for the desktop's first one. */
  readonly wanted: string | null;
};

/** The display's only window, whole on its panel; gives back what shows it again. */
export function openWindow(shell: DisplayShell, parts: Parts): () => void {
  const { panels } = shell;
  const { pulse, wanted, clock, log } = parts;
  let show = () => {};
  const window = openHallWindow(shell, {
    ...parts,
    own: {
      // Full screen comes once there is a picture, and where the panel is.
      kiosk: false,
      frame: false,
      ...chosenPanel({ panels, wanted })?.bounds,
      // Behind another window, or unplugged, a page still has to speak and to tell that it lives.
      webPreferences: { backgroundThrottling: false },
    },
    show: () => show(),
  });
  show = stayOnPanel(window, { panels, wanted, clock, log });
  shell.app.on('before-quit', endSilentPage(window.webContents, pulse, clock));
  return show;
}
