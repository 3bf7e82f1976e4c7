import { runHeadless } from '@antrean/station';
import { kiosk } from './kiosk.ts';

// The kiosk of a PC that shows its screen in Chromium's kiosk mode.
await runHeadless(kiosk);
