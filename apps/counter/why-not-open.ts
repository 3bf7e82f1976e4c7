import { whyNoPage } from '@antrean/station';
import type { CounterSettings } from './counter-flags.ts';

/** What whoever looks after this PC can do about a counter that does not start; null for a fault that is ours. */
export function whyNotOpen(error: unknown, { port }: CounterSettings): string | null {
  return whyNoPage(error, 'counter', port);
}
