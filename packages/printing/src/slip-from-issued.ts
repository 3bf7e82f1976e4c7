import { type Catalogue, queuesAt } from '@antrean/domain';
import type { Slip, SlipLeg } from './slip.ts';

/** What the server's answer to "issue" says of one visit, as far as paper needs it. */
export type IssuedVisit = {
  readonly visit: {
    readonly id: string;
    readonly number: string;
    readonly arrivedAt: number;
    readonly language: string;
  };
  readonly tickets: readonly {
    readonly serviceId: string;
    readonly queueId: string;
    readonly priority: boolean;
    readonly ahead: number;
    readonly estimate: readonly [number, number] | null;
  }[];
};

/** The slip of a stored visit; null when this catalogue does not know a service of it, because it is older than the visit. */
export function slipFromIssued(catalogue: Catalogue, issued: IssuedVisit, statusUrl: string): Slip | null {
  const { visit, tickets } = issued;
  const legs = tickets.flatMap((ticket) => legOf(catalogue, ticket) ?? []);
  if (legs.length < tickets.length) return null;
  return {
    siteName: catalogue.site.name,
    timeZone: catalogue.site.timeZone,
    number: visit.number,
    priority: tickets.some((ticket) => ticket.priority),
    issuedAt: visit.arrivedAt,
    legs,
    statusUrl,
    shortId: visit.id.slice(-8).toUpperCase(),
    secondLanguage: visit.language === 'en' ? 'en' : null,
  };
}

function legOf(catalogue: Catalogue, ticket: IssuedVisit['tickets'][number]): SlipLeg | null {
  const service = catalogue.services.find(({ id }) => id === ticket.serviceId);
  const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
  if (!service || !agency) return null;
  const places = catalogue.counters.filter((place) =>
    queuesAt(catalogue, place, place.track).some((queue) => queue.id === ticket.queueId),
  );
  // The counters decide where to go; the agency's own zone only says where to ask when none is set up.
  const zoneId = places[0]?.zoneId ?? agency.zoneId;
  const zone = catalogue.zones.find(({ id }) => id === zoneId);
  return {
    agency: { id: agency.name, en: agency.nameEn },
    service: { id: service.name, en: service.nameEn },
    track: service.track,
    zone: { id: zone?.name ?? zoneId, en: zone?.nameEn ?? zoneId },
    counters: places.map((place) => place.name),
    bring: service.bring,
    ahead: ticket.ahead,
    estimate: ticket.estimate,
  };
}
