import { randomUUID } from 'node:crypto';
import { type Catalogue, type Hall, siteTime, wantsClosed, wantsOpen } from '@antrean/domain';
import type { Order, Store } from '@antrean/store';

type Due = Extract<Order, { readonly kind: 'open-day' | 'close-day' | 'tick' }>;

/**
 * What the calendar and the clock want done now, null when nothing. A clock behind the service day changes nothing (rule [D1]). A demonstration is open at any hour, by hand.
 */
export function dueNow(hall: Hall, catalogue: Catalogue, at: number, demo: boolean): Due | null {
  const now = siteTime(at, catalogue.site.timeZone);
  const { day } = hall;
  if (day?.state === 'open') {
    if (wantsClosed(catalogue.calendar, day, Object.values(hall.tickets), now)) return { kind: 'close-day' };
    return isTickDue(hall, at) ? { kind: 'tick' } : null;
  }
  if (day && now.date < day.serviceDay) return null;
  const openToday = day?.serviceDay === now.date;
  if (demo && !openToday) return { kind: 'open-day', serviceDay: now.date, by: 'hand' };
  if (!demo && !openToday && wantsOpen(catalogue.calendar, now))
    return { kind: 'open-day', serviceDay: now.date, by: 'calendar' };
  return null;
}

function isTickDue(hall: Hall, at: number): boolean {
  return (
    Object.values(hall.tickets).some((ticket) => ticket.state === 'parked' && ticket.until <= at) ||
    Object.values(hall.pauses).some(({ until }) => until !== null && until <= at)
  );
}

/** Gives what is due to the store until nothing is; refusals (somebody was quicker) and a store that is down wait for the next beat. */
export async function settle(store: Store, hall: () => Hall, at: () => number, demo: boolean): Promise<void> {
  // Closing yesterday and opening today are two steps; more than a few in a row would be a rule that never settles.
  for (let step = 0; step < 4; step += 1) {
    const order = dueNow(hall(), store.catalogue(), at(), demo);
    if (!order) return;
    const id = randomUUID();
    const given = await store.give({ id, at: at(), payloadHash: id, caller: { kind: 'system' }, order });
    if (!given.ok) return;
    // Listeners hear of a commit in the turn after its answer.
    await new Promise(setImmediate);
  }
}
