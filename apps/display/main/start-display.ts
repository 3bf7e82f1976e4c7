import { systemClock } from '@antrean/client';
import { startStation } from '@antrean/station/electron';
import { display } from '../display.ts';
import { openWindow } from './open-window.ts';
import type { DisplayShell } from './shell.ts';

/** The display of a PC in Electron. In a hall nobody reads a box with a sentence; whoever supervises the program reads its log. */
export function startDisplay(shell: DisplayShell, argv: readonly string[], log: (line: string) => void): Promise<void> {
  // Nobody touches a TV, and the voice must be heard all the same. Chromium reads it before the program is ready.
  shell.app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  return startStation(shell, display, {
    argv,
    log,
    defaults: () => ({}),
    fail: () => {},
    show: ({ url, pulse }, { panel }, giveUp) =>
      openWindow(shell, { url, pulse, wanted: panel, clock: systemClock, giveUp, log }),
  });
}
