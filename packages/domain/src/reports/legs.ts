import type { HallEvent, Recorded } from '../events.ts';
import { evolveTicket, serviceTimeOf } from '../evolve-ticket.ts';
import type { Ticket } from '../hall.ts';

type Birth = Extract<HallEvent, { readonly type: 'ticket.issued' | 'ticket.forwarded' | 'ticket.lapsed' }>;

/** One leg of a visit with what a report asks beyond where it stands now. Times are milliseconds. */
export type Leg = {
  readonly ticket: Ticket;
  /** When it came into the log: of a number given without the server, later than the visitor's own moment. */
  readonly bornAs: Birth['type'];
  readonly isPriority: boolean;
  readonly isWithoutServer: boolean;
  readonly promise: readonly [number, number] | null;
  /** From the number to the first call, and for which service that was; null before it (rule [C9]). */
  readonly wait: { readonly serviceId: string; readonly ms: number } | null;
  readonly serviceMs: number | null;
  /** Missed when the day closed, or still (rule [R3]). */
  readonly isMissed: boolean;
  /** The services that it was moved away from. */
  readonly leftServices: readonly string[];
};

/** The leg after an event of the log; the same leg where the event is none of a ticket's. */
export function evolveLeg(leg: Leg | undefined, event: Recorded): Leg | undefined {
  switch (event.type) {
    case 'ticket.issued':
    case 'ticket.forwarded':
    case 'ticket.lapsed':
      return born(event);
    case 'ticket.noted':
    case 'ticket.reprintAsked':
      return leg;
    default:
      return leg && 'ticketId' in event ? moved(leg, event) : leg;
  }
}

function born(event: Recorded<Birth>): Leg {
  return {
    ticket: evolveTicket(undefined, event),
    bornAs: event.type,
    isPriority: event.type !== 'ticket.forwarded' && event.priority,
    isWithoutServer: event.type !== 'ticket.forwarded' && event.leaseId !== undefined,
    promise: event.type === 'ticket.issued' ? event.estimate : null,
    wait: null,
    serviceMs: null,
    isMissed: false,
    leftServices: [],
  };
}

type Move = Exclude<
  Extract<HallEvent, { readonly ticketId: string }>,
  Birth | { readonly type: 'ticket.noted' | 'ticket.reprintAsked' }
>;

function moved(leg: Leg, event: Recorded<Move>): Leg {
  const before = leg.ticket;
  const next: Leg = { ...leg, ticket: evolveTicket(before, event) };
  switch (event.type) {
    case 'ticket.called': {
      const wait = { serviceId: before.serviceId, ms: Math.max(0, event.at - before.issuedAt) };
      return { ...next, wait: leg.wait ?? wait };
    }
    case 'ticket.finished':
      return { ...next, serviceMs: serviceTimeOf(before, event) };
    case 'ticket.noShow':
      return { ...next, isMissed: true };
    case 'ticket.requeued':
    case 'ticket.cancelled':
      return { ...next, isMissed: false };
    case 'ticket.transferred':
      return { ...next, leftServices: [...leg.leftServices, before.serviceId] };
    case 'ticket.undone':
      return {
        ...next,
        serviceMs: null,
        isMissed: false,
        leftServices: event.undid === 'transfer' ? leg.leftServices.slice(0, -1) : leg.leftServices,
      };
    default:
      return next;
  }
}
