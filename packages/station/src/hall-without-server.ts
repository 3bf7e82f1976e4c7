import { type Catalogue, emptyHall, type Hall, siteTime, wantsOpen } from '@antrean/domain';

/**
 * The hall as a kiosk may show it while the server is away. On a day that the server has not opened for it, the calendar decides:
 * its lease of that day is the permission. A pause that has run out is over.
 */
export function hallWithoutServer(last: Hall | null, catalogue: Catalogue, at: number): Hall | null {
  const today = siteTime(at, catalogue.site.timeZone);
  if (last?.day?.serviceDay === today.date) return { ...last, pauses: running(last.pauses, at) };
  if (!wantsOpen(catalogue.calendar, today)) return last && over(last);
  const pauses = last ? running(last.pauses, at) : {};
  return {
    ...emptyHall(catalogue),
    seq: last?.seq ?? 0,
    pauses,
    day: { serviceDay: today.date, state: 'open', by: 'calendar', at },
  };
}

// However it was opened: another day's numbers are never given on.
function over(hall: Hall): Hall {
  return hall.day ? { ...hall, day: { ...hall.day, state: 'closed' } } : hall;
}

function running(pauses: Hall['pauses'], at: number): Hall['pauses'] {
  return Object.fromEntries(Object.entries(pauses).filter(([, { until }]) => until === null || until > at));
}
