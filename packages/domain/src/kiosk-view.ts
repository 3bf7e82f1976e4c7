import { closureAt, isOutsideHours } from './calendar.ts';
import { type Agency, type Catalogue, queuesAt, type Service } from './catalogue.ts';
import { type Outlook, outlooksFor } from './estimate.ts';
import type { Hall, PauseReason } from './hall.ts';
import { whyNoNumbers } from './issue.ts';
import type { Refusal } from './result.ts';
import { siteTime } from './site-time.ts';
import { quotaOf } from './today.ts';

/** What the kiosk says of one service: take a number, or why not; always what the server would answer (rule [V1]). */
export type ServiceOffer = { readonly service: Service; readonly outlook: Outlook } & (
  | {
      readonly open: true;
      /** Names of the self-service stations to which a visitor may go at once, without a number (rule [V6]). */
      readonly freeCounters: readonly string[];
    }
  | { readonly open: false; readonly why: 'quota' }
  | { readonly open: false; readonly why: 'paused'; readonly reason: PauseReason; readonly until: number | null }
);

export type KioskView = {
  /** Why nobody may take a number now, as the server would refuse it; null when the kiosk is open. */
  readonly shut: Refusal | null;
  /** Open although the calendar says no: a person opened the day, or this is a demonstration. */
  readonly openedByHand: boolean;
  readonly agencies: readonly { readonly agency: Agency; readonly offers: readonly ServiceOffer[] }[];
};

/** The mall as a visitor at the kiosk may use it at this moment. */
export function kioskView(hall: Hall, catalogue: Catalogue, at: number): KioskView {
  const now = siteTime(at, catalogue.site.timeZone);
  const closure = closureAt(catalogue.calendar, now);
  const outlooks = outlooksFor(hall, catalogue, at);
  return {
    shut: whyNoNumbers({ ...hall, closure, pauses: Object.values(hall.pauses) })?.error ?? null,
    openedByHand: isOutsideHours(catalogue.calendar, hall.day, now),
    agencies: catalogue.agencies.map((agency) => ({
      agency,
      offers: catalogue.services
        .filter((service) => service.agencyId === agency.id)
        .map((service) => offer(hall, catalogue, service, outlooks)),
    })),
  };
}

const unknown: Outlook = { ahead: 0, openCounters: 0, estimate: null };

type Outlooks = ReadonlyMap<string, Outlook>;

function offer(hall: Hall, catalogue: Catalogue, service: Service, outlooks: Outlooks): ServiceOffer {
  const outlook = outlooks.get(service.queueId) ?? unknown;
  const pause = Object.values(hall.pauses).find(({ agencyId }) => agencyId === service.agencyId);
  if (pause) return { service, outlook, open: false, why: 'paused', reason: pause.reason, until: pause.until };
  const quota = quotaOf(service, hall.quotas);
  if (quota !== null && (hall.issuedToday[service.id] ?? 0) >= quota)
    return { service, outlook, open: false, why: 'quota' };
  return { service, outlook, open: true, freeCounters: freeCountersFor(hall, catalogue, service, outlooks) };
}

function freeCountersFor(hall: Hall, catalogue: Catalogue, service: Service, outlooks: Outlooks): readonly string[] {
  if (service.track !== 'self' || catalogue.rules.selfService === 'ticket') return [];
  return catalogue.counters
    .filter((place) => {
      const counter = hall.counters[place.id];
      if (counter?.state !== 'open' || counter.ticketId !== null) return false;
      const queues = queuesAt(catalogue, place, counter);
      // Whoever waits for another queue of this station comes before a visitor without a number.
      return queues.some(({ id }) => id === service.queueId) && queues.every(({ id }) => !outlooks.get(id)?.ahead);
    })
    .map(({ name }) => name);
}
