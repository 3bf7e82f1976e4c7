import { type Catalogue, callable, emptyHall, evolve, type Hall, isAtCounter, lookUp } from '@antrean/domain';
import type { Written } from './events-in.ts';

// After these the ticket is at its counter still.
const staysThere = new Set([
  'ticket.called',
  'ticket.recalled',
  'ticket.started',
  'ticket.noted',
  'ticket.reprintAsked',
]);

/** A counter with two tickets, a ticket at two counters (I5), and a call that passed somebody over (I6). */
export function strayCalls(events: readonly Written[], catalogue: Catalogue): readonly string[] {
  const found: string[] = [];
  const counterOf = new Map<string, string>();
  const ticketAt = new Map<string, string>();
  let hall: Hall | null = emptyHall(catalogue);
  for (const event of events) {
    if (event.type === 'ticket.called') {
      const { ticketId, counterId } = event;
      const held = ticketAt.get(counterId);
      const holder = counterOf.get(ticketId);
      if (held !== undefined) found.push(`[I5] ${counterId} called ${ticketId} while it held ${held}`);
      if (holder !== undefined) found.push(`[I5] ${ticketId} was called at ${counterId} while ${holder} held it`);
      counterOf.set(ticketId, counterId);
      ticketAt.set(counterId, ticketId);
      const first = hall && firstBefore(hall, ticketId);
      if (first && first !== ticketId && event.reason.code !== 'picked')
        found.push(`[I6] ${ticketId} was called before ${first}`);
    } else if ('ticketId' in event && !staysThere.has(event.type)) {
      ticketAt.delete(counterOf.get(event.ticketId) ?? '');
      counterOf.delete(event.ticketId);
      if (event.type === 'ticket.undone' && isAtCounter(event.ticket)) {
        counterOf.set(event.ticketId, event.ticket.counterId);
        ticketAt.set(event.ticket.counterId, event.ticketId);
      }
    }
    hall = hall && after(hall, event);
  }
  return found;
}

/** Whose turn it was in the queue of this ticket, undefined when nobody's. */
function firstBefore(hall: Hall, ticketId: string): string | undefined {
  const ticket = lookUp(hall.tickets, ticketId);
  return ticket && callable(hall, [ticket.queueId])[0]?.id;
}

// The domain refuses to fold what cannot be; the log's own judge says so.
function after(hall: Hall, event: Written): Hall | null {
  try {
    return evolve(hall, event);
  } catch {
    return null;
  }
}
