import type { Catalogue, Track, Weekday } from '../catalogue.ts';
import type { Outcome, PauseReason } from '../hall.ts';
import { weekdayOf } from '../site-time.ts';
import type { DayReport, HourFigures, ServiceDay } from './day-report.ts';
import { joinSpreads, type SpreadFigures, spreadFigures } from './spread.ts';

/** Figures of a service, an agency, a track or the mall. Minutes are of those who were called or served. */
export type Figures = Omit<ServiceDay, 'wait' | 'service'> & {
  /** Null where nobody was called. */
  readonly wait: SpreadFigures | null;
  readonly service: SpreadFigures | null;
};

export type CounterFigures = {
  readonly counterId: string;
  readonly days: number;
  readonly served: number;
  readonly openMinutes: number;
  readonly pausedMinutes: Readonly<Partial<Record<PauseReason, number>>>;
};

/** Any number of service days in one (rule [R6]). Services, agencies and counters that the catalogue has lost keep their id. */
export type PeriodReport = {
  readonly days: readonly {
    readonly serviceDay: string;
    readonly visits: number;
    readonly served: number;
    readonly wait: SpreadFigures | null;
  }[];
  readonly visits: number;
  readonly severalServices: number;
  readonly withoutServer: number;
  readonly lapsed: number;
  readonly total: Figures;
  readonly tracks: readonly ({ readonly track: Track } & Figures)[];
  readonly agencies: readonly ({ readonly agencyId: string } & Figures)[];
  readonly services: readonly ({ readonly serviceId: string } & Figures)[];
  /** Of weekdays that had a day, 24 hours each. */
  readonly hours: readonly { readonly weekday: Weekday; readonly hours: readonly HourFigures[] }[];
  readonly counters: readonly CounterFigures[];
  readonly systemDown: readonly { readonly agencyId: string | null; readonly minutes: number }[];
};

const minuteMs = 60_000;

/** Puts days together one after the other, in order: a year at once would hold up whoever waits for this thread. */
export class PeriodReader {
  readonly #services = new Map<string, ServiceDay>();
  readonly #days: PeriodReport['days'][number][] = [];
  readonly #parts: Omit<DayReport, 'services'>[] = [];

  add({ services, ...part }: DayReport): void {
    const all = Object.values(services);
    const wait = spreadFigures(joinSpreads(all.map((of) => of.wait)));
    this.#days.push({
      serviceDay: part.serviceDay,
      visits: part.visits,
      served: sum(all, ({ served }) => served),
      wait,
    });
    this.#parts.push(part);
    for (const [serviceId, more] of Object.entries(services)) {
      const before = this.#services.get(serviceId);
      this.#services.set(serviceId, before ? joined([before, more]) : more);
    }
  }

  report(catalogue: Catalogue): PeriodReport {
    const known = new Map(catalogue.services.map((service) => [service.id, service]));
    const grouped = <K extends string>(keyOf: (serviceId: string) => K | undefined) =>
      [...Map.groupBy(this.#services, ([serviceId]) => keyOf(serviceId))].flatMap(([key, group]) =>
        key === undefined ? [] : [{ key, figures: figuresOf(joined(group.map(([, all]) => all))) }],
      );
    const parts = this.#parts;
    return {
      days: [...this.#days],
      visits: sum(parts, ({ visits }) => visits),
      severalServices: sum(parts, ({ severalServices }) => severalServices),
      withoutServer: sum(parts, ({ withoutServer }) => withoutServer),
      lapsed: sum(parts, ({ lapsed }) => lapsed),
      total: figuresOf(joined([...this.#services.values()])),
      tracks: grouped((id) => known.get(id)?.track).map(({ key, figures }) => ({ track: key, ...figures })),
      agencies: grouped((id) => known.get(id)?.agencyId).map(({ key, figures }) => ({ agencyId: key, ...figures })),
      services: [...this.#services].map(([serviceId, all]) => ({ serviceId, ...figuresOf(all) })),
      hours: hoursByWeekday(parts),
      counters: countersOf(parts),
      systemDown: downOf(parts),
    };
  }
}

function figuresOf({ wait, service, ...counts }: ServiceDay): Figures {
  return { ...counts, wait: spreadFigures(wait), service: spreadFigures(service) };
}

function joined(parts: readonly ServiceDay[]): ServiceDay {
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const part of parts) addTo(outcomes, part.outcomes);
  return {
    taken: sum(parts, ({ taken }) => taken),
    priority: sum(parts, ({ priority }) => priority),
    served: sum(parts, ({ served }) => served),
    outcomes,
    missed: sum(parts, ({ missed }) => missed),
    expired: sum(parts, ({ expired }) => expired),
    cancelled: sum(parts, ({ cancelled }) => cancelled),
    voided: sum(parts, ({ voided }) => voided),
    left: sum(parts, ({ left }) => left),
    onTime: sum(parts, ({ onTime }) => onTime),
    promise: {
      earlier: sum(parts, ({ promise }) => promise.earlier),
      kept: sum(parts, ({ promise }) => promise.kept),
      later: sum(parts, ({ promise }) => promise.later),
    },
    wait: joinSpreads(parts.map(({ wait }) => wait)),
    service: joinSpreads(parts.map(({ service }) => service)),
  };
}

function hoursByWeekday(days: readonly Pick<DayReport, 'serviceDay' | 'hours'>[]): PeriodReport['hours'] {
  const byWeekday = Map.groupBy(days, ({ serviceDay }) => weekdayOf(serviceDay));
  return [...byWeekday].map(([weekday, group]) => ({
    weekday,
    hours: Array.from({ length: 24 }, (_, hour) => ({
      came: sum(group, ({ hours }) => hours[hour]?.came ?? 0),
      called: sum(group, ({ hours }) => hours[hour]?.called ?? 0),
      waitMs: sum(group, ({ hours }) => hours[hour]?.waitMs ?? 0),
    })),
  }));
}

function countersOf(days: readonly Pick<DayReport, 'counters'>[]): readonly CounterFigures[] {
  const byCounter = Map.groupBy(
    days.flatMap(({ counters }) => Object.entries(counters)),
    ([counterId]) => counterId,
  );
  return [...byCounter].map(([counterId, group]) => {
    const hours = group.map(([, desk]) => desk);
    const pausedMs: Partial<Record<PauseReason, number>> = {};
    for (const desk of hours) addTo(pausedMs, desk.pausedMs);
    return {
      counterId,
      days: hours.length,
      served: sum(hours, ({ served }) => served),
      openMinutes: wholeMinutes(sum(hours, ({ openMs }) => openMs)),
      pausedMinutes: Object.fromEntries(Object.entries(pausedMs).map(([reason, ms]) => [reason, wholeMinutes(ms)])),
    };
  });
}

function downOf(days: readonly Pick<DayReport, 'systemDown'>[]): PeriodReport['systemDown'] {
  const byAgency = Map.groupBy(
    days.flatMap(({ systemDown }) => systemDown),
    ({ agencyId }) => agencyId,
  );
  return [...byAgency].map(([agencyId, group]) => ({ agencyId, minutes: sum(group, ({ minutes }) => minutes) }));
}

function addTo<K extends string>(totals: Partial<Record<K, number>>, more: Readonly<Partial<Record<K, number>>>): void {
  for (const key of Object.keys(more) as K[]) totals[key] = (totals[key] ?? 0) + (more[key] ?? 0);
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}

function wholeMinutes(ms: number): number {
  return Math.round(ms / minuteMs);
}
