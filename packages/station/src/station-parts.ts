import type { Clock, Station } from '@antrean/client';
import type { Printer, Raster } from '@antrean/printing';
import type { Journal } from './journal/journal.ts';
import type { MachineClocks } from './server-time.ts';

/** What a kiosk's station is made of; each part is opened and closed by whoever starts the station. */
export type KioskParts = {
  readonly server: Station;
  readonly journal: Journal;
  readonly printer: Printer;
  readonly clock: Clock;
  readonly machine: MachineClocks;
  readonly newId: () => string;
  /** How the mall calls this kiosk; small print on the slip. */
  readonly name: string;
  /** The mall's sign on each slip; null for none. */
  readonly logo: Raster | null;
  readonly version: string;
  readonly build: string;
  /** For whoever looks after the machine; never a number, never anything of a visitor. */
  readonly log: (line: string) => void;
};
