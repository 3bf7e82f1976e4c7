import {
  type Catalogue,
  closureAt,
  type Hall,
  hoursOn,
  isOutsideHours,
  type Pause,
  type PauseReason,
  siteTime,
} from '@antrean/domain';

/** What fills the place of the calls when there is something more important to say. */
export type Headline =
  | { readonly kind: 'connecting' | 'empty' }
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly until: number | null }
  | { readonly kind: 'closed'; readonly opens: { readonly date: string; readonly time: string } | null };

/** Wall times of today that still lie ahead. */
export type Ahead = {
  readonly byHand: boolean;
  readonly nextBreak: { readonly from: string; readonly to: string; readonly reason: string } | null;
  readonly lastTicket: string | null;
  readonly closes: string | null;
};

export function headlineFor(hall: Hall, catalogue: Catalogue, hasCalls: boolean, now: number): Headline | null {
  const mall = Object.values(hall.pauses).find(({ agencyId }) => agencyId === null);
  if (hall.day?.state !== 'open') {
    const closure = closureAt(catalogue.calendar, siteTime(now, catalogue.site.timeZone));
    return { kind: 'closed', opens: closure?.opens ?? null };
  }
  if (mall) return { kind: 'paused', reason: mall.reason, until: mall.until };
  return hasCalls ? null : { kind: 'empty' };
}

/** The next known pause and the closing time; nothing is promised for a day that a person opened outside the calendar. */
export function hoursAhead(hall: Hall, catalogue: Catalogue, now: number): Ahead {
  const today = siteTime(now, catalogue.site.timeZone);
  const hours = hoursOn(catalogue.calendar, today.date);
  const byHand = isOutsideHours(catalogue.calendar, hall.day, today);
  if (!hours || byHand || today.time >= hours.closes)
    return { byHand, nextBreak: null, lastTicket: null, closes: null };
  return {
    byHand,
    nextBreak: hours.breaks.find(({ from }) => today.time < from) ?? null,
    lastTicket: today.time < hours.lastTicket ? hours.lastTicket : null,
    closes: hours.closes,
  };
}

export type AgencyPause = Pause & { readonly agency: string };

/** Pauses of single agencies that people in this zone should know of, oldest first. */
export function agencyPauses(
  pauses: readonly Pause[],
  catalogue: Catalogue,
  zoneId: string | null,
): readonly AgencyPause[] {
  return pauses
    .flatMap((pause) => {
      const agency = catalogue.agencies.find(({ id }) => id === pause.agencyId);
      return agency && (zoneId === null || agency.zoneId === zoneId) ? [{ ...pause, agency: agency.shortName }] : [];
    })
    .sort((a, b) => a.startedAt - b.startedAt);
}
