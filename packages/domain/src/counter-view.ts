import { callable, waitingIn } from './call-order.ts';
import {
  type Agency,
  agenciesAt,
  type Catalogue,
  type CounterPlace,
  type Queue,
  queuesAt,
  type Service,
} from './catalogue.ts';
import type { Counter, Hall, Pause, Ticket, Visit } from './hall.ts';
import { listOf, lookUp } from './register.ts';

/** A ticket with everything an officer may see of it. Never a name: the system does not know one. */
export type TicketCard = {
  readonly ticket: Ticket;
  readonly visit: Visit;
  readonly service: Service;
  readonly agency: Agency;
};

export type CounterView = {
  readonly place: CounterPlace;
  readonly counter: Counter;
  readonly queues: readonly Queue[];
  /** Who is at the counter, with the visit's other legs, null when nobody is. */
  readonly present: (TicketCard & { readonly otherLegs: readonly TicketCard[] }) | null;
  /** May be called, in call order: the first is the next (rule [V2]). */
  readonly waiting: readonly TicketCard[];
  /** Wait too, but cannot be called yet: at another counter now, a leg that comes later, or an agency that rests. */
  readonly held: readonly TicketCard[];
  readonly parked: readonly TicketCard[];
  readonly missed: readonly TicketCard[];
  /** Pauses of the mall or of this counter's agencies. */
  readonly pauses: readonly Pause[];
  /** Mean minutes of service today, null before the first. */
  readonly meanServiceMinutes: number | null;
  /** Mean minutes that those it called today had waited (rule [C9]), null before the first. */
  readonly meanWaitMinutes: number | null;
};

/** The hall as one counter sees it; undefined for a counter that the catalogue does not have. */
export function counterView(hall: Hall, catalogue: Catalogue, counterId: string): CounterView | undefined {
  const place = catalogue.counters.find(({ id }) => id === counterId);
  const counter = hall.counters[counterId];
  if (!place || !counter) return undefined;
  const queues = queuesAt(catalogue, place, counter);
  const queueIds = queues.map(({ id }) => id);
  const cards = (tickets: readonly Ticket[]) => tickets.flatMap((ticket) => cardOf(hall, catalogue, ticket) ?? []);
  const tickets = [...listOf(hall.tickets)].sort((a, b) => a.place.order - b.place.order);
  const inState = (state: Ticket['state']) =>
    cards(tickets.filter((t) => t.state === state && queueIds.includes(t.queueId)));
  const resting = new Set(Object.values(hall.pauses).map(({ agencyId }) => agencyId));
  const open = queues.filter(({ agencyId }) => !resting.has(agencyId)).map(({ id }) => id);
  const free = callable(hall, open);
  const present = counter.state === 'open' && counter.ticketId ? lookUp(hall.tickets, counter.ticketId) : undefined;
  const card = present && cardOf(hall, catalogue, present);
  return {
    place,
    counter,
    queues,
    present: card
      ? {
          ...card,
          otherLegs: cards(tickets.filter((t) => t.visitId === card.visit.id && t.id !== card.ticket.id)),
        }
      : null,
    waiting: cards(free),
    held: cards(waitingIn(hall, queueIds).filter((ticket) => !free.includes(ticket))),
    parked: inState('parked'),
    missed: inState('no_show'),
    pauses: Object.values(hall.pauses).filter(
      ({ agencyId }) => agencyId === null || agenciesAt(place, counter).includes(agencyId),
    ),
    meanServiceMinutes: counter.served > 0 ? counter.serviceMs / counter.served / 60_000 : null,
    meanWaitMinutes: counter.called > 0 ? counter.waitMs / counter.called / 60_000 : null,
  };
}

/** A ticket of the hall with its visit, service and agency; undefined when one of them is gone. */
export function cardOf(hall: Hall, catalogue: Catalogue, ticket: Ticket): TicketCard | undefined {
  const visit = lookUp(hall.visits, ticket.visitId);
  const service = catalogue.services.find(({ id }) => id === ticket.serviceId);
  const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
  return visit && service && agency ? { ticket, visit, service, agency } : undefined;
}
