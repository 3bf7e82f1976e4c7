import {
  type Call,
  type Catalogue,
  type Closure,
  closureAt,
  type Hall,
  hoursOn,
  isAtCounter,
  listOf,
  siteTime,
} from '@antrean/domain';

/** Whether numbers are given now, and what a person needs to know about that. */
export type Doors =
  | { readonly state: 'open'; readonly lastTicket: string; readonly closes: string }
  | { readonly state: 'byHand' }
  | { readonly state: 'noMoreNumbers' }
  /** `until` is a wall time `HH:MM`, null when nobody knows. */
  | { readonly state: 'break'; readonly until: string | null }
  | { readonly state: 'closed'; readonly closure: Closure | null };

export type MallToday = {
  readonly doors: Doors;
  readonly waiting: number;
  readonly atCounters: number;
  readonly openCounters: number;
  readonly newest: (Call & { readonly counter: string; readonly agency: string }) | null;
};

/** The mall in one glance: doors, three numbers and the newest call. */
export function mallToday(hall: Hall, catalogue: Catalogue, now: number): MallToday {
  const tickets = listOf(hall.tickets);
  const [call] = hall.calls;
  const agencyId = catalogue.queues.find(({ id }) => id === call?.queueId)?.agencyId;
  return {
    doors: doorsAt(hall, catalogue, now),
    waiting: tickets.filter(({ state }) => state === 'waiting').length,
    atCounters: tickets.filter(isAtCounter).length,
    openCounters: Object.values(hall.counters).filter(({ state }) => state === 'open').length,
    newest: call
      ? {
          ...call,
          counter: catalogue.counters.find(({ id }) => id === call.counterId)?.name ?? '',
          agency: catalogue.agencies.find(({ id }) => id === agencyId)?.shortName ?? '',
        }
      : null,
  };
}

function doorsAt(hall: Hall, catalogue: Catalogue, now: number): Doors {
  const { calendar, site } = catalogue;
  const today = siteTime(now, site.timeZone);
  const closure = closureAt(calendar, today);
  const hours = hoursOn(calendar, today.date);
  if (hall.day?.state !== 'open') return { state: 'closed', closure };
  const mall = Object.values(hall.pauses).find(({ agencyId }) => agencyId === null);
  if (mall) return { state: 'break', until: mall.until === null ? null : siteTime(mall.until, site.timeZone).time };
  if (hall.day.by === 'hand' && (closure || !hours)) return { state: 'byHand' };
  if (closure?.why === 'break') return { state: 'break', until: closure.opens?.time ?? null };
  if (closure || !hours) return { state: 'noMoreNumbers' };
  return { state: 'open', lastTicket: hours.lastTicket, closes: hours.closes };
}
