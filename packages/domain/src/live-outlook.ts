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

type Desk = { readonly counter: Counter; readonly queueIds: readonly string[] };

/**
 * Outlooks beside a hall that moves: keeps who waits in each queue and who works it, so that a promise looks at the people of its own
 * queues and never through the whole hall. What it says is what `estimatesFor` says of the same hall.
 */
export class LiveOutlook {
  readonly #catalogue: Catalogue;
  readonly #medians: ReadonlyMap<string, number>;
  readonly #lines = new Map<string, Map<string, Ticket>>();
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
    const busy = new Set(this.#busy.values());
    return {
      front: (queueId) => this.#front(queueId, place, busy),
      working: (queueId) => this.#working(queueId),
      rests: (queueId) => this.#resting.has(queueId),
    };
  }

  #front(queueId: string, place: Place, busy: ReadonlySet<string>): Front {
    let people = 0;
    let minutes = 0;
    for (const ticket of this.#lines.get(queueId)?.values() ?? []) {
      if (busy.has(ticket.visitId) || comparePlaces(ticket.place, place) >= 0) continue;
      people += 1;
      minutes += this.#medians.get(ticket.serviceId) ?? 0;
    }
    return { people, minutes };
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
    const line = this.#lines.get(ticket.queueId) ?? new Map<string, Ticket>();
    this.#lines.set(ticket.queueId, line.set(ticket.id, ticket));
  }

  #leaves(ticket: Ticket): void {
    this.#busy.delete(ticket.id);
    this.#lines.get(ticket.queueId)?.delete(ticket.id);
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
