import { type Catalogue, dateAfter, hoursOn, siteTime } from '@antrean/domain';
import { every, inBackground, onLive } from './every.ts';
import type { AskedLease } from './journal/leases.ts';
import type { Copies } from './kept-copies.ts';
import type { KioskParts } from './station-parts.ts';
import { mayHaveWorked } from './take-number.ts';

/** Keeps numbers in reserve for the day the server goes away: for today, and for the next day that the mall is open. */
export type LeaseKeeper = {
  /** Numbers left today in the queue that has the fewest. */
  freeNumbers(): number;
  close(): void;
};

const lookEveryMs = 5_000;
/** After a refusal, which another kiosk's end or a new day may change. */
const refusedPauseMs = 300_000;
const horizonDays = 30;

export function keepLeases(parts: KioskParts, copies: Copies): LeaseKeeper {
  const { server, journal, clock, newId, log } = parts;
  const refusedAt = new Map<string, number>();
  let isAsking = false;
  let isClosed = false;

  const fetchLease = async ({ id, queueId, serviceDay }: AskedLease, size: number): Promise<boolean> => {
    const body = { journalId: journal.id, queueId, serviceDay, size };
    const answer = await server.commands.give('lease', {}, body, id);
    if (answer.ok) journal.leases.hold(answer.value);
    else if (mayHaveWorked(answer.error)) return false;
    else {
      journal.leases.end(id);
      refusedAt.set(`${serviceDay} ${queueId}`, clock.now());
    }
    return true;
  };

  const look = async (): Promise<void> => {
    const catalogue = copies.catalogue()?.catalogue;
    if (isAsking || isClosed || !catalogue || server.live.current().link.state !== 'live') return;
    isAsking = true;
    try {
      const { size, keepFree } = catalogue.rules.leases;
      const days = daysToServe(catalogue);
      if (days[0]) journal.leases.endBefore(days[0]);
      for (const left of journal.leases.asked()) if (!(await fetchLease(left, size))) return;
      for (const serviceDay of days) {
        const free = journal.leases.free(serviceDay);
        for (const { id: queueId } of catalogue.queues) {
          const rests = clock.now() - (refusedAt.get(`${serviceDay} ${queueId}`) ?? Number.NEGATIVE_INFINITY);
          if ((free.get(queueId) ?? 0) >= keepFree || rests < refusedPauseMs) continue;
          const lease = { id: newId(), queueId, serviceDay };
          journal.leases.ask(lease);
          if (isClosed || !(await fetchLease(lease, size))) return;
        }
      }
    } finally {
      isAsking = false;
    }
  };

  /** The day that is served now, and the next open one, whose numbers must be here before its morning. */
  const daysToServe = (catalogue: Catalogue): readonly string[] => {
    const time = copies.time.now();
    if (!time) return [];
    const today = siteTime(time.at, catalogue.site.timeZone).date;
    const isOpen = copies.hall()?.day?.serviceDay === today || hoursOn(catalogue.calendar, today) !== null;
    for (let days = 1; days <= horizonDays; days += 1) {
      const date = dateAfter(today, days);
      if (hoursOn(catalogue.calendar, date)) return isOpen ? [today, date] : [date];
    }
    return isOpen ? [today] : [];
  };

  const lookSoon = inBackground(log, look);
  const stops = [every(clock, lookEveryMs, lookSoon), onLive(server, lookSoon)];

  return {
    freeNumbers() {
      const day = copies.hall()?.day?.serviceDay;
      const left = day ? [...journal.leases.free(day).values()] : [];
      return left.length === 0 ? 0 : Math.min(...left);
    },
    close() {
      isClosed = true;
      for (const stop of stops) stop();
    },
  };
}
