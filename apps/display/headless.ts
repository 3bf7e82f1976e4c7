import { runHeadless } from '@antrean/station';
import { display } from './display.ts';

// The display of a PC that shows its screen in Chromium.
await runHeadless(display);
