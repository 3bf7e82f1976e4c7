import type { Clock } from '@antrean/client';
import type { DisplayWindow, Panel, Panels } from './shell.ts';

type Parts = {
  readonly panels: Panels;
  /** Electron's id of the panel that was chosen; null for the desktop's first one. */
  readonly wanted: string | null;
  readonly clock: Clock;
  readonly log: (line: string) => void;
};

/** A window manager moves a window that leaves full screen in its own time. */
const settleMs = 2_000;
const tries = 5;

/** The panel that was chosen, null while it is not there. */
export function chosenPanel({ panels, wanted }: Pick<Parts, 'panels' | 'wanted'>): Panel | null {
  const all = panels.getAllDisplays();
  if (all.length === 0) return null;
  return wanted === null ? panels.getPrimaryDisplay() : (all.find(({ id }) => String(id) === wanted) ?? null);
}

/**
 * Keeps a window whole on its panel. While that is unplugged the window is hidden, because on any other panel somebody else's work or
 * another zone's calls would be behind it; it comes back with the panel. Gives back what shows it, from the first picture on.
 */
export function stayOnPanel(window: DisplayWindow, parts: Parts): () => void {
  const { panels, wanted, clock, log } = parts;
  let isDrawn = false;
  let at: string | null = null;
  let isMissing = false;
  let forget = () => {};

  const check = (panel: Panel, left: number) => {
    forget();
    forget = clock.after(settleMs, () => {
      if (isOn(window.getBounds(), panel.bounds)) return;
      if (left === 0) return log(`the system does not let the window move to panel ${panel.id}`);
      at = null;
      place(left - 1);
    });
  };
  const place = (left = tries) => {
    const panel = chosenPanel(parts);
    if (panel === null) {
      forget();
      if (!isMissing)
        log(`panel ${wanted ?? ''} is not there, and the window waits for it; there are: ${listed(panels)}`);
      isMissing = true;
      at = null;
      window.setKiosk(false);
      window.hide();
      return;
    }
    if (isMissing) log(`panel ${panel.id} is back`);
    isMissing = false;
    const now = JSON.stringify([panel.id, panel.bounds]);
    if (now !== at) {
      // Full screen holds a window where it is.
      window.setKiosk(false);
      window.setBounds(panel.bounds);
      check(panel, left);
    }
    at = now;
    if (!isDrawn) return;
    // Without taking the keyboard from whoever works on another panel.
    window.showInactive();
    window.setKiosk(true);
  };

  log(`panels: ${listed(panels)}`);
  for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
    panels.on(change, () => place());
  place();
  return () => {
    isDrawn = true;
    place();
  };
}

function isOn(window: Panel['bounds'], { x, y, width, height }: Panel['bounds']): boolean {
  const [middle, centre] = [window.x + window.width / 2, window.y + window.height / 2];
  return middle >= x && middle < x + width && centre >= y && centre < y + height;
}

function listed(panels: Panels): string {
  const all = panels.getAllDisplays();
  if (all.length === 0) return 'none';
  return all
    .map(({ id, label, bounds }) => `${id} (${label || 'no name'}, ${bounds.width} × ${bounds.height})`)
    .join(', ');
}
