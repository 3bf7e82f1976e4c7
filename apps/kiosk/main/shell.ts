import type { HallShell, StationShell } from '@antrean/station/electron';

/** The slice of Electron that a kiosk uses. */
export type KioskShell = StationShell & Pick<HallShell, 'power'>;
