import {
  type CallReason,
  type Hall,
  isAtCounter,
  isFree,
  type Pause,
  type Place,
  type Ticket,
  type Visit,
} from './hall.ts';
import { listOf } from './register.ts';

const minuteMs = 60_000;

/** The moment that decides a visitor's turn: arrival less the head start of the class (rules [O1], [O2]). Epoch milliseconds. */
export function eligibleAt(arrivedAt: number, headStartMinutes: number): number {
  return arrivedAt - headStartMinutes * minuteMs;
}

/** Negative when `a` is called before `b`. The only comparison of waiting tickets anywhere; the store's index has the same three columns. */
export function comparePlaces(a: Place, b: Place): number {
  return a.eligibleAt - b.eligibleAt || a.order - b.order || a.behind - b.behind;
}

/** The first of these in call order, undefined when nobody waits. */
export function firstOf<T extends { readonly place: Place }>(waiting: Iterable<T>): T | undefined {
  let first: T | undefined;
  for (const ticket of waiting) if (!first || comparePlaces(ticket.place, first.place) < 0) first = ticket;
  return first;
}

/** The place of a visitor who reports back: just behind the last of those that stay in front, and never before the own one (rule [O4]). */
export function placeBehind(
  front: readonly Place[],
  own: Place,
): { readonly eligibleAt: number; readonly order: number } {
  const last = front.at(-1);
  // Who was called out of order and missed it may have a place far behind the front, and must not gain by missing.
  const { eligibleAt, order } = last && comparePlaces(last, own) > 0 ? last : own;
  return { eligibleAt, order };
}

/** Why it is this ticket's turn, in the terms a visitor would accept (rule [O6]). */
export function callReason(ticket: Ticket, visit: Visit): CallReason {
  if (ticket.state === 'waiting' && ticket.resumed) return { code: 'resumed', since: visit.arrivedAt };
  if (ticket.place.behind > 0) return { code: 'reportedBack', since: visit.arrivedAt };
  const minutes = Math.round((visit.arrivedAt - visit.eligibleAt) / minuteMs);
  if (minutes > 0) return { code: 'headStart', since: visit.arrivedAt, minutes };
  return { code: ticket.moved ? 'credit' : 'arrival', since: visit.arrivedAt };
}

/** Tickets that may be called now, in no order: free, and no other leg of the visit at a counter (rule [L2]). */
export function callableNow(hall: Hall): readonly Ticket[] {
  const tickets = listOf(hall.tickets);
  const busy = new Set<string>();
  for (const ticket of tickets) if (isAtCounter(ticket)) busy.add(ticket.visitId);
  return tickets.filter((ticket) => isFree(ticket) && !busy.has(ticket.visitId));
}

/** Those of these queues (null: of all), in call order. */
export function callable(hall: Hall, queueIds: readonly string[] | null): readonly Ticket[] {
  return callableNow(hall)
    .filter(({ queueId }) => queueIds === null || queueIds.includes(queueId))
    .sort((a, b) => comparePlaces(a.place, b.place));
}

/** The pause that keeps this agency from calling and giving numbers, its own or the mall's; undefined when none does (rule [P1]). */
export function pauseOver(pauses: readonly Pause[], agencyId: string): Pause | undefined {
  return pauses.find((pause) => pause.agencyId === null || pause.agencyId === agencyId);
}

/** Everyone who waits in these queues (null: in any), held legs included, in call order. */
export function waitingIn(hall: Hall, queueIds: readonly string[] | null): readonly Ticket[] {
  return listOf(hall.tickets)
    .filter((ticket) => ticket.state === 'waiting' && (queueIds === null || queueIds.includes(ticket.queueId)))
    .sort((a, b) => comparePlaces(a.place, b.place));
}
