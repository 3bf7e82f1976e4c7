import { callable, comparePlaces, pauseOver } from './call-order.ts';
import { type Catalogue, queuesAt, type Service } from './catalogue.ts';
import { type Hall, isAtCounter, type Place, type Ticket } from './hall.ts';
import { lookUp } from './register.ts';

/** People who would be called before, and minutes of waiting as [lower, upper]; null while no counter calls for the queue. */
export type Outlook = {
  readonly ahead: number;
  readonly openCounters: number;
  readonly estimate: readonly [number, number] | null;
};

/** What somebody who takes a number now for this queue may expect (rules [E1]–[E4]). */
export function outlookFor(hall: Hall, catalogue: Catalogue, queueId: string, eligibleAt: number): Outlook {
  return outlookAt(hall, catalogue, queueId, newcomer(eligibleAt));
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

/** The outlook of every queue for somebody who takes a number now, by queue; each the same as `outlookFor` tells, in one look at the hall. */
export function outlooksFor(hall: Hall, catalogue: Catalogue, eligibleAt: number): ReadonlyMap<string, Outlook> {
  const load = loadBefore(hall, catalogue, newcomer(eligibleAt));
  return new Map(catalogue.queues.map(({ id }) => [id, outlookUnder(load, id)]));
}

function newcomer(eligibleAt: number): Place {
  // A newcomer's order would be the next one, so everyone of the same moment is in front.
  return { eligibleAt, order: Number.MAX_SAFE_INTEGER, behind: 0 };
}

function outlookAt(hall: Hall, catalogue: Catalogue, queueId: string, place: Place): Outlook {
  return outlookUnder(loadBefore(hall, catalogue, place), queueId);
}

/** What stands in front of a place: people and their minutes by queue, open counters with their queues and what is left at each. */
type Load = {
  readonly people: ReadonlyMap<string, number>;
  readonly minutes: ReadonlyMap<string, number>;
  readonly open: readonly { readonly queueIds: readonly string[]; readonly minutes: number }[];
  readonly resting: ReadonlySet<string>;
};

function loadBefore(hall: Hall, catalogue: Catalogue, place: Place): Load {
  const pauses = Object.values(hall.pauses);
  const resting = new Set(catalogue.queues.filter((queue) => pauseOver(pauses, queue.agencyId)).map(({ id }) => id));
  const medians = new Map(catalogue.services.map((service): [string, number] => [service.id, service.minutes]));
  const people = new Map<string, number>();
  const minutes = new Map<string, number>();
  for (const ticket of callable(hall, null)) {
    if (comparePlaces(ticket.place, place) >= 0) break;
    const { queueId, serviceId } = ticket;
    people.set(queueId, (people.get(queueId) ?? 0) + 1);
    if (!resting.has(queueId)) minutes.set(queueId, (minutes.get(queueId) ?? 0) + (medians.get(serviceId) ?? 0));
  }
  const open = catalogue.counters.flatMap((desk) => {
    const counter = hall.counters[desk.id];
    if (counter?.state !== 'open') return [];
    const present = counter.ticketId === null ? undefined : lookUp(hall.tickets, counter.ticketId);
    const left = present && isAtCounter(present) ? (medians.get(present.serviceId) ?? 0) : 0;
    const queueIds = queuesAt(catalogue, desk, counter).map((queue) => queue.id);
    return [{ queueIds, minutes: present?.state === 'serving' ? left / 2 : left }];
  });
  return { people, minutes, open, resting };
}

function outlookUnder({ people, minutes, open, resting }: Load, queueId: string): Outlook {
  const working = open.filter(({ queueIds }) => queueIds.includes(queueId));
  const competing = new Set(working.flatMap(({ queueIds }) => queueIds));
  let work = working.reduce((sum, counter) => sum + counter.minutes, 0);
  for (const id of competing) work += minutes.get(id) ?? 0;
  const calls = working.length > 0 && !resting.has(queueId);
  return {
    ahead: people.get(queueId) ?? 0,
    openCounters: working.length,
    estimate: calls ? range(work / working.length) : null,
  };
}

// Fiftieths instead of 0.7 / 5, which would round a whole number of minutes the wrong way.
function range(middle: number): readonly [number, number] {
  return [Math.floor((middle * 7) / 50) * 5, Math.max(5, Math.ceil((middle * 13) / 50) * 5)];
}
