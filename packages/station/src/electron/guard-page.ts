import type { WebPreferences } from 'electron';
import type { Going, Refusable, StationContents } from './station-shell.ts';

/** What every station's page may: no more than a page of a browser. */
export function pagePreferences(isPackaged: boolean): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    devTools: !isPackaged,
  };
}

/** The page's own paper: a slow start or a crash must not flash white. */
export const paper = '#f7f5f0';

/** Keeps a window on the page of its own station, without a way to any other and without a power that a page could be granted. */
export function guardPage(contents: StationContents, url: string): void {
  stayOn(contents, new URL(url).origin);
  grantNothing(contents);
}

function stayOn(contents: StationContents, origin: string): void {
  const refuseForeign = (going: Going) => {
    if (URL.parse(going.url)?.origin !== origin) going.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function grantNothing(contents: StationContents): void {
  const refuse = (event: Refusable) => event.preventDefault();
  contents.on('will-attach-webview', refuse);
  contents.on('context-menu', refuse);
  contents.session.on('will-download', refuse);
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
}
