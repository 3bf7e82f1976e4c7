import { powerCut, powerCutControl } from './power-cut.ts';
import type { Row } from './row.ts';
import { serverKill } from './server-kill.ts';
import { stationKill } from './station-kill.ts';

/** The fault matrix, as far as it is proved by running programs. */
export const rows: readonly Row[] = [serverKill, stationKill, powerCut, powerCutControl];
