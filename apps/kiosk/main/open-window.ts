import {
  guardPage,
  keepAlive,
  pagePreferences,
  paper,
  type StationWindow,
  type WindowParts,
} from '@antrean/station/electron';
import type { KioskShell } from './shell.ts';

/** The kiosk's only window: full screen, on one page, with no way to any other and no power beyond that of a browser's page. */
export function openWindow(shell: KioskShell, parts: WindowParts): StationWindow {
  const window = shell.newWindow({
    kiosk: true,
    show: false,
    backgroundColor: paper,
    autoHideMenuBar: true,
    title: 'Antrean',
    webPreferences: pagePreferences(shell.app.isPackaged),
  });
  let isEnding = false;
  shell.app.on('before-quit', () => {
    isEnding = true;
  });
  // Alt+F4 is on every keyboard; only whoever may stop the program may close its window.
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault();
  });
  window.on('ready-to-show', () => window.show());
  guardPage(window.webContents, parts.url);
  keepAlive(window, parts);
  shell.power.start('prevent-display-sleep');
  return window;
}
