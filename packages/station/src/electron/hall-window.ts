import type { BrowserWindowConstructorOptions, PowerSaveBlocker } from 'electron';
import { guardPage, pagePreferences, paper } from './guard-page.ts';
import { keepAlive, type WindowParts } from './keep-alive.ts';
import type { StationShell, StationWindow } from './station-shell.ts';

/** The slice of Electron that a station in the hall uses. */
export type HallShell<W extends StationWindow = StationWindow> = Pick<StationShell<W>, 'newWindow'> & {
  readonly app: Pick<StationShell['app'], 'isPackaged' | 'on'>;
  readonly power: Pick<PowerSaveBlocker, 'start'>;
};

export type HallParts<W> = WindowParts & {
  /** What differs from one station to another: where it opens. */
  readonly own?: BrowserWindowConstructorOptions;
  /** Shows the window, once there is something to see in it. */
  readonly show: (window: W) => void;
};

/** A window in the hall: full screen, awake, on one page, with no way to any other and no power beyond that of a browser's page. */
export function openHallWindow<W extends StationWindow>(shell: HallShell<W>, parts: HallParts<W>): W {
  const window = shell.newWindow({
    kiosk: true,
    show: false,
    backgroundColor: paper,
    autoHideMenuBar: true,
    title: 'Antrean',
    ...parts.own,
    webPreferences: { ...parts.own?.webPreferences, ...pagePreferences(shell.app.isPackaged) },
  });
  let isEnding = false;
  shell.app.on('before-quit', () => {
    isEnding = true;
  });
  // Alt+F4 is on every keyboard; only whoever may stop the program may close its window.
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault();
  });
  const show = () => parts.show(window);
  window.on('ready-to-show', show);
  guardPage(window.webContents, parts.url);
  keepAlive({ webContents: window.webContents, loadURL: (url) => window.loadURL(url), show }, parts);
  shell.power.start('prevent-display-sleep');
  return window;
}
