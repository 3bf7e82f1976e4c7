import type { Actor } from './access.ts';
import type { Track } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { Counter, Day, PauseReason, TrackReason } from './hall.ts';
import { ok, type Result, refuse, unreachable } from './result.ts';

/** What is done with a desk itself. */
export type CounterStep =
  | { readonly kind: 'open' | 'resume-counter' | 'close' | 'release-counter' }
  | { readonly kind: 'pause'; readonly reason: PauseReason }
  | { readonly kind: 'change-track'; readonly track: Track; readonly reason: TrackReason }
  | { readonly kind: 'assign-counter'; readonly agencyIds: readonly string[] | null };

export type CounterFacts = { readonly counter: Counter; readonly day: Day | null };

/** What becomes of the desk itself; only a release is taken with somebody at the counter (rules [C1]–[C8]). */
export function decideCounterStep(
  { counter, day }: CounterFacts,
  step: CounterStep,
  actor: Actor,
): Result<readonly HallEvent[]> {
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
      if (busy) return refuse('counter.busy', { ticketId: counter.ticketId });
      return isSame(counter.agencyIds, step.agencyIds)
        ? ok([])
        : ok([{ type: 'counter.assigned', counterId, agencyIds: step.agencyIds }]);
    case 'release-counter': {
      if (counter.state === 'closed') return refuse('counter.closed');
      const released: HallEvent[] = busy ? [{ type: 'ticket.released', ticketId: counter.ticketId, counterId }] : [];
      return ok([...released, { type: 'counter.closed', counterId }]);
    }
    default:
      return unreachable(step);
  }
}

// What a supervisor does to a desk is done from elsewhere.
function isSupervisors({ kind }: CounterStep): boolean {
  return kind === 'change-track' || kind === 'assign-counter' || kind === 'release-counter';
}

function isSame(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function noOfficer(): never {
  throw new Error('only an officer opens a counter');
}
