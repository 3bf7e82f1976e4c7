import { comparePlaces, pauseOver } from './call-order.ts';
import { type Catalogue, queuesAt, type Service } from './catalogue.ts';
import { type Hall, isAtCounter, isFree, type Place, type Ticket } from './hall.ts';
import { listOf, lookUp } from './register.ts';

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

/** The place of somebody who takes a number now. */
export function newcomer(eligibleAt: number): Place {
  // A newcomer's order would be the next one, so everyone of the same moment is in front.
  return { eligibleAt, order: Number.MAX_SAFE_INTEGER, behind: 0 };
}

function outlookAt(hall: Hall, catalogue: Catalogue, queueId: string, place: Place): Outlook {
  return outlookUnder(loadBefore(hall, catalogue, place), queueId);
}

/** What an outlook is reckoned from. */
export type Load = {
  /** Who stands in front in this queue, and their minutes. */
  front(queueId: string): Front;
  /** The open counters that work this queue. */
  working(queueId: string): readonly OpenCounter[];
  /** In a pause of its own or of the mall. */
  rests(queueId: string): boolean;
};

export type Front = { readonly people: number; readonly minutes: number };

/** The queues of an open counter, and the minutes left of whom it has. */
export type OpenCounter = { readonly queueIds: readonly string[]; readonly minutes: number };

const nobody: Front = { people: 0, minutes: 0 };

// Through the whole hall once, which serves all queues at a time; `LiveOutlook` looks at those of one promise only.
function loadBefore(hall: Hall, catalogue: Catalogue, place: Place): Load {
  const medians = mediansOf(catalogue);
  const tickets = listOf(hall.tickets);
  const busy = new Set(tickets.filter(isAtCounter).map(({ visitId }) => visitId));
  const fronts = new Map<string, Front>();
  for (const ticket of tickets) {
    if (!isFree(ticket) || busy.has(ticket.visitId) || comparePlaces(ticket.place, place) >= 0) continue;
    const { people, minutes } = fronts.get(ticket.queueId) ?? nobody;
    fronts.set(ticket.queueId, { people: people + 1, minutes: minutes + (medians.get(ticket.serviceId) ?? 0) });
  }
  const open = catalogue.counters.flatMap((desk) => {
    const counter = hall.counters[desk.id];
    if (counter?.state !== 'open') return [];
    const queueIds = queuesAt(catalogue, desk, counter).map((queue) => queue.id);
    return [{ queueIds, minutes: minutesLeft(hall, counter, medians) }];
  });
  const resting = restingQueues(hall, catalogue);
  return {
    front: (queueId) => fronts.get(queueId) ?? nobody,
    working: (queueId) => open.filter(({ queueIds }) => queueIds.includes(queueId)),
    rests: (queueId) => resting.has(queueId),
  };
}

/** Minutes that each service takes, by its id. */
export function mediansOf(catalogue: Catalogue): ReadonlyMap<string, number> {
  return new Map(catalogue.services.map(({ id, minutes }) => [id, minutes]));
}

export function restingQueues(hall: Hall, catalogue: Catalogue): ReadonlySet<string> {
  const pauses = Object.values(hall.pauses);
  return new Set(catalogue.queues.filter((queue) => pauseOver(pauses, queue.agencyId)).map(({ id }) => id));
}

/** What the person at an open counter still needs: who is called all of it, who is served half (rule [E2]). */
export function minutesLeft(
  hall: Hall,
  { ticketId }: { readonly ticketId: string | null },
  medians: ReadonlyMap<string, number>,
): number {
  const present = ticketId === null ? undefined : lookUp(hall.tickets, ticketId);
  if (!present || !isAtCounter(present)) return 0;
  const left = medians.get(present.serviceId) ?? 0;
  return present.state === 'serving' ? left / 2 : left;
}

/** The outlook of one queue from what stands in front in it and in those that share its counters. */
export function outlookUnder(load: Load, queueId: string): Outlook {
  const working = load.working(queueId);
  const competing = new Set(working.flatMap(({ queueIds }) => queueIds));
  let work = working.reduce((sum, counter) => sum + counter.minutes, 0);
  for (const id of competing) if (!load.rests(id)) work += load.front(id).minutes;
  const calls = working.length > 0 && !load.rests(queueId);
  return {
    ahead: load.front(queueId).people,
    openCounters: working.length,
    estimate: calls ? range(work / working.length) : null,
  };
}

// Fiftieths instead of 0.7 / 5, which would round a whole number of minutes the wrong way.
function range(middle: number): readonly [number, number] {
  return [Math.floor((middle * 7) / 50) * 5, Math.max(5, Math.ceil((middle * 13) / 50) * 5)];
}
