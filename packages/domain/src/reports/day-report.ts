import type { Catalogue } from '../catalogue.ts';
import type { Outcome } from '../hall.ts';
import { siteTime } from '../site-time.ts';
import type { DeskHours } from './desks.ts';
import type { Leg } from './legs.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What became of the numbers of one service; each leg of a visit counts at its service of last (rules [R1]–[R4]). */
export type ServiceDay = {
  /** Less the voided ones. */
  readonly taken: number;
  readonly priority: number;
  readonly served: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly missed: number;
  readonly expired: number;
  readonly cancelled: number;
  readonly voided: number;
  /** Moved away to another service. */
  readonly left: number;
  readonly wait: Spread;
  readonly onTime: number;
  readonly service: Spread;
  readonly promise: { readonly earlier: number; readonly kept: number; readonly later: number };
};

/** One hour of the clock on the wall: how many came, how many were called first in it and what they had waited. */
export type HourFigures = { readonly came: number; readonly called: number; readonly waitMs: number };

/** A service day in figures, so that those of many days can be put together. Nothing in it tells of one person. */
export type DayReport = {
  readonly serviceDay: string;
  readonly visits: number;
  readonly severalServices: number;
  readonly withoutServer: number;
  /** Numbers that kiosks had given for earlier days and told of in this one (rule [K7]). */
  readonly lapsed: number;
  readonly services: Readonly<Record<string, ServiceDay>>;
  readonly hours: readonly HourFigures[];
  readonly counters: Readonly<Record<string, DeskHours & { readonly served: number }>>;
  readonly systemDown: readonly { readonly agencyId: string | null; readonly minutes: number }[];
};

const minuteMs = 60_000;

export function servicesOf(legs: readonly Leg[], catalogue: Catalogue): DayReport['services'] {
  const targets = new Map(
    catalogue.services.map(({ id, track }) => [id, catalogue.rules.waitTargetMinutes[track] * minuteMs]),
  );
  const standing = Map.groupBy(legs, ({ ticket }) => ticket.serviceId);
  const called = Map.groupBy(legs, ({ wait, ticket }) => wait?.serviceId ?? ticket.serviceId);
  const left = countBy(
    legs.flatMap(({ leftServices }) => leftServices),
    (serviceId) => serviceId,
  );
  const ids = new Set([...standing.keys(), ...called.keys(), ...left.keys()]);
  return Object.fromEntries(
    [...ids].map((id) => {
      const waits = (called.get(id) ?? []).flatMap(({ wait }) => (wait ? [wait.ms] : []));
      const onTime = waits.filter((ms) => ms <= (targets.get(id) ?? 0)).length;
      return [
        id,
        {
          ...fates(standing.get(id) ?? []),
          left: left.get(id) ?? 0,
          wait: spreadOf(waits),
          onTime,
          promise: promises(called.get(id) ?? []),
        },
      ];
    }),
  );
}

function fates(legs: readonly Leg[]): Omit<ServiceDay, 'left' | 'wait' | 'onTime' | 'promise'> {
  const given = legs.filter(({ ticket }) => ticket.state !== 'voided');
  const count = (is: (leg: Leg) => boolean) => given.filter(is).length;
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const { ticket } of given)
    if (ticket.state === 'finished') outcomes[ticket.outcome] = (outcomes[ticket.outcome] ?? 0) + 1;
  return {
    taken: given.length,
    priority: count(({ isPriority }) => isPriority),
    served: count(({ ticket }) => ticket.state === 'finished'),
    outcomes,
    missed: count(({ isMissed }) => isMissed),
    expired: count(({ ticket, isMissed }) => ticket.state === 'expired' && !isMissed),
    cancelled: count(({ ticket }) => ticket.state === 'cancelled'),
    voided: legs.length - given.length,
    service: spreadOf(given.flatMap(({ serviceMs }) => (serviceMs === null ? [] : [serviceMs]))),
  };
}

/** A promise is kept when the first call came within its minutes (rule [R4]). */
function promises(legs: readonly Leg[]): ServiceDay['promise'] {
  let earlier = 0;
  let kept = 0;
  let later = 0;
  for (const { promise, wait } of legs) {
    if (!promise || !wait) continue;
    if (wait.ms < promise[0] * minuteMs) earlier += 1;
    else if (wait.ms > promise[1] * minuteMs) later += 1;
    else kept += 1;
  }
  return { earlier, kept, later };
}

export function hoursOf(legs: readonly Leg[], timeZone: string): readonly HourFigures[] {
  const hours = Array.from({ length: 24 }, () => ({ came: 0, called: 0, waitMs: 0 }));
  const hourAt = (at: number) => hours[Number(siteTime(at, timeZone).time.slice(0, 2))];
  for (const { ticket, bornAs, wait } of legs) {
    if (ticket.state === 'voided') continue;
    const came = bornAs === 'ticket.issued' && hourAt(ticket.issuedAt);
    if (came) came.came += 1;
    const called = wait && hourAt(ticket.issuedAt + wait.ms);
    if (!called) continue;
    called.called += 1;
    called.waitMs += wait.ms;
  }
  return hours;
}

export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
