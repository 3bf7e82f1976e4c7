import { app, BrowserWindow, Menu, powerSaveBlocker, safeStorage, screen } from 'electron';
import { startDisplay } from './start-display.ts';

const shell = {
  app,
  menu: Menu,
  power: powerSaveBlocker,
  vault: safeStorage,
  panels: {
    getAllDisplays: () => screen.getAllDisplays(),
    getPrimaryDisplay: () => screen.getPrimaryDisplay(),
    // Electron tells its three changes apart by their type; here each of them only asks to look again.
    on: (event: 'display-added' | 'display-removed' | 'display-metrics-changed', listener: () => void) =>
      (screen as NodeJS.EventEmitter).on(event, listener),
  },
  newWindow: (options: Electron.BrowserWindowConstructorOptions) => new BrowserWindow(options),
};
// Not awaited: Electron becomes ready only after this module has ended.
startDisplay(shell, process.argv, (line) => console.error(line)).catch((error) => {
  console.error(error);
  app.exit(1);
});
