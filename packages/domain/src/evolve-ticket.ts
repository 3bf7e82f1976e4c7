import type { HallEvent, Recorded } from './events.ts';
import { isAtCounter, type Outcome, type Ticket, type TicketStage } from './hall.ts';

type TicketEvent = Extract<HallEvent, { readonly ticketId: string }>;

/**
 * The ticket after an event of its own. Stations and the store both use it, so a row and a view cannot disagree.
 * Throws when the event does not fit the ticket: such a log is broken.
 */
export function evolveTicket(ticket: Ticket | undefined, event: Recorded<TicketEvent>): Ticket {
  if (event.type === 'ticket.issued' || event.type === 'ticket.forwarded') return newTicket(event);
  if (!ticket) throw new Error(`${event.type} at ${event.seq}: no ticket ${event.ticketId}`);
  switch (event.type) {
    case 'ticket.called':
      return to(ticket, {
        state: 'called',
        counterId: event.counterId,
        calledAt: event.at,
        lastCallAt: event.at,
        calls: 1,
        reason: event.reason,
      });
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
      return to(ticket, finished(event.at, event.outcome));
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
      throw misfit(ticket, event);
  }
}

/** A leg that waited for another may be called once that one has ended, however it ended (rule [L3]). */
export function releaseFrom(ticket: Ticket, endedTicketId: string): Ticket {
  return ticket.state === 'waiting' && ticket.after === endedTicketId ? { ...ticket, after: null } : ticket;
}

/** Milliseconds of service that this event completes, null when it completes none. */
export function serviceTimeOf(ticket: Ticket, event: Recorded<TicketEvent>): number | null {
  return event.type === 'ticket.finished' && isAtCounter(ticket) && ticket.state === 'serving'
    ? Math.max(0, event.at - ticket.startedAt)
    : null;
}

function newTicket(event: Recorded<Extract<TicketEvent, { type: 'ticket.issued' | 'ticket.forwarded' }>>): Ticket {
  return {
    id: event.ticketId,
    visitId: event.visitId,
    queueId: event.queueId,
    serviceId: event.serviceId,
    issuedAt: event.at,
    place: { eligibleAt: event.eligibleAt, order: event.seq, behind: 0 },
    requeues: 0,
    moved: event.type === 'ticket.forwarded',
    state: 'waiting',
    after: event.type === 'ticket.forwarded' ? event.after : null,
    resumed: false,
  };
}

function finished(at: number, outcome: Outcome): TicketStage {
  return { state: 'finished', endedAt: at, outcome };
}

function to(ticket: Ticket, stage: TicketStage): Ticket {
  const { id, visitId, queueId, serviceId, issuedAt, place, requeues, moved } = ticket;
  return { id, visitId, queueId, serviceId, issuedAt, place, requeues, moved, ...stage };
}

function misfit(ticket: Ticket, event: Recorded<TicketEvent>): Error {
  return new Error(`${event.type} at ${event.seq} does not fit ticket ${ticket.id}, which is ${ticket.state}`);
}
