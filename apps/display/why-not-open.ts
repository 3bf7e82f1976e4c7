import { whyNoPage } from '@antrean/station';
import type { DisplaySettings } from './display-flags.ts';

/** What whoever looks after this PC can do about a display that does not start; null for a fault that is ours. */
export function whyNotOpen(error: unknown, { port }: DisplaySettings): string | null {
  return whyNoPage(error, 'display', port);
}
