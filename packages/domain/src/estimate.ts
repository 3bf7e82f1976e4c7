import { callable, comparePlaces, pauseOver } from './call-order.ts';
import { type Catalogue, queuesAt, type Service } from './catalogue.ts';
import { type Hall, isAtCounter, type Place, type Ticket } from './hall.ts';

/** People who would be called before, and minutes of waiting as [lower, upper]; null while no counter calls for the queue. */
export type Outlook = {
  readonly ahead: number;
  readonly openCounters: number;
  readonly estimate: readonly [number, number] | null;
};

/** What somebody who takes a number now for this queue may expect (rules [E1]–[E4]). */
export function outlookFor(hall: Hall, catalogue: Catalogue, queueId: string, eligibleAt: number): Outlook {
  // A newcomer's order would be the next one, so everyone of the same moment is in front.
  return outlookAt(hall, catalogue, queueId, { eligibleAt, order: Number.MAX_SAFE_INTEGER, behind: 0 });
}

/** The same for a ticket that waits already: who stands in front of its own place (rule [E5]). */
export function outlookOf(hall: Hall, catalogue: Catalogue, ticket: Ticket): Outlook {
  return outlookAt(hall, catalogue, ticket.queueId, ticket.place);
}

/** The promise for each service of a visit that starts now, each leg as if it were the only one. */
export function estimatesFor(
  hall: Hall,
  catalogue: Catalogue,
  services: readonly Service[],
  eligibleAt: number,
): readonly (readonly [number, number] | null)[] {
  return services.map((service) => outlookFor(hall, catalogue, service.queueId, eligibleAt).estimate);
}

function outlookAt(hall: Hall, catalogue: Catalogue, queueId: string, place: Place): Outlook {
  const pauses = Object.values(hall.pauses);
  const resting = new Set(catalogue.queues.filter((queue) => pauseOver(pauses, queue.agencyId)).map(({ id }) => id));
  const open = catalogue.counters.flatMap((desk) => {
    const counter = hall.counters[desk.id];
    if (counter?.state !== 'open') return [];
    const queueIds = queuesAt(catalogue, desk, counter.track).map((queue) => queue.id);
    return queueIds.includes(queueId) ? [{ counter, queueIds }] : [];
  });
  const competing = new Set([queueId, ...open.flatMap(({ queueIds }) => queueIds)]);
  const minutes = new Map(catalogue.services.map((service): [string, number] => [service.id, service.minutes]));
  let ahead = 0;
  let work = 0;
  for (const ticket of callable(hall, [...competing])) {
    if (comparePlaces(ticket.place, place) >= 0) break;
    if (ticket.queueId === queueId) ahead += 1;
    if (!resting.has(ticket.queueId)) work += minutes.get(ticket.serviceId) ?? 0;
  }
  for (const { counter } of open) {
    const present = counter.ticketId === null ? undefined : hall.tickets[counter.ticketId];
    if (!present || !isAtCounter(present)) continue;
    work += (minutes.get(present.serviceId) ?? 0) / (present.state === 'serving' ? 2 : 1);
  }
  const calls = open.length > 0 && !resting.has(queueId);
  return { ahead, openCounters: open.length, estimate: calls ? range(work / open.length) : null };
}

// Fiftieths instead of 0.7 / 5, which would round a whole number of minutes the wrong way.
function range(middle: number): readonly [number, number] {
  return [Math.floor((middle * 7) / 50) * 5, Math.max(5, Math.ceil((middle * 13) / 50) * 5)];
}
