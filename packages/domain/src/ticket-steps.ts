import type { Actor } from './access.ts';
import { pauseOver, placeBehind } from './call-order.ts';
import type { Queue, Service, SiteRules } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import {
  hasEnded,
  isAtCounter,
  type Outcome,
  type Pause,
  type Place,
  type Ticket,
  type Visit,
  type VoidReason,
} from './hall.ts';
import { ok, type Refusal, type Result, refuse, unreachable } from './result.ts';

/** What an officer, reception or the kiosk does with one ticket. */
export type TicketStep =
  | { readonly kind: 'recall' | 'start' | 'no-show' | 'resume' | 'requeue' | 'cancel' }
  | { readonly kind: 'finish'; readonly outcome: Outcome }
  | { readonly kind: 'park'; readonly minutes: number }
  | { readonly kind: 'transfer' }
  | { readonly kind: 'forward'; readonly inOrder: boolean; readonly outcome: Outcome }
  | { readonly kind: 'void'; readonly reason: VoidReason };

export type TicketFacts = {
  readonly ticket: Ticket;
  readonly visit: Visit;
  readonly agencyId: string;
  /** The queues that the acting counter works, empty for an actor without a counter. */
  readonly queueIds: readonly string[];
  /** For a requeue: the first free tickets of the queue, as many as stay in front. */
  readonly front: readonly Place[];
  /** For transfer and forward: where to. */
  readonly targets: readonly { readonly service: Service; readonly queue: Queue }[];
  /** For forward: an id for each target. */
  readonly newTicketIds: readonly string[];
  readonly pauses: readonly Pause[];
  readonly rules: SiteRules;
};

type Decision = Result<readonly HallEvent[]>;

/** Every step checks the state it starts from and who may take it (rules [S1]–[S14], [H2]). */
export function decideTicketStep(facts: TicketFacts, step: TicketStep, actor: Actor, at: number): Decision {
  const { ticket, rules } = facts;
  const ticketId = ticket.id;
  switch (step.kind) {
    case 'recall':
      return atOwnCounter(ticket, actor, ['called'], (held) =>
        held.calls >= rules.maxCalls
          ? refuse('ticket.recallLimit', { calls: held.calls, maxCalls: rules.maxCalls })
          : (paused(facts) ?? tooSoon(facts, at) ?? ok([{ type: 'ticket.recalled', ticketId }])),
      );
    case 'start':
      return atOwnCounter(ticket, actor, ['called'], () => ok([{ type: 'ticket.started', ticketId }]));
    case 'finish':
      return atOwnCounter(ticket, actor, ['serving'], () =>
        ok([{ type: 'ticket.finished', ticketId, outcome: step.outcome }]),
      );
    case 'no-show':
      return atOwnCounter(ticket, actor, ['called'], (held) => paused(facts) ?? noShow(facts, held.calls, at));
    case 'park':
      return atOwnCounter(ticket, actor, ['called', 'serving'], () => park(facts, step.minutes, at));
    case 'transfer':
      return atOwnCounter(ticket, actor, ['called', 'serving'], () => transfer(facts));
    case 'forward':
      return atOwnCounter(ticket, actor, ['serving'], () => forward(facts, step.inOrder, step.outcome));
    case 'resume':
      if (ticket.state !== 'parked') return wrongState(ticket);
      return worksQueue(facts, actor) ?? ok([{ type: 'ticket.resumed', ticketId, by: 'officer' }]);
    case 'requeue':
      return requeue(facts, actor);
    case 'cancel':
      return cancel(facts, actor);
    case 'void':
      return wasNeverCalled(ticket)
        ? ok([{ type: 'ticket.voided', ticketId, reason: step.reason }])
        : wrongState(ticket);
    default:
      return unreachable(step);
  }
}

type Held = Extract<Ticket, { readonly counterId: string }>;

function atOwnCounter(
  ticket: Ticket,
  actor: Actor,
  from: readonly Held['state'][],
  then: (held: Held) => Decision,
): Decision {
  if (!isAtCounter(ticket) || !from.includes(ticket.state)) return wrongState(ticket);
  return ticket.counterId === actor.counterId
    ? then(ticket)
    : refuse('ticket.notYours', { counterId: ticket.counterId });
}

function wrongState(ticket: Ticket): { readonly ok: false; readonly error: Refusal } {
  return refuse('ticket.state', { state: ticket.state });
}

// Reception helps everywhere; an officer touches a ticket that is at no counter only in the queues of the own one (rule [S13]).
function worksQueue(facts: TicketFacts, actor: Actor): { readonly ok: false; readonly error: Refusal } | null {
  if (actor.roles.includes('reception') || facts.queueIds.includes(facts.ticket.queueId)) return null;
  return refuse('counter.track', { queueId: facts.ticket.queueId });
}

// Nobody is called, and nobody can be missed, while the mall or the agency rests (rule [P2]).
function paused({ pauses, agencyId }: TicketFacts): { readonly ok: false; readonly error: Refusal } | null {
  const pause = pauseOver(pauses, agencyId);
  return pause ? refuse('pause.active', { reason: pause.reason, until: pause.until }) : null;
}

// A visitor needs time to stand up and come, between the calls and after the last one (rule [S14]).
function tooSoon({ ticket, rules }: TicketFacts, at: number): { readonly ok: false; readonly error: Refusal } | null {
  if (ticket.state !== 'called') return null;
  const waitMs = ticket.lastCallAt + rules.callEverySeconds * 1_000 - at;
  return waitMs > 0 ? refuse('ticket.tooSoon', { seconds: Math.ceil(waitMs / 1_000) }) : null;
}

function noShow(facts: TicketFacts, calls: number, at: number): Decision {
  const { callsBeforeNoShow } = facts.rules;
  if (calls < callsBeforeNoShow) return refuse('ticket.tooFewCalls', { calls, callsBeforeNoShow });
  return tooSoon(facts, at) ?? ok([{ type: 'ticket.noShow', ticketId: facts.ticket.id }]);
}

function park({ ticket, rules }: TicketFacts, minutes: number, at: number): Decision {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > rules.maxParkMinutes)
    return refuse('park.minutes', { maxParkMinutes: rules.maxParkMinutes });
  return ok([{ type: 'ticket.parked', ticketId: ticket.id, until: at + minutes * 60_000 }]);
}

function transfer({ ticket, targets }: TicketFacts): Decision {
  const target = targets[0];
  if (!target) return refuse('service.unknown');
  const { service, queue } = target;
  return ok([{ type: 'ticket.transferred', ticketId: ticket.id, queueId: queue.id, serviceId: service.id }]);
}

// The new legs come before the end of this one, so that a visit is never without a leg between two events.
function forward(facts: TicketFacts, inOrder: boolean, outcome: Outcome): Decision {
  const { ticket, visit, targets, newTicketIds } = facts;
  if (targets.length === 0) return refuse('service.unknown');
  const legs: HallEvent[] = targets.map(({ service, queue }, leg) => ({
    type: 'ticket.forwarded',
    ticketId: newTicketIds[leg] ?? missingId(),
    fromTicketId: ticket.id,
    visitId: visit.id,
    queueId: queue.id,
    serviceId: service.id,
    eligibleAt: visit.eligibleAt,
    after: inOrder && leg > 0 ? (newTicketIds[leg - 1] ?? missingId()) : null,
  }));
  return ok([...legs, { type: 'ticket.finished', ticketId: ticket.id, outcome }]);
}

function requeue(facts: TicketFacts, actor: Actor): Decision {
  const { ticket, rules } = facts;
  if (ticket.state !== 'no_show') return wrongState(ticket);
  const elsewhere = worksQueue(facts, actor);
  if (elsewhere) return elsewhere;
  if (ticket.requeues >= rules.maxRequeues) return refuse('ticket.final', { maxRequeues: rules.maxRequeues });
  return ok([
    {
      type: 'ticket.requeued',
      ticketId: ticket.id,
      ...placeBehind(facts.front.slice(0, rules.requeuePlaces), ticket.place),
    },
  ]);
}

function cancel(facts: TicketFacts, actor: Actor): Decision {
  const { ticket } = facts;
  if (hasEnded(ticket)) return wrongState(ticket);
  const by = actor.roles.includes('reception') ? 'reception' : 'officer';
  if (isAtCounter(ticket)) {
    if (ticket.counterId !== actor.counterId) return refuse('ticket.notYours', { counterId: ticket.counterId });
  } else {
    const elsewhere = worksQueue(facts, actor);
    if (elsewhere) return elsewhere;
  }
  return ok([{ type: 'ticket.cancelled', ticketId: ticket.id, by }]);
}

/** Whoever has been at a counter, or was sent there by an officer, was seen, so the slip cannot have stayed inside the printer (rule [S12]). */
export function wasNeverCalled(ticket: Ticket): boolean {
  return ticket.state === 'waiting' && !ticket.moved && !ticket.resumed && ticket.requeues === 0;
}

function missingId(): never {
  throw new Error('one ticket id for each new leg is needed');
}
