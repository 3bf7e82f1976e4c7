import type { Actor } from './access.ts';
import { callReason, firstOf, pauseOver } from './call-order.ts';
import type { HallEvent } from './events.ts';
import type { Counter, Pause, PickReason, Ticket, Visit } from './hall.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';

/** One of the tickets that wait at this counter, with what a call needs to know of it. */
export type Candidate = { readonly ticket: Ticket; readonly visit: Visit; readonly agencyId: string };

export type CallNextFacts = {
  readonly counter: Counter;
  /** The first free ticket of each of the counter's queues; the smallest place of all wins. */
  readonly candidates: readonly Candidate[];
  readonly pauses: readonly Pause[];
};

/** Calls the visitor whose turn it is; no events when nobody waits (rules [O1]–[O6], [H1], [P1]). */
export function decideCallNext(facts: CallNextFacts, actor: Actor): Result<readonly HallEvent[]> {
  const no = whyNoCall(facts.counter, actor, facts.pauses);
  if (no) return no;
  const open = facts.candidates.filter(({ agencyId }) => !pauseOver(facts.pauses, agencyId));
  const turn = firstOf(open.map((candidate) => ({ ...candidate, place: candidate.ticket.place })));
  if (!turn) {
    const held = facts.candidates[0];
    const pause = held && pauseOver(facts.pauses, held.agencyId);
    return pause ? paused(pause) : ok([]);
  }
  return ok([
    {
      type: 'ticket.called',
      ticketId: turn.ticket.id,
      counterId: facts.counter.id,
      reason: callReason(turn.ticket, turn.visit),
    },
  ]);
}

export type PickFacts = {
  readonly counter: Counter;
  /** The queues that the counter works on its track of today. */
  readonly queueIds: readonly string[];
  readonly candidate: Candidate;
  readonly visitIsBusy: boolean;
  readonly pauses: readonly Pause[];
};

/** Calls one ticket out of order, for a stated reason (rule [O7]). Who may do so is the access table's matter. */
export function decidePick(facts: PickFacts, why: PickReason, actor: Actor): Result<readonly HallEvent[]> {
  const { counter, candidate, pauses } = facts;
  const { ticket, agencyId } = candidate;
  const no = whyNoCall(counter, actor, pauses);
  if (no) return no;
  if (ticket.state !== 'waiting') return refuse('ticket.state', { state: ticket.state });
  if (ticket.after !== null) return refuse('ticket.held');
  if (!facts.queueIds.includes(ticket.queueId)) return refuse('counter.track', { track: counter.track });
  if (facts.visitIsBusy) return refuse('visit.busy');
  const pause = pauseOver(pauses, agencyId);
  if (pause) return paused(pause);
  return ok([{ type: 'ticket.called', ticketId: ticket.id, counterId: counter.id, reason: { code: 'picked', why } }]);
}

/** Why this counter may not call anybody now; null when it may. */
function whyNoCall(
  counter: Counter,
  actor: Actor,
  pauses: readonly Pause[],
): { readonly ok: false; readonly error: Refusal } | null {
  if (actor.counterId !== counter.id) return refuse('access.denied');
  if (counter.state === 'closed') return refuse('counter.closed');
  if (counter.state === 'paused') return refuse('counter.paused', { reason: counter.reason });
  if (counter.ticketId !== null) return refuse('counter.busy', { ticketId: counter.ticketId });
  const mall = pauses.find(({ agencyId }) => agencyId === null);
  return mall ? paused(mall) : null;
}

function paused({ reason, until }: Pause) {
  return refuse('pause.active', { reason, until });
}
