import { openHallWindow, type StationWindow, type WindowParts } from '@antrean/station/electron';
import type { KioskShell } from './shell.ts';

/** The kiosk's only window. */
export function openWindow(shell: KioskShell, parts: WindowParts): StationWindow {
  return openHallWindow(shell, { ...parts, show: (window) => window.show() });
}
