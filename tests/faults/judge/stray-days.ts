import type { Written } from './events-in.ts';

/** Service days that go back or open twice, and times that run backwards in the log (I10). */
export function strayDays(events: readonly Written[]): readonly string[] {
  const found: string[] = [];
  let day = '';
  let at = 0;
  for (const event of events) {
    if (event.at < at) found.push(`[I10] event ${event.seq} is older than the one before`);
    at = Math.max(at, event.at);
    if (event.type !== 'day.opened') continue;
    if (event.serviceDay <= day) found.push(`[I10] ${event.serviceDay} was opened after ${day}`);
    day = event.serviceDay;
  }
  return found;
}
