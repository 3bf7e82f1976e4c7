import { guardPage, keepAlive, pagePreferences, paper, type WindowParts } from '@antrean/station/electron';
import type { Memory } from './kept.ts';
import { placeOnScreen, smallest } from './place-on-screen.ts';
import type { CounterShell, CounterWindow } from './shell.ts';

type Parts = WindowParts & {
  readonly memory: Memory;
  /** The window was closed and the program goes on in the tray. */
  readonly onHidden: () => void;
};

/**
 * An ordinary window where it was last time. Closing it leaves the program in the tray, so that the shortcut still calls; Windows
 * itself is never held up when it ends.
 */
export function openWindow(shell: CounterShell, parts: Parts): CounterWindow {
  const { memory } = parts;
  const { place } = memory.read();
  const window = shell.newWindow({
    ...placeOnScreen(place, shell.workAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: paper,
    autoHideMenuBar: true,
    title: 'Antrean',
    // Hidden in the tray it still has to take a press within two seconds, and to hear the hall.
    webPreferences: { backgroundThrottling: false, ...pagePreferences(shell.app.isPackaged) },
  });
  let isEnding = false;
  const remember = () => {
    const { x, y, width, height } = window.getNormalBounds();
    memory.change({ place: { x, y, width, height, isMaximized: window.isMaximized() } });
  };
  const ending = () => {
    if (!isEnding) remember();
    isEnding = true;
  };
  shell.app.on('before-quit', ending);
  window.on('query-session-end', ending);
  window.on('session-end', ending);
  window.on('close', (event) => {
    if (isEnding) return;
    event.preventDefault();
    remember();
    window.hide();
    parts.onHidden();
  });
  window.on('ready-to-show', () => {
    if (place?.isMaximized) window.maximize();
    window.show();
  });
  guardPage(window.webContents, parts.url);
  keepAlive(window, parts);
  return window;
}

/** In front of everything, with the keyboard. */
export function bringUp(window: CounterWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
