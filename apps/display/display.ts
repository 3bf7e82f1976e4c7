import type { StationProgram } from '@antrean/station';
import { type DisplaySettings, readFlags, usage } from './display-flags.ts';
import { type OpenDisplay, openDisplay } from './open-display.ts';
import { whyNotOpen } from './why-not-open.ts';

/** The display's station as it is started. */
export const display: StationProgram<DisplaySettings, OpenDisplay> = {
  name: 'display',
  usage,
  readFlags,
  open: openDisplay,
  whyNotOpen,
};
