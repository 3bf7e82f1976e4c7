import type { HallEvent, Recorded, UndoneStep } from './events.ts';
import { isAtCounter, type Ticket, type TicketStage, type TicketState } from './hall.ts';
import { unreachable } from './result.ts';

/** An event that moves its ticket; a note and a wish for another slip do not. */
type TicketEvent = Exclude<
  Extract<HallEvent, { readonly ticketId: string }>,
  { readonly type: 'ticket.noted' | 'ticket.reprintAsked' }
>;
type Birth = 'ticket.issued' | 'ticket.forwarded' | 'ticket.lapsed';

/** The states that an event may find a ticket in (rule [H2]). */
const leaves: Readonly<Record<Exclude<TicketEvent['type'], Birth | 'ticket.undone'>, readonly TicketState[]>> = {
  'ticket.called': ['waiting'],
  'ticket.recalled': ['called'],
  'ticket.started': ['called'],
  'ticket.finished': ['serving'],
  'ticket.noShow': ['called'],
  'ticket.parked': ['called', 'serving'],
  'ticket.resumed': ['parked'],
  'ticket.transferred': ['called', 'serving'],
  'ticket.released': ['called', 'serving'],
  'ticket.requeued': ['no_show'],
  'ticket.cancelled': ['waiting', 'called', 'serving', 'parked', 'no_show'],
  'ticket.voided': ['waiting'],
  'ticket.expired': ['waiting', 'called', 'serving', 'parked', 'no_show'],
};

/** Where each step that can be taken back leaves its ticket. */
export const stateAfter: Readonly<Record<UndoneStep, TicketState>> = {
  start: 'serving',
  finish: 'finished',
  'no-show': 'no_show',
  park: 'parked',
  cancel: 'cancelled',
  transfer: 'waiting',
};

/**
 * The ticket after an event of its own. Stations and the store both use it, so a row and a view cannot disagree.
 * Throws when the event does not fit the ticket: such a log is broken.
 */
export function evolveTicket(ticket: Ticket | undefined, event: Recorded<TicketEvent>): Ticket {
  if (event.type === 'ticket.issued' || event.type === 'ticket.forwarded') return newTicket(event);
  if (event.type === 'ticket.lapsed') return to(newTicket(event), { state: 'expired', endedAt: event.at });
  if (event.type === 'ticket.undone') return undone(ticket, event);
  if (!ticket) throw new Error(`${event.type} at ${event.seq}: no ticket ${event.ticketId}`);
  if (!leaves[event.type].includes(ticket.state)) throw misfit(ticket, event);
  switch (event.type) {
    case 'ticket.called':
      return {
        ...to(ticket, {
          state: 'called',
          counterId: event.counterId,
          calledAt: event.at,
          lastCallAt: event.at,
          calls: 1,
          reason: event.reason,
        }),
        wasCalled: true,
      };
    case 'ticket.recalled':
      if (ticket.state !== 'called') throw misfit(ticket, event);
      return { ...ticket, lastCallAt: event.at, calls: ticket.calls + 1 };
    case 'ticket.started':
      if (ticket.state !== 'called') throw misfit(ticket, event);
      return to(ticket, {
        state: 'serving',
        counterId: ticket.counterId,
        calledAt: ticket.calledAt,
        startedAt: event.at,
        calls: ticket.calls,
        reason: ticket.reason,
      });
    case 'ticket.finished':
      return to(ticket, { state: 'finished', endedAt: event.at, outcome: event.outcome });
    case 'ticket.noShow':
      return to(ticket, { state: 'no_show', missedAt: event.at });
    case 'ticket.parked':
      return to(ticket, { state: 'parked', parkedAt: event.at, until: event.until });
    case 'ticket.resumed':
      return to(ticket, { state: 'waiting', after: null, resumed: true });
    case 'ticket.transferred':
      return {
        ...to(ticket, { state: 'waiting', after: null, resumed: false }),
        queueId: event.queueId,
        serviceId: event.serviceId,
        moved: true,
      };
    case 'ticket.released':
      // Moved, because a slip whose number was called has come out (rule [S12]).
      return { ...to(ticket, { state: 'waiting', after: null, resumed: false }), moved: true };
    case 'ticket.requeued':
      return {
        ...to(ticket, { state: 'waiting', after: null, resumed: false }),
        place: { eligibleAt: event.eligibleAt, order: event.order, behind: event.seq },
        requeues: ticket.requeues + 1,
      };
    case 'ticket.cancelled':
      return to(ticket, { state: 'cancelled', endedAt: event.at });
    case 'ticket.voided':
      return to(ticket, { state: 'voided', endedAt: event.at });
    case 'ticket.expired':
      return to(ticket, { state: 'expired', endedAt: event.at });
    default:
      return unreachable(event);
  }
}

/** A leg that waited for another may be called once that one has ended, however it ended (rule [L3]). */
export function releaseFrom(ticket: Ticket, endedTicketId: string): Ticket {
  return ticket.state === 'waiting' && ticket.after === endedTicketId ? { ...ticket, after: null } : ticket;
}

/** The leg that waits for this ticket again, because its end was taken back. */
export function holdFor(ticket: Ticket, ticketId: string): Ticket {
  return ticket.state === 'waiting' ? { ...ticket, after: ticketId } : ticket;
}

/** Milliseconds of service that this event completes, null when it completes none. */
export function serviceTimeOf(ticket: Ticket, event: Recorded): number | null {
  return event.type === 'ticket.finished' && isAtCounter(ticket) && ticket.state === 'serving'
    ? Math.max(0, event.at - ticket.startedAt)
    : null;
}

/** When the visitor of a new leg came, and the moment that decides the turn; an event leaves out what it says already (rule [O1]). */
export function momentsOf(
  event: { readonly at: number } & Pick<Extract<HallEvent, { type: 'ticket.issued' }>, 'arrivedAt' | 'eligibleAt'>,
): { readonly arrivedAt: number; readonly eligibleAt: number } {
  const { arrivedAt = event.at } = event;
  return { arrivedAt, eligibleAt: event.eligibleAt ?? arrivedAt };
}

function newTicket(event: Recorded<Extract<TicketEvent, { type: Birth }>>): Ticket {
  const { arrivedAt, eligibleAt } = momentsOf(event);
  return {
    id: event.ticketId,
    visitId: event.visitId,
    queueId: event.queueId,
    serviceId: event.serviceId,
    // Of a number that was given without the server, the visitor's moment and not that of the report.
    issuedAt: arrivedAt,
    place: { eligibleAt, order: event.seq, behind: 0 },
    requeues: 0,
    moved: event.type === 'ticket.forwarded',
    wasCalled: false,
    state: 'waiting',
    after: event.type === 'ticket.forwarded' ? event.after : null,
    resumed: false,
  };
}

// A view forgets who has ended, so there the ticket may be gone already.
function undone(ticket: Ticket | undefined, event: Recorded<Extract<TicketEvent, { type: 'ticket.undone' }>>): Ticket {
  if (ticket ? ticket.state !== stateAfter[event.undid] : !leavesHall(event.undid))
    throw new Error(`ticket.undone at ${event.seq} does not fit ticket ${event.ticketId}`);
  // Only what was done at a counter is taken back; a log that is older than this fact does not say so.
  return { ...event.ticket, wasCalled: true };
}

function leavesHall(step: UndoneStep): boolean {
  return step === 'finish' || step === 'cancel';
}

function to(ticket: Ticket, stage: TicketStage): Ticket {
  const { id, visitId, queueId, serviceId, issuedAt, place, requeues, moved, wasCalled } = ticket;
  return { id, visitId, queueId, serviceId, issuedAt, place, requeues, moved, wasCalled, ...stage };
}

function misfit(ticket: Ticket, event: Recorded<TicketEvent>): Error {
  return new Error(`${event.type} at ${event.seq} does not fit ticket ${ticket.id}, which is ${ticket.state}`);
}
