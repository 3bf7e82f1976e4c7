import type { StationShell } from '@antrean/station/electron';
import type { PowerSaveBlocker } from 'electron';

/** The slice of Electron that a kiosk uses. */
export type KioskShell = StationShell & { readonly power: Pick<PowerSaveBlocker, 'start'> };
