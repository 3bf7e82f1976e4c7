import { randomUUID } from 'node:crypto';
import {
  breakAt,
  type Catalogue,
  type Hall,
  listOf,
  pauseReasons,
  type SiteTime,
  siteTime,
  wantsClosed,
  wantsOpen,
} from '@antrean/domain';
import type { Order, Store } from '@antrean/store';

type Due = Extract<Order, { readonly kind: 'open-day' | 'close-day' | 'tick' | 'start-pause' }>;

export type Moment = {
  readonly at: number;
  /** The machine's clock is not believed now. */
  readonly isSuspect: boolean;
  readonly demo: boolean;
  readonly begun: string | null;
};

/**
 * What the calendar and the clock want done now, null when nothing. A clock behind the service day changes nothing (rule [D1]); one that is
 * suspect ends pauses and brings parked tickets back, but neither closes a day nor opens one (rule [D1]). A demonstration is open at any
 * hour, by hand. `begun` names the last break that was begun, so that a supervisor who ends it early is not overruled.
 */
export function dueNow(hall: Hall, catalogue: Catalogue, { at, isSuspect, demo, begun }: Moment): Due | null {
  const now = siteTime(at, catalogue.site.timeZone);
  const { day } = hall;
  // Also after closing: whoever is still served may be parked, and a pause must end for them.
  if (day && isTickDue(hall, at)) return { kind: 'tick' };
  if (isSuspect) return null;
  if (day?.state === 'open') {
    if (wantsClosed(catalogue.calendar, day, listOf(hall.tickets), now)) return { kind: 'close-day' };
    return day.by === 'calendar' && day.serviceDay === now.date ? breakDue(hall, catalogue, at, now, begun) : null;
  }
  if (day && now.date < day.serviceDay) return null;
  const wasOpenToday = day?.serviceDay === now.date;
  if (demo && !wasOpenToday) return { kind: 'open-day', serviceDay: now.date, by: 'hand' };
  if (!demo && !wasOpenToday && wantsOpen(catalogue.calendar, now))
    return { kind: 'open-day', serviceDay: now.date, by: 'calendar' };
  return null;
}

/** The break of this moment by name, null when there is none. */
export function breakName(catalogue: Catalogue, at: number): string | null {
  const now = siteTime(at, catalogue.site.timeZone);
  const running = breakAt(catalogue.calendar, now);
  return running && `${now.date} ${running.from}`;
}

// A break of the calendar, Friday prayer for one, stops the calls as well as the kiosks.
function breakDue(hall: Hall, catalogue: Catalogue, at: number, now: SiteTime, begun: string | null): Due | null {
  const running = breakAt(catalogue.calendar, now);
  const rests = Object.values(hall.pauses).some(({ agencyId }) => agencyId === null);
  if (!running || rests || begun === breakName(catalogue, at)) return null;
  const reason = pauseReasons.find((known) => known === running.reason) ?? 'other';
  const minuteAt = at - (at % 60_000);
  return { kind: 'start-pause', agencyId: null, reason, until: minuteAt + minutesFrom(now.time, running.to) * 60_000 };
}

function minutesFrom(time: string, later: string): number {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return minutes(later) - minutes(time);
}

function isTickDue(hall: Hall, at: number): boolean {
  return (
    listOf(hall.tickets).some((ticket) => ticket.state === 'parked' && ticket.until <= at) ||
    [...Object.values(hall.pauses), ...Object.values(hall.notices)].some(({ until }) => until !== null && until <= at)
  );
}

export type DayKeeper = {
  readonly store: Store;
  readonly hall: () => Hall;
  readonly at: () => number;
  readonly isClockSuspect: () => boolean;
  readonly demo: boolean;
};

/** Gives back what does all that is due; refusals (somebody was quicker) and a store that is down wait for the next time. */
export function keepServiceDay({ store, hall, at, isClockSuspect, demo }: DayKeeper): () => Promise<void> {
  let begun: string | null = null;
  return async () => {
    // Closing yesterday, opening today and beginning its break are three steps; many in a row would be a rule that never settles.
    for (let step = 0; step < 4; step += 1) {
      const order = dueNow(hall(), store.catalogue(), { at: at(), isSuspect: isClockSuspect(), demo, begun });
      if (!order) return;
      const id = randomUUID();
      const given = await store.give({ id, at: at(), payloadHash: id, caller: { kind: 'system' }, order });
      if (!given.ok) return;
      if (order.kind === 'start-pause') begun = breakName(store.catalogue(), at());
      // Listeners hear of a commit in the turn after its answer.
      await new Promise(setImmediate);
    }
  };
}
