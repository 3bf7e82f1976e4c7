import type { StationProgram } from '@antrean/station';
import { type CounterSettings, readFlags, usage } from './counter-flags.ts';
import { type OpenCounter, openCounter } from './open-counter.ts';
import { whyNotOpen } from './why-not-open.ts';

/** The counter's station as it is started. */
export const counter: StationProgram<CounterSettings, OpenCounter> = {
  name: 'counter',
  usage,
  readFlags,
  open: openCounter,
  whyNotOpen,
};
