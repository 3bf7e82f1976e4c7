import { app, BrowserWindow, dialog, globalShortcut, Menu, Notification, safeStorage, screen, Tray } from 'electron';
import { startCounter } from './start-counter.ts';

const shell = {
  app,
  menu: Menu,
  dialog,
  shortcuts: globalShortcut,
  vault: safeStorage,
  newWindow: (options: Electron.BrowserWindowConstructorOptions) => new BrowserWindow(options),
  newTray,
  workAreas: () => screen.getAllDisplays().map(({ workArea }) => workArea),
  notify: (title: string, body: string) => new Notification({ title, body }).show(),
};

// Kept for as long as the program runs: a tray that nobody holds is swept away with its icon.
let tray: Tray | undefined;
function newTray(picture: string): Tray {
  tray = new Tray(picture);
  return tray;
}

// Not awaited: Electron becomes ready only after this module has ended.
const log = (line: string) => console.error(line);
startCounter(shell, { argv: process.argv, platform: process.platform, log }).catch((error) => {
  console.error(error);
  app.exit(1);
});
