import { type Catalogue, type Hall, type Language, paperIn, waitingPlace } from '@antrean/domain';
import type { Name, Slip, SlipLeg, SlipPlace } from './slip.ts';
import { secondLanguageFor } from './slip-words.ts';

/** What was given to one visitor, as far as paper needs it; `offline`: by this kiosk alone, so `ahead` is null. */
export type IssuedVisit = {
  readonly visit: {
    readonly id: string;
    readonly number: string;
    readonly arrivedAt: number;
    readonly language: Language;
  };
  readonly tickets: readonly {
    readonly serviceId: string;
    readonly queueId: string;
    readonly priority: boolean;
    readonly ahead: number | null;
    readonly estimate: readonly [number, number] | null;
  }[];
  readonly offline: boolean;
};

/** `hall`: as it was when the number was given, where this station holds one; it tells which counters are staffed. */
export type SlipContext = {
  readonly statusUrl: string;
  readonly kioskName: string | null;
  readonly hall?: Hall | null;
};

/** The slip of a stored visit; null when this catalogue does not know a service of it, because it is older than the visit. */
export function slipFromIssued(catalogue: Catalogue, issued: IssuedVisit, context: SlipContext): Slip | null {
  const { visit, tickets, offline } = issued;
  const legs = tickets.flatMap((ticket) => legOf(catalogue, ticket, context.hall ?? null) ?? []);
  if (legs.length < tickets.length) return null;
  return {
    siteName: catalogue.site.name,
    timeZone: catalogue.site.timeZone,
    kioskName: context.kioskName,
    secondLanguage: secondLanguageFor(visit.language),
    number: visit.number,
    priority: tickets.some((ticket) => ticket.priority),
    issuedAt: visit.arrivedAt,
    legs,
    statusUrl: context.statusUrl,
    shortId: visit.id.slice(-8).toUpperCase(),
    offline,
  };
}

/** Where a queue waits, as paper needs it (rule [V5]). */
export function placeOnPaper(catalogue: Catalogue, queueId: string, hall: Hall | null): SlipPlace {
  const { zone, counters } = waitingPlace(catalogue, queueId, hall);
  return { zone: { id: zone?.name ?? '', en: zone?.nameEn ?? '' }, counters };
}

/** A paper to bring: in Indonesian, as the officer calls it, and in English for those who chose it. */
export function paperOnPaper(catalogue: Catalogue, paper: string): Name {
  return { id: paper, en: paperIn(catalogue, paper, 'en') };
}

function legOf(catalogue: Catalogue, ticket: IssuedVisit['tickets'][number], hall: Hall | null): SlipLeg | null {
  const service = catalogue.services.find(({ id }) => id === ticket.serviceId);
  const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
  if (!service || !agency) return null;
  return {
    ...placeOnPaper(catalogue, ticket.queueId, hall),
    agency: { id: agency.name, en: agency.nameEn },
    service: { id: service.name, en: service.nameEn },
    track: service.track,
    bring: service.bring.map((paper) => paperOnPaper(catalogue, paper)),
    ahead: ticket.ahead,
    estimate: ticket.estimate,
  };
}
