import { type Catalogue, closureAt, type Hall, type PauseReason, siteTime } from '@antrean/domain';

/** Why nobody may take a number now, as far as a visitor needs to know, and when that ends. */
export type ShutReason =
  | {
      readonly why:
        | 'holiday'
        | 'leave'
        | 'closedDay'
        | 'notYet'
        | 'cutOff'
        | 'break'
        | 'dayOver'
        | 'dayNotOpen'
        | 'closedByHand';
      readonly name: string | null;
      readonly opens: { readonly date: string; readonly time: string } | null;
    }
  | { readonly why: 'paused'; readonly reason: PauseReason; readonly until: number | null };

/** To be asked only when the kiosk's view says that it is shut; a day that nobody has opened is explained by the calendar where it can be. */
export function shutReason(hall: Hall, catalogue: Catalogue, at: number): ShutReason {
  const now = siteTime(at, catalogue.site.timeZone);
  const mall = Object.values(hall.pauses).find(({ agencyId }) => agencyId === null);
  if (hall.day?.state === 'open' && mall) return { why: 'paused', reason: mall.reason, until: mall.until };
  // A day that a person has opened goes on outside its hours: then it is not the calendar that shuts the kiosk.
  const isByHand = hall.day?.state === 'open' && hall.day.by === 'hand';
  const closure = isByHand ? null : closureAt(catalogue.calendar, now);
  if (closure) return closure;
  if (hall.day?.state === 'open' && hall.ticketing === 'closed')
    return { why: 'closedByHand', name: null, opens: null };
  const isOver = hall.day?.state === 'closed' && hall.day.serviceDay === now.date;
  return { why: isOver ? 'dayOver' : 'dayNotOpen', name: null, opens: null };
}
