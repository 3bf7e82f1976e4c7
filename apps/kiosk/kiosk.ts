import type { StationProgram } from '@antrean/station';
import { type KioskSettings, readFlags, usage } from './kiosk-flags.ts';
import { type OpenKiosk, openKiosk } from './open-kiosk.ts';
import { whyNotOpen } from './why-not-open.ts';

/** The kiosk's station as it is started. */
export const kiosk: StationProgram<KioskSettings, OpenKiosk> = {
  name: 'kiosk',
  usage,
  readFlags,
  open: openKiosk,
  whyNotOpen,
};
