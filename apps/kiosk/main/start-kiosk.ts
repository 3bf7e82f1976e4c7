import path from 'node:path';
import { systemClock } from '@antrean/client';
import { startStation } from '@antrean/station/electron';
import { kiosk } from '../kiosk.ts';
import { openWindow } from './open-window.ts';
import type { KioskShell } from './shell.ts';

/** The kiosk of a PC in Electron. In a hall nobody reads a box with a sentence; whoever supervises the program reads its log. */
export function startKiosk(shell: KioskShell, argv: readonly string[], log: (line: string) => void): Promise<void> {
  return startStation(shell, kiosk, {
    argv,
    log,
    defaults: (folder) => ({ ANTREAN_DATA: path.join(folder, 'kiosk') }),
    fail: () => {},
    show({ url }, _settings, giveUp) {
      const window = openWindow(shell, { url, clock: systemClock, giveUp, log });
      return () => window.show();
    },
  });
}
