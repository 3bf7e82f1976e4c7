import type { Clock } from '@antrean/client';
import type { Pulse } from '../pulse.ts';
import type { StationContents } from './station-shell.ts';

/** Six beats of the page: far more than a busy start takes. */
const silentMs = 30_000;

/**
 * Ends a page that has not told for half a minute that it lives, so that it is loaded anew. Chromium calls a page unresponsive only
 * when somebody touches it, and nobody touches a TV. Gives back how to stop, for a program that ends.
 */
export function endSilentPage(contents: StationContents, pulse: Pulse, clock: Clock): () => void {
  let forget = () => {};
  const wait = () => {
    forget();
    forget = clock.after(silentMs, () => contents.forcefullyCrashRenderer());
  };
  contents.on('did-finish-load', wait);
  contents.on('render-process-gone', () => forget());
  const stop = pulse.subscribe(wait);
  return () => {
    stop();
    forget();
  };
}
