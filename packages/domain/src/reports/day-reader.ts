import type { Catalogue } from '../catalogue.ts';
import { downTimes } from '../down-times.ts';
import type { HallEvent, Recorded } from '../events.ts';
import type { Pause } from '../hall.ts';
import { countBy, type DayReport, hoursOf, servicesOf } from './day-report.ts';
import { closedDesk, type Desk, evolveDesk, hoursUntil } from './desks.ts';
import { evolveLeg, type Leg } from './legs.ts';

type PauseEvent = Recorded<Extract<HallEvent, { readonly type: 'pause.started' | 'pause.ended' }>>;

/** Reads the part of the log that is one day's, in order, piece by piece; what it says is what one fold over all of it says (rule [R1]). */
export class DayReader {
  readonly serviceDay: string;
  readonly #catalogue: Catalogue;
  readonly #legs = new Map<string, Leg>();
  readonly #servedBy = new Map<string, string>();
  readonly #desks = new Map<string, Desk>();
  readonly #pauses: PauseEvent[] = [];
  #since: number | null = null;
  #lastAt = 0;

  constructor(serviceDay: string, catalogue: Catalogue) {
    this.serviceDay = serviceDay;
    this.#catalogue = catalogue;
  }

  read(events: readonly Recorded[]): void {
    for (const event of events) this.#readOne(event);
  }

  #readOne(event: Recorded): void {
    this.#since ??= event.at;
    this.#lastAt = event.at;
    switch (event.type) {
      case 'counter.opened':
      case 'counter.paused':
      case 'counter.resumed':
      case 'counter.closed':
        this.#desks.set(event.counterId, evolveDesk(this.#desks.get(event.counterId) ?? closedDesk, event));
        break;
      case 'pause.started':
      case 'pause.ended':
        this.#pauses.push(event);
        break;
      default: {
        if (!('ticketId' in event)) break;
        const before = this.#legs.get(event.ticketId);
        const leg = evolveLeg(before, event);
        if (!leg) break;
        this.#legs.set(event.ticketId, leg);
        const held = before?.ticket;
        if (event.type === 'ticket.finished' && held && 'counterId' in held)
          this.#servedBy.set(event.ticketId, held.counterId);
        if (event.type === 'ticket.undone') this.#servedBy.delete(event.ticketId);
      }
    }
  }

  /** The day so far: `now` while it is the newest one, null for one that is over, and then all ended with its last event. */
  report(now: { readonly at: number; readonly running: readonly Pause[] } | null): DayReport {
    const { at: until, running } = now ?? { at: this.#lastAt, running: this.#left() };
    const legs = [...this.#legs.values()];
    const own = legs.filter(({ bornAs }) => bornAs !== 'ticket.lapsed');
    const first = own.filter(({ bornAs, ticket }) => bornAs === 'ticket.issued' && ticket.state !== 'voided');
    const visits = countBy(first, ({ ticket }) => ticket.visitId);
    return {
      serviceDay: this.serviceDay,
      visits: visits.size,
      severalServices: [...visits.values()].filter((stops) => stops > 1).length,
      withoutServer: new Set(first.filter(({ isWithoutServer }) => isWithoutServer).map(({ ticket }) => ticket.visitId))
        .size,
      lapsed: legs.length - own.length,
      services: servicesOf(own, this.#catalogue),
      hours: hoursOf(own, this.#catalogue.site.timeZone),
      counters: this.#counters(until),
      systemDown: downTimes(this.#pauses, running, { since: this.#since ?? until, at: until }),
    };
  }

  #counters(until: number): DayReport['counters'] {
    const served = countBy([...this.#servedBy.values()], (counterId) => counterId);
    return Object.fromEntries(
      [...this.#desks].map(([id, desk]) => [id, { ...hoursUntil(desk, until), served: served.get(id) ?? 0 }]),
    );
  }

  // One that began on an earlier day and ended in this one is not counted here: this part of the log does not say why it was.
  #left(): readonly Pause[] {
    const ended = new Set(this.#pauses.flatMap((event) => (event.type === 'pause.ended' ? [event.pauseId] : [])));
    return this.#pauses.flatMap((event) =>
      event.type === 'pause.started' && !ended.has(event.pauseId)
        ? [{ id: event.pauseId, agencyId: event.agencyId, reason: event.reason, startedAt: event.at, until: null }]
        : [],
    );
  }
}
