import { runHeadless } from '@antrean/station';
import { counter } from './counter.ts';

// The counter of a PC that shows its screen in Chromium.
await runHeadless(counter);
