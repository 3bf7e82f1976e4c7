import type { Actor } from './access.ts';
import type { Track } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { CloseReason, Counter, Day, PauseReason, TrackReason } from './hall.ts';
import { ok, type Result, refuse, unreachable } from './result.ts';

/** What is done with a desk itself. */
export type CounterStep =
  | { readonly kind: 'open' | 'resume-counter' | 'close' }
  | { readonly kind: 'release-counter'; readonly reason: CloseReason }
  | { readonly kind: 'pause'; readonly reason: PauseReason }
  | { readonly kind: 'change-track'; readonly track: Track; readonly reason: TrackReason }
  | { readonly kind: 'assign-counter'; readonly agencyIds: readonly string[] | null }
  /** Closes it and lets another counter serve these agencies as well; `reason` is that of the closing. */
  | {
      readonly kind: 'hand-over-counter';
      readonly toCounterId: string;
      readonly agencyIds: readonly string[];
      readonly reason: CloseReason;
    };

export type CounterFacts = {
  readonly counter: Counter;
  readonly day: Day | null;
  /** Its agencies in the catalogue. */
  readonly usualAgencyIds: readonly string[];
  /** The agency of whoever is at it, null when nobody is. */
  readonly heldAgencyId: string | null;
  /** The other counter of a hand-over with the agencies it works now; null for any other step. */
  readonly taker: { readonly counter: Counter; readonly agencyIds: readonly string[] } | null;
};

/** What becomes of the desk itself (rules [C1]–[C10]). */
export function decideCounterStep(facts: CounterFacts, step: CounterStep, actor: Actor): Result<readonly HallEvent[]> {
  const { counter, day } = facts;
  const counterId = counter.id;
  if (!isSupervisors(step) && actor.counterId !== counterId) return refuse('access.denied');
  const busy = counter.state === 'open' && counter.ticketId !== null;
  switch (step.kind) {
    case 'open':
      if (counter.state !== 'closed') return refuse('counter.open');
      if (day?.state !== 'open') return refuse('day.closed');
      return ok([{ type: 'counter.opened', counterId, officerId: actor.officerId ?? noOfficer() }]);
    case 'pause':
      if (counter.state === 'closed') return refuse('counter.closed');
      if (counter.state === 'paused') return refuse('counter.paused', { reason: counter.reason });
      return busy
        ? refuse('counter.busy', { ticketId: counter.ticketId })
        : ok([{ type: 'counter.paused', counterId, reason: step.reason }]);
    case 'resume-counter':
      return counter.state === 'paused' ? ok([{ type: 'counter.resumed', counterId }]) : refuse('counter.notPaused');
    case 'close':
      if (counter.state === 'closed') return refuse('counter.closed');
      return busy
        ? refuse('counter.busy', { ticketId: counter.ticketId })
        : ok([{ type: 'counter.closed', counterId }]);
    case 'change-track':
      if (busy) return refuse('counter.busy', { ticketId: counter.ticketId });
      return counter.track === step.track
        ? ok([])
        : ok([{ type: 'counter.trackChanged', counterId, track: step.track, reason: step.reason }]);
    case 'assign-counter':
      if (busy && !keepsHeld(facts, step.agencyIds)) return refuse('counter.busy', { ticketId: counter.ticketId });
      return isSame(counter.agencyIds, step.agencyIds)
        ? ok([])
        : ok([{ type: 'counter.assigned', counterId, agencyIds: step.agencyIds }]);
    case 'release-counter':
      return counter.state === 'closed' ? refuse('counter.closed') : ok(closing(counter, { reason: step.reason }));
    case 'hand-over-counter':
      return handOver(facts, step);
    default:
      return unreachable(step);
  }
}

// What a supervisor does to a desk is done from elsewhere.
function isSupervisors({ kind }: CounterStep): boolean {
  return (
    kind === 'change-track' || kind === 'assign-counter' || kind === 'release-counter' || kind === 'hand-over-counter'
  );
}

/** Closes the counter, and whoever is at it waits again in the old place; nothing for one that is closed. */
function closing(
  counter: Counter,
  why: { readonly reason: CloseReason; readonly toCounterId?: string },
): readonly HallEvent[] {
  const counterId = counter.id;
  if (counter.state === 'closed') return [];
  const held = counter.state === 'open' ? counter.ticketId : null;
  const released: HallEvent[] = held === null ? [] : [{ type: 'ticket.released', ticketId: held, counterId }];
  return [...released, { type: 'counter.closed', counterId, ...why }];
}

function handOver(
  { counter, taker }: CounterFacts,
  step: Extract<CounterStep, { readonly kind: 'hand-over-counter' }>,
): Result<readonly HallEvent[]> {
  if (!taker || taker.counter.id === counter.id) return refuse('counter.unknown', { counterId: step.toCounterId });
  if (taker.counter.track !== counter.track) return refuse('counter.track', { track: counter.track });
  const added = step.agencyIds.filter((id) => !taker.agencyIds.includes(id));
  const agencyIds = [...taker.agencyIds, ...added];
  const assigned: HallEvent[] =
    added.length > 0 ? [{ type: 'counter.assigned', counterId: taker.counter.id, agencyIds }] : [];
  const { reason, toCounterId } = step;
  return ok([...closing(counter, { reason, toCounterId }), ...assigned]);
}

// Whoever is at the counter has come for one of its agencies, and may be forwarded or parked there.
function keepsHeld({ usualAgencyIds, heldAgencyId }: CounterFacts, next: readonly string[] | null): boolean {
  return heldAgencyId !== null && (next ?? usualAgencyIds).includes(heldAgencyId);
}

function isSame(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function noOfficer(): never {
  throw new Error('only an officer opens a counter');
}
