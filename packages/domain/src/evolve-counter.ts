import type { HallEvent, Recorded } from './events.ts';
import type { Counter, Ticket } from './hall.ts';

type CounterEvent = Extract<HallEvent, { readonly type: `counter.${string}` }>;

/** The counter after an event of its own; what a ticket's event does to its counter is in `callsOver` and `letsGo`. */
export function evolveCounter(counter: Counter, event: Recorded<CounterEvent>): Counter {
  const base = {
    id: counter.id,
    track: counter.track,
    agencyIds: counter.agencyIds,
    since: event.at,
    served: counter.served,
    serviceMs: counter.serviceMs,
    called: counter.called,
    waitMs: counter.waitMs,
  };
  switch (event.type) {
    case 'counter.opened':
      if (counter.state !== 'closed') throw misfit(counter, event);
      return { ...base, state: 'open', officerId: event.officerId, ticketId: null };
    case 'counter.paused':
      if (counter.state !== 'open' || counter.ticketId !== null) throw misfit(counter, event);
      return { ...base, state: 'paused', officerId: counter.officerId, reason: event.reason };
    case 'counter.resumed':
      if (counter.state !== 'paused') throw misfit(counter, event);
      return { ...base, state: 'open', officerId: counter.officerId, ticketId: null };
    case 'counter.closed':
      if (counter.state === 'closed' || (counter.state === 'open' && counter.ticketId !== null))
        throw misfit(counter, event);
      return { ...base, state: 'closed' };
    case 'counter.trackChanged':
      if (counter.state === 'open' && counter.ticketId !== null) throw misfit(counter, event);
      return { ...counter, track: event.track };
    case 'counter.assigned':
      return { ...counter, agencyIds: event.agencyIds };
  }
}

/**
 * The counter once a ticket, as it was before, has been called to it; throws when it is not open or holds another (rule [H1]).
 * Who was called before has been counted already, whatever became of that call (rule [C9]).
 */
export function callsOver(counter: Counter, ticket: Ticket, at: number): Counter {
  const holding = holds(counter, ticket.id);
  if (ticket.wasCalled) return holding;
  return { ...holding, called: holding.called + 1, waitMs: holding.waitMs + Math.max(0, at - ticket.issuedAt) };
}

function holds(counter: Counter, ticketId: string): Counter {
  if (counter.state !== 'open') throw new Error(`counter ${counter.id} is ${counter.state} and cannot hold a ticket`);
  if (counter.ticketId !== null) throw new Error(`counter ${counter.id} holds ${counter.ticketId} already`);
  return { ...counter, ticketId };
}

/** The counter once its ticket has left; `serviceMs` is null when nobody was served. */
export function letsGo(counter: Counter, serviceMs: number | null): Counter {
  if (counter.state !== 'open') return counter;
  return serviceMs === null
    ? { ...counter, ticketId: null }
    : { ...counter, ticketId: null, served: counter.served + 1, serviceMs: counter.serviceMs + serviceMs };
}

/** The counter to which an undone step brings its ticket back, and whose tally it corrects. */
export function takesBack(counter: Counter, ticketId: string, serviceMs: number | null): Counter {
  const holding = counter.state === 'open' && counter.ticketId === ticketId ? counter : holds(counter, ticketId);
  return serviceMs === null
    ? holding
    : { ...holding, served: holding.served - 1, serviceMs: holding.serviceMs - serviceMs };
}

/** The counter on the morning of a new service day: its tally begins again, and its agencies are those of the catalogue. */
export function onNewDay(counter: Counter): Counter {
  return { ...counter, agencyIds: null, served: 0, serviceMs: 0, called: 0, waitMs: 0 };
}

function misfit(counter: Counter, event: Recorded<CounterEvent>): Error {
  return new Error(`${event.type} at ${event.seq} does not fit counter ${counter.id}, which is ${counter.state}`);
}
