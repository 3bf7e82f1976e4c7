import type { HallEvent, Recorded } from './events.ts';
import { callsOver, evolveCounter, letsGo, onNewDay, takesBack } from './evolve-counter.ts';
import { evolveTicket, holdFor, momentsOf, releaseFrom, serviceTimeOf } from './evolve-ticket.ts';
import type { Call } from './hall.ts';
import { type Hall, hasEnded, isAtCounter, keptCalls, type Ticket } from './hall.ts';
import { enter, listOf, lookUp, strike } from './register.ts';
import { unreachable } from './result.ts';

/**
 * The only code that moves a view of the hall: server snapshots and station views are folds of it.
 * Expects the event with the next `seq`; a log that does not fit the hall throws.
 */
export function evolve(hall: Hall, event: Recorded): Hall {
  if (event.seq !== hall.seq + 1) throw new Error(`event ${event.seq} does not follow ${hall.seq}`);
  return { ...move(hall, event), seq: event.seq };
}

function move(hall: Hall, event: Recorded): Hall {
  switch (event.type) {
    case 'ticket.issued':
      return issued(hall, event);
    case 'ticket.forwarded':
    case 'ticket.called':
    case 'ticket.recalled':
    case 'ticket.started':
    case 'ticket.finished':
    case 'ticket.noShow':
    case 'ticket.parked':
    case 'ticket.resumed':
    case 'ticket.transferred':
    case 'ticket.requeued':
    case 'ticket.cancelled':
    case 'ticket.voided':
    case 'ticket.expired':
    case 'ticket.released':
      return stepped(hall, event);
    case 'ticket.undone':
      return undone(hall, event);
    case 'counter.opened':
    case 'counter.paused':
    case 'counter.resumed':
    case 'counter.closed':
    case 'counter.trackChanged':
    case 'counter.assigned': {
      const counter = hall.counters[event.counterId];
      if (!counter) throw new Error(`${event.type} at ${event.seq}: no counter ${event.counterId}`);
      return { ...hall, counters: { ...hall.counters, [counter.id]: evolveCounter(counter, event) } };
    }
    case 'day.opened':
      return opened(hall, event);
    case 'day.closed':
      return hall.day ? { ...hall, day: { ...hall.day, state: 'closed', at: event.at } } : hall;
    case 'pause.started': {
      const { pauseId: id, agencyId, reason, until } = event;
      return { ...hall, pauses: { ...hall.pauses, [id]: { id, agencyId, reason, until, startedAt: event.at } } };
    }
    case 'pause.ended': {
      const { [event.pauseId]: _, ...pauses } = hall.pauses;
      return { ...hall, pauses };
    }
    case 'quota.changed':
      return { ...hall, quotas: { ...hall.quotas, [event.serviceId]: event.quota } };
    case 'ticketing.closed':
      return { ...hall, ticketing: 'closed' };
    case 'ticketing.opened':
      return { ...hall, ticketing: 'open' };
    case 'notice.posted': {
      const { noticeId: id, text, textEn, zoneId, until } = event;
      return { ...hall, notices: { ...hall.notices, [id]: { id, text, textEn, zoneId, postedAt: event.at, until } } };
    }
    case 'notice.withdrawn': {
      const { [event.noticeId]: _, ...notices } = hall.notices;
      return { ...hall, notices };
    }
    case 'zone.loudnessSet': {
      const { zoneId, volume, hours } = event;
      return { ...hall, loudness: { ...hall.loudness, [zoneId]: { volume, hours } } };
    }
    case 'ticket.noted':
    case 'ticket.reprintAsked':
    // Its day is not this one's, and its visitor has gone.
    case 'ticket.lapsed':
    case 'lease.granted':
    case 'lease.ended':
    case 'announcement.handedOut':
    case 'announcement.spoken':
    case 'announcement.failed':
    case 'catalogue.changed':
    case 'log.restored':
      return hall;
    default:
      return unreachable(event);
  }
}

function issued(hall: Hall, event: Recorded<Extract<HallEvent, { type: 'ticket.issued' }>>): Hall {
  const { visitId, number, priority, language, serviceId } = event;
  return {
    ...hall,
    visits: enter(hall.visits, visitId, { id: visitId, number, ...momentsOf(event), priority, language }),
    tickets: enter(hall.tickets, event.ticketId, evolveTicket(undefined, event)),
    issuedToday: { ...hall.issuedToday, [serviceId]: (hall.issuedToday[serviceId] ?? 0) + 1 },
  };
}

type Step = Exclude<
  Extract<HallEvent, { readonly ticketId: string }>,
  { readonly type: 'ticket.undone' | 'ticket.noted' | 'ticket.reprintAsked' }
>;

function stepped(hall: Hall, event: Recorded<Step>): Hall {
  const before = lookUp(hall.tickets, event.ticketId);
  const after = evolveTicket(before, event);
  let next: Hall = { ...hall, tickets: withTicket(hall.tickets, after) };
  if (before && isAtCounter(before) && !isAtCounter(after)) {
    const counter = hall.counters[before.counterId];
    if (counter)
      next = { ...next, counters: { ...next.counters, [counter.id]: letsGo(counter, serviceTimeOf(before, event)) } };
  }
  if (event.type === 'ticket.called') {
    const counter = hall.counters[event.counterId];
    if (!counter || !before) throw new Error(`ticket.called at ${event.seq}: no counter ${event.counterId}`);
    next = { ...next, counters: { ...next.counters, [counter.id]: callsOver(counter, before, event.at) } };
  }
  if (event.type === 'ticket.called' || event.type === 'ticket.recalled') next = withCall(next, after, event);
  if (event.type === 'ticket.voided') next = withoutIssue(next, after.serviceId);
  return hasEnded(after) ? withoutVisitIfGone(next, after.visitId) : next;
}

function undone(hall: Hall, event: Recorded<Extract<HallEvent, { type: 'ticket.undone' }>>): Hall {
  const { ticketId, counterId, visit, serviceMs, held } = event;
  const counter = hall.counters[counterId];
  if (!counter) throw new Error(`ticket.undone at ${event.seq}: no counter ${counterId}`);
  let tickets = enter(hall.tickets, ticketId, evolveTicket(lookUp(hall.tickets, ticketId), event));
  for (const id of held) {
    const follower = lookUp(tickets, id);
    if (follower) tickets = enter(tickets, id, holdFor(follower, ticketId));
  }
  return {
    ...hall,
    tickets,
    visits: enter(hall.visits, visit.id, visit),
    counters: { ...hall.counters, [counterId]: takesBack(counter, ticketId, serviceMs) },
  };
}

function withTicket(tickets: Hall['tickets'], ticket: Ticket): Hall['tickets'] {
  if (!hasEnded(ticket)) return enter(tickets, ticket.id, ticket);
  let rest = strike(tickets, ticket.id);
  for (const other of listOf(rest)) {
    const released = releaseFrom(other, ticket.id);
    if (released !== other) rest = enter(rest, other.id, released);
  }
  return rest;
}

function withCall(hall: Hall, ticket: Ticket, event: Recorded): Hall {
  const visit = lookUp(hall.visits, ticket.visitId);
  if (!visit || ticket.state !== 'called') return hall;
  const call: Call = {
    seq: event.seq,
    at: event.at,
    ticketId: ticket.id,
    number: visit.number,
    queueId: ticket.queueId,
    counterId: ticket.counterId,
    priority: visit.priority,
    times: ticket.calls,
  };
  return { ...hall, calls: [call, ...hall.calls.filter((other) => other.ticketId !== ticket.id)].slice(0, keptCalls) };
}

// A voided slip never reached anybody, so it gives its place in the day's quota back.
function withoutIssue(hall: Hall, serviceId: string): Hall {
  return {
    ...hall,
    issuedToday: { ...hall.issuedToday, [serviceId]: Math.max(0, (hall.issuedToday[serviceId] ?? 0) - 1) },
  };
}

function withoutVisitIfGone(hall: Hall, visitId: string): Hall {
  if (listOf(hall.tickets).some((ticket) => ticket.visitId === visitId)) return hall;
  return { ...hall, visits: strike(hall.visits, visitId) };
}

function opened(hall: Hall, event: Recorded<Extract<HallEvent, { type: 'day.opened' }>>): Hall {
  const counters = Object.fromEntries(Object.values(hall.counters).map((counter) => [counter.id, onNewDay(counter)]));
  const sameDay = hall.day?.serviceDay === event.serviceDay;
  return {
    ...hall,
    day: { serviceDay: event.serviceDay, state: 'open', by: event.by, at: event.at },
    ...(sameDay ? {} : { counters, issuedToday: {}, quotas: {}, ticketing: 'open', calls: [] }),
  };
}
