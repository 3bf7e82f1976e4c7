import { failingDisk, fullDisk } from './bad-disk.ts';
import { badNet, eventsOnlyControl, forgetfulControl } from './bad-net.ts';
import { damage } from './damage.ts';
import { flippedBit } from './flipped-bit.ts';
import { hang } from './hang.ts';
import { malformedInput } from './malformed-input.ts';
import { powerCut, powerCutControl } from './power-cut.ts';
import type { Row } from './row.ts';
import { serverKill } from './server-kill.ts';
import { reusedIdControl, stationKill } from './station-kill.ts';

/** The fault matrix, as far as it is proved by running programs; a control stands behind the row whose judge it tries. */
export const rows: readonly Row[] = [
  serverKill,
  stationKill,
  reusedIdControl,
  powerCut,
  powerCutControl,
  failingDisk,
  fullDisk,
  damage,
  flippedBit,
  hang,
  badNet,
  malformedInput,
  forgetfulControl,
  eventsOnlyControl,
];
