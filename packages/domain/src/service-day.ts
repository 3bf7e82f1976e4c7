import type { HallEvent } from './events.ts';
import {
  type Counter,
  type Day,
  hasEnded,
  isAtCounter,
  type Notice,
  type Pause,
  type PauseReason,
  type Ticket,
} from './hall.ts';
import { ok, type Result, refuse } from './result.ts';

export type DayFacts = {
  readonly day: Day | null;
  /** Every ticket that has not ended. */
  readonly tickets: readonly Ticket[];
  readonly counters: readonly Counter[];
};

export type ClosingFacts = Pick<DayFacts, 'day' | 'tickets'> & {
  /** Leases of this day and of earlier ones whose end is not recorded yet; `next` is the first number that was given to nobody. */
  readonly leases: readonly { readonly id: string; readonly next: number }[];
};

/**
 * Opens a service day. It never goes back (rule [D1]): a date before the last one is refused, whatever the clock says.
 * What an earlier day left at a counter expires first, and counters left open close (rule [D2]).
 */
export function decideOpenDay(facts: DayFacts, serviceDay: string, by: Day['by']): Result<readonly HallEvent[]> {
  const { day } = facts;
  if (day && serviceDay < day.serviceDay) return refuse('day.backwards', { last: day.serviceDay });
  if (day?.state === 'open') return refuse('day.open', { serviceDay: day.serviceDay });
  const opened: HallEvent = { type: 'day.opened', serviceDay, by };
  return ok(day?.serviceDay === serviceDay ? [opened] : [...clearance(facts), opened]);
}

/**
 * Closes the service day: what still waits, is parked or was missed expires, each with an event; who is at a counter is served to the end (rule [D2]).
 * Of each lease of the day it records what was left over (rule [K8]).
 */
export function decideCloseDay({ day, tickets, leases }: ClosingFacts): Result<readonly HallEvent[]> {
  if (day?.state !== 'open') return refuse('day.closed');
  const left = tickets.filter((ticket) => !hasEnded(ticket) && !isAtCounter(ticket));
  const ended = leases.map(({ id, next }): HallEvent => ({ type: 'lease.ended', leaseId: id, next }));
  return ok([...left.map(expire), ...ended, { type: 'day.closed', serviceDay: day.serviceDay }]);
}

function clearance({ tickets, counters }: DayFacts): readonly HallEvent[] {
  return [
    ...tickets.filter((ticket) => !hasEnded(ticket)).map(expire),
    ...counters
      .filter(({ state }) => state !== 'closed')
      .map((counter): HallEvent => ({ type: 'counter.closed', counterId: counter.id })),
  ];
}

function expire(ticket: Ticket): HallEvent {
  return { type: 'ticket.expired', ticketId: ticket.id };
}

/** Parked tickets whose time has come, pauses and notices that are over, oldest first (rules [S7], [P3], [V7]). */
export function decideTick(
  facts: { readonly parked: readonly Ticket[]; readonly pauses: readonly Pause[]; readonly notices: readonly Notice[] },
  at: number,
): readonly HallEvent[] {
  const back = facts.parked
    .flatMap((ticket) => (ticket.state === 'parked' && ticket.until <= at ? [ticket] : []))
    .sort((a, b) => a.until - b.until);
  return [
    ...back.map(({ id }): HallEvent => ({ type: 'ticket.resumed', ticketId: id, by: 'time' })),
    ...overAt(facts.pauses, at).map((pauseId): HallEvent => ({ type: 'pause.ended', pauseId })),
    ...overAt(facts.notices, at).map((noticeId): HallEvent => ({ type: 'notice.withdrawn', noticeId })),
  ];
}

function overAt(
  timed: readonly { readonly id: string; readonly until: number | null }[],
  at: number,
): readonly string[] {
  return timed
    .flatMap(({ id, until }) => (until !== null && until <= at ? [{ id, until }] : []))
    .sort((a, b) => a.until - b.until)
    .map(({ id }) => id);
}

/** Stops calling and numbers for the mall (`agencyId: null`) or one agency; one pause of a scope at a time (rule [P1]). */
export function decideStartPause(
  pauses: readonly Pause[],
  pause: {
    readonly id: string;
    readonly agencyId: string | null;
    readonly reason: PauseReason;
    readonly until: number | null;
  },
): Result<readonly HallEvent[]> {
  const { id: pauseId, agencyId, reason, until } = pause;
  const running = pauses.find((other) => other.agencyId === agencyId);
  if (running) return refuse('pause.active', { reason: running.reason, until: running.until });
  return ok([{ type: 'pause.started', pauseId, agencyId, reason, until }]);
}

export function decideEndPause(pauses: readonly Pause[], pauseId: string): Result<readonly HallEvent[]> {
  return pauses.some(({ id }) => id === pauseId) ? ok([{ type: 'pause.ended', pauseId }]) : refuse('pause.unknown');
}
