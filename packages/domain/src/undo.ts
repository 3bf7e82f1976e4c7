import type { Actor } from './access.ts';
import type { SiteRules } from './catalogue.ts';
import type { HallEvent, Recorded, UndoneStep } from './events.ts';
import { serviceTimeOf, stateAfter } from './evolve-ticket.ts';
import { type Counter, isAtCounter, type Ticket, type Visit } from './hall.ts';
import { ok, type Result, refuse } from './result.ts';
import type { TicketStep } from './ticket-steps.ts';

/** The last step of a counter that can be taken back, with the ticket as it was before. */
export type LastStep = {
  readonly step: UndoneStep;
  readonly seq: number;
  readonly at: number;
  readonly officerId: string | null;
  readonly ticket: Ticket;
  readonly serviceMs: number | null;
  /** Legs that waited for this ticket and no longer do. */
  readonly held: readonly string[];
};

/** What to keep of a step; null for one that cannot be taken back. `followers` are the legs that waited for the ticket. */
export function lastStepOf(
  before: Ticket,
  step: TicketStep,
  recorded: readonly Recorded[],
  followers: readonly string[],
  actor: Actor,
): LastStep | null {
  const undone = undoneSteps.find((kind) => kind === step.kind);
  const event = recorded.find((one) => 'ticketId' in one && one.ticketId === before.id);
  if (!undone || !event || !('ticketId' in event) || !isAtCounter(before)) return null;
  return {
    step: undone,
    seq: event.seq,
    at: event.at,
    officerId: actor.officerId,
    ticket: before,
    serviceMs: serviceTimeOf(before, event),
    held: followers,
  };
}

export const undoneSteps: readonly UndoneStep[] = ['start', 'finish', 'no-show', 'park', 'cancel', 'transfer'];

export type UndoFacts = {
  readonly counter: Counter;
  /** The queues that the counter works. */
  readonly queueIds: readonly string[];
  readonly last: LastStep | null;
  /** The ticket of that step as it is now, with the `seq` of its last call; null without a step. */
  readonly ticket: Ticket | null;
  readonly lastCallSeq: number;
  readonly visit: Visit | null;
  /** Another leg of the visit is at a counter. */
  readonly visitIsElsewhere: boolean;
  /** Of `last.held`, those that still wait for nobody else. */
  readonly stillFree: readonly string[];
  readonly rules: SiteRules;
};

/** Takes the counter's last step back: its own officer, soon enough, and nothing has become of the ticket since (rule [S15]). */
export function decideUndo(facts: UndoFacts, actor: Actor, at: number): Result<readonly HallEvent[]> {
  const { counter, last, ticket, visit } = facts;
  if (actor.counterId !== counter.id) return refuse('access.denied');
  if (!last || !ticket || !visit || last.officerId !== actor.officerId) return refuse('undo.nothing');
  if (at - last.at > facts.rules.undoSeconds * 1_000)
    return refuse('undo.tooLate', { undoSeconds: facts.rules.undoSeconds });
  // To come back to the same state a ticket must have been called again, so these two tell whether it has moved.
  if (ticket.state !== stateAfter[last.step] || facts.lastCallSeq > last.seq) return refuse('undo.nothing');
  if (counter.state === 'closed') return refuse('counter.closed');
  if (counter.state === 'paused') return refuse('counter.paused', { reason: counter.reason });
  if (counter.ticketId !== null && counter.ticketId !== ticket.id)
    return refuse('counter.busy', { ticketId: counter.ticketId });
  if (!facts.queueIds.includes(last.ticket.queueId)) return refuse('counter.track', { queueId: last.ticket.queueId });
  if (facts.visitIsElsewhere) return refuse('visit.busy');
  return ok([
    {
      type: 'ticket.undone',
      ticketId: ticket.id,
      counterId: counter.id,
      undid: last.step,
      ticket: last.ticket,
      visit,
      serviceMs: last.serviceMs,
      held: facts.stillFree,
    },
  ]);
}
