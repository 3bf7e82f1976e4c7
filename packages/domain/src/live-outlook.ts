import { comparePlaces } from './call-order.ts';
import { type Catalogue, queuesAt, type Service } from './catalogue.ts';
import {
  type Front,
  type Load,
  mediansOf,
  minutesLeft,
  newcomer,
  type OpenCounter,
  outlookUnder,
  restingQueues,
} from './estimate.ts';
import { type Counter, emptyHall, type Hall, isAtCounter, isFree, type Place, type Ticket } from './hall.ts';
import { compareRegisters } from './register.ts';

/** Who waits in a queue and may be called, in call order, and the minutes of all of them. */
type Line = { readonly tickets: Ticket[]; minutes: number };
type Desk = { readonly counter: Counter; readonly queueIds: readonly string[] };

/**
 * Outlooks beside a hall that moves: keeps who waits in each queue and who works it, so that a promise looks at the people of its own
 * queues and never through the whole hall. What it says is what `estimatesFor` says of the same hall.
 */
export class LiveOutlook {
  readonly #catalogue: Catalogue;
  readonly #medians: ReadonlyMap<string, number>;
  readonly #lines = new Map<string, Line>();
  /** The legs in those lines, by visit. */
  readonly #legs = new Map<string, readonly Ticket[]>();
  /** The visit of each ticket that is at a counter. */
  readonly #busy = new Map<string, string>();
  readonly #desks = new Map<string, Desk>();
  #resting: ReadonlySet<string> = new Set();
  #hall: Hall;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#medians = mediansOf(catalogue);
    this.#hall = emptyHall(catalogue);
    for (const place of catalogue.counters) this.#seat(place.id, this.#hall);
  }

  /** Goes on to this hall; costs what differs from the one before. */
  follow(hall: Hall): void {
    const before = this.#hall;
    this.#hall = hall;
    compareRegisters(before.tickets, hall.tickets, {
      gone: (ticket) => this.#leaves(ticket),
      come: (ticket) => this.#comes(ticket),
    });
    if (hall.counters !== before.counters) for (const { id } of this.#catalogue.counters) this.#seat(id, hall);
    if (hall.pauses !== before.pauses) this.#resting = restingQueues(hall, this.#catalogue);
  }

  /** The promise for each service of a visit that starts now, each leg as if it were the only one (rules [E1]–[E4]). */
  estimates(services: readonly Service[], eligibleAt: number): readonly (readonly [number, number] | null)[] {
    const load = this.#loadBefore(newcomer(eligibleAt));
    return services.map(({ queueId }) => outlookUnder(load, queueId).estimate);
  }

  #loadBefore(place: Place): Load {
    // Few are at a counter, and fewer of them wait elsewhere too.
    const busy = [...this.#busy.values()].flatMap((visitId) => this.#legs.get(visitId) ?? []);
    return {
      front: (queueId) => this.#front(queueId, place, busy),
      working: (queueId) => this.#working(queueId),
      rests: (queueId) => this.#resting.has(queueId),
    };
  }

  // All of the line, less those behind the place, who are few or none for a newcomer, less those who are at a counter elsewhere.
  #front(queueId: string, place: Place, busy: readonly Ticket[]): Front {
    const { tickets, minutes: all } = this.#lines.get(queueId) ?? { tickets: [], minutes: 0 };
    let people = tickets.length;
    let minutes = all;
    for (let last = tickets.at(-1); last && comparePlaces(last.place, place) >= 0; last = tickets[people - 1]) {
      people -= 1;
      minutes -= this.#minutesOf(last);
    }
    for (const leg of busy) {
      if (leg.queueId !== queueId || comparePlaces(leg.place, place) >= 0) continue;
      people -= 1;
      minutes -= this.#minutesOf(leg);
    }
    return { people, minutes };
  }

  #minutesOf({ serviceId }: Ticket): number {
    return this.#medians.get(serviceId) ?? 0;
  }

  #working(queueId: string): readonly OpenCounter[] {
    const open: OpenCounter[] = [];
    for (const { counter, queueIds } of this.#desks.values())
      if (counter.state === 'open' && queueIds.includes(queueId))
        open.push({ queueIds, minutes: minutesLeft(this.#hall, counter, this.#medians) });
    return open;
  }

  #comes(ticket: Ticket): void {
    if (isAtCounter(ticket)) this.#busy.set(ticket.id, ticket.visitId);
    if (!isFree(ticket)) return;
    const line = this.#lines.get(ticket.queueId) ?? { tickets: [], minutes: 0 };
    this.#lines.set(ticket.queueId, line);
    const before = line.tickets.findLastIndex(({ place }) => comparePlaces(place, ticket.place) < 0);
    line.tickets.splice(before + 1, 0, ticket);
    line.minutes += this.#minutesOf(ticket);
    this.#legs.set(ticket.visitId, [...(this.#legs.get(ticket.visitId) ?? []), ticket]);
  }

  #leaves(ticket: Ticket): void {
    this.#busy.delete(ticket.id);
    const line = this.#lines.get(ticket.queueId);
    if (!isFree(ticket) || !line) return;
    line.tickets.splice(line.tickets.indexOf(ticket), 1);
    line.minutes -= this.#minutesOf(ticket);
    const others = (this.#legs.get(ticket.visitId) ?? []).filter((leg) => leg !== ticket);
    if (others.length > 0) this.#legs.set(ticket.visitId, others);
    else this.#legs.delete(ticket.visitId);
  }

  #seat(counterId: string, { counters }: Hall): void {
    const counter = counters[counterId];
    const known = this.#desks.get(counterId);
    const place = this.#catalogue.counters.find(({ id }) => id === counterId);
    if (!counter || !place || counter === known?.counter) return;
    const isSame = known?.counter.track === counter.track && known.counter.agencyIds === counter.agencyIds;
    const queueIds = isSame ? known.queueIds : queuesAt(this.#catalogue, place, counter).map(({ id }) => id);
    this.#desks.set(counterId, { counter, queueIds });
  }
}
