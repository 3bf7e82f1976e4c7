import { callable } from './call-order.ts';
import { type Catalogue, queuesAt, type Service } from './catalogue.ts';
import { type Hall, isAtCounter } from './hall.ts';

/** People who would be called before a newcomer, and minutes of waiting as [lower, upper]; null while no counter is open for it. */
export type Outlook = {
  readonly ahead: number;
  readonly openCounters: number;
  readonly estimate: readonly [number, number] | null;
};

/**
 * What somebody who takes a number now for this queue may expect (rules [E1]–[E4]).
 *
 * Work ahead = the median minutes of every ticket in front, in all queues that share this queue's open counters, and half the
 * minutes of whoever is being served there. Divided by those counters it is the middle; 0.7 and 1.3 of it, rounded outwards to five
 * minutes, are the promise.
 */
export function outlookFor(hall: Hall, catalogue: Catalogue, queueId: string, eligibleAt: number): Outlook {
  const open = catalogue.counters.flatMap((place) => {
    const counter = hall.counters[place.id];
    if (counter?.state !== 'open') return [];
    const queueIds = queuesAt(catalogue, place, counter.track).map((queue) => queue.id);
    return queueIds.includes(queueId) ? [{ counter, queueIds }] : [];
  });
  const competing = open.length > 0 ? [...new Set(open.flatMap(({ queueIds }) => queueIds))] : [queueId];
  const minutes = new Map(catalogue.services.map((service): [string, number] => [service.id, service.minutes]));
  let ahead = 0;
  let work = 0;
  for (const ticket of callable(hall, competing)) {
    if (ticket.place.eligibleAt > eligibleAt) continue;
    if (ticket.queueId === queueId) ahead += 1;
    work += minutes.get(ticket.serviceId) ?? 0;
  }
  for (const { counter } of open) {
    const served = counter.ticketId === null ? undefined : hall.tickets[counter.ticketId];
    if (served && isAtCounter(served)) work += (minutes.get(served.serviceId) ?? 0) / 2;
  }
  return { ahead, openCounters: open.length, estimate: open.length > 0 ? range(work / open.length) : null };
}

/** The promise for each service of a visit that starts now. */
export function estimatesFor(
  hall: Hall,
  catalogue: Catalogue,
  services: readonly Service[],
  eligibleAt: number,
): readonly (readonly [number, number] | null)[] {
  return services.map((service) => outlookFor(hall, catalogue, service.queueId, eligibleAt).estimate);
}

function range(middle: number): readonly [number, number] {
  return [Math.floor((middle * 0.7) / 5) * 5, Math.max(5, Math.ceil((middle * 1.3) / 5) * 5)];
}
