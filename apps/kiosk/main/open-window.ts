import type { BrowserWindowConstructorOptions } from 'electron';
import { keepAlive, type WindowParts } from './keep-alive.ts';
import type { Going, KioskContents, KioskWindow, Refusable, Shell } from './shell.ts';

/** The kiosk's only window: full screen, on one page, with no way to any other and no power beyond that of a browser's page. */
export function openWindow(shell: Shell, parts: WindowParts): KioskWindow {
  const window = shell.newWindow(windowOptions(shell.app.isPackaged));
  const contents = window.webContents;
  let isEnding = false;
  shell.app.on('before-quit', () => {
    isEnding = true;
  });
  // Alt+F4 is on every keyboard; only whoever may stop the program may close its window.
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault();
  });
  window.on('ready-to-show', () => window.show());
  stayOn(contents, new URL(parts.url).origin);
  grantNothing(contents);
  keepAlive(window, parts);
  shell.power.start('prevent-display-sleep');
  return window;
}

function windowOptions(isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    kiosk: true,
    show: false,
    // The page's own paper: a slow start or a crash must not flash white in a hall.
    backgroundColor: '#f7f5f0',
    autoHideMenuBar: true,
    title: 'Antrean',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: !isPackaged,
    },
  };
}

function stayOn(contents: KioskContents, origin: string): void {
  const refuseForeign = (going: Going) => {
    if (URL.parse(going.url)?.origin !== origin) going.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function grantNothing(contents: KioskContents): void {
  const refuse = (event: Refusable) => event.preventDefault();
  contents.on('will-attach-webview', refuse);
  contents.on('context-menu', refuse);
  contents.session.on('will-download', refuse);
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
}
