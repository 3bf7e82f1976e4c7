import type { Catalogue } from '../src/catalogue.ts';
import type { Recorded } from '../src/events.ts';
import { callsOver, evolveCounter, letsGo, onNewDay, takesBack } from '../src/evolve-counter.ts';
import { evolveTicket, holdFor, releaseFrom, serviceTimeOf } from '../src/evolve-ticket.ts';
import { type Counter, emptyHall, type Hall, hasEnded, isAtCounter, type Ticket } from '../src/hall.ts';
import { registerOf } from '../src/register.ts';

/** State kept row by row, the way a store keeps it: every ticket ever, every counter. */
export type Rows = {
  serviceDay: string | null;
  readonly tickets: Map<string, Ticket>;
  readonly counters: Map<string, Counter>;
};

export function emptyRows(catalogue: Catalogue): Rows {
  return { serviceDay: null, tickets: new Map(), counters: new Map(Object.entries(emptyHall(catalogue).counters)) };
}

/** One event upon the rows that it touches, by the functions that the domain gives to stores. */
export function applyToRows(rows: Rows, event: Recorded): void {
  if (event.type === 'day.opened') {
    if (event.serviceDay !== rows.serviceDay)
      for (const [id, counter] of rows.counters) rows.counters.set(id, onNewDay(counter));
    rows.serviceDay = event.serviceDay;
    return;
  }
  if (!('ticketId' in event || 'counterId' in event)) return;
  if (event.type === 'ticket.noted' || event.type === 'ticket.reprintAsked') return;
  if (!('ticketId' in event)) {
    rows.counters.set(event.counterId, evolveCounter(rowOf(rows.counters, event.counterId), event));
    return;
  }
  const before = rows.tickets.get(event.ticketId);
  const after = evolveTicket(before, event);
  rows.tickets.set(after.id, after);
  if (event.type === 'ticket.undone') {
    const counter = rowOf(rows.counters, event.counterId);
    rows.counters.set(counter.id, takesBack(counter, after.id, event.serviceMs));
    for (const id of event.held) rows.tickets.set(id, holdFor(rowOf(rows.tickets, id), after.id));
    return;
  }
  if (before && isAtCounter(before) && !isAtCounter(after)) {
    const counter = rowOf(rows.counters, before.counterId);
    rows.counters.set(counter.id, letsGo(counter, serviceTimeOf(before, event)));
  }
  if (before && event.type === 'ticket.called')
    rows.counters.set(event.counterId, callsOver(rowOf(rows.counters, event.counterId), before, event.at));
  if (hasEnded(after))
    for (const leg of rows.tickets.values())
      if (leg.visitId === after.visitId) rows.tickets.set(leg.id, releaseFrom(leg, after.id));
}

/** The part of the rows that is alive, in the shape of a hall, for comparing with the fold. */
export function livingRows(rows: Rows): Pick<Hall, 'tickets' | 'counters'> {
  return {
    tickets: registerOf([...rows.tickets.values()].filter((ticket) => !hasEnded(ticket))),
    counters: Object.fromEntries(rows.counters),
  };
}

function rowOf<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}
