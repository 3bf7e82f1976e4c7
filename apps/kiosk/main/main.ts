import { app, BrowserWindow, Menu, powerSaveBlocker, safeStorage } from 'electron';
import { startKiosk } from './start-kiosk.ts';

const shell = {
  app,
  menu: Menu,
  power: powerSaveBlocker,
  vault: safeStorage,
  newWindow: (options: Electron.BrowserWindowConstructorOptions) => new BrowserWindow(options),
};
// Not awaited: Electron becomes ready only after this module has ended.
startKiosk(shell, process.argv, (line) => console.error(line)).catch((error) => {
  console.error(error);
  app.exit(1);
});
