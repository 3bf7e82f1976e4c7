import type { Language } from '@antrean/domain';
import {
  type Calendar,
  type Catalogue,
  type DayHours,
  dateAfter,
  hoursOn,
  siteTime,
  type Weekday,
} from '@antrean/domain';
import type { Letterhead, Name, SlipPlace } from './slip.ts';
import { paperOnPaper, placeOnPaper } from './slip-from-issued.ts';
import { secondLanguageFor } from './slip-words.ts';

/** Days of the week in a row that have the same hours; `hours` null: closed. */
export type OpeningDays = { readonly from: Weekday; readonly to: Weekday; readonly hours: DayHours | null };
/** A date soon on which the week does not hold. */
type OddDay = { readonly date: string; readonly name: string; readonly hours: DayHours | null };

/** What to bring for one service, to take home. It carries no number, and nothing that could pass for one. */
export type BringList = Letterhead &
  SlipPlace & {
    readonly printedAt: number;
    readonly agency: Name;
    readonly service: Name;
    readonly bring: readonly Name[];
    readonly week: readonly OpeningDays[];
    readonly oddDays: readonly OddDay[];
    /** Latest, in minutes before closing, at which a number can be had on any day. */
    readonly lastNumberMinutes: number;
  };

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Who takes a list home comes back within days. */
const oddDaysAhead = 14;

/** The list of a service as of `at`; null when the catalogue does not know it. */
export function bringListFor(
  catalogue: Catalogue,
  serviceId: string,
  language: Language,
  at: number,
  kioskName: string | null,
): BringList | null {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
  if (!service || !agency) return null;
  const { calendar, site } = catalogue;
  return {
    // The day of the visit is another one: which counters are staffed now says nothing about it.
    ...placeOnPaper(catalogue, service.queueId, null),
    siteName: site.name,
    timeZone: site.timeZone,
    kioskName,
    secondLanguage: secondLanguageFor(language),
    printedAt: at,
    agency: { id: agency.name, en: agency.nameEn },
    service: { id: service.name, en: service.nameEn },
    bring: service.bring.map((paper) => paperOnPaper(catalogue, paper)),
    week: openingWeek(calendar),
    oddDays: oddDays(calendar, siteTime(at, site.timeZone).date),
    lastNumberMinutes: Math.max(0, ...weekdays.map((day) => minutesBeforeClosing(calendar.week[day]))),
  };
}

function openingWeek({ week }: Calendar): readonly OpeningDays[] {
  const rows: OpeningDays[] = [];
  for (const day of weekdays) {
    const last = rows.at(-1);
    if (last && openings(last.hours).join() === openings(week[day]).join())
      rows[rows.length - 1] = { ...last, to: day };
    else rows.push({ from: day, to: day, hours: week[day] });
  }
  return rows;
}

function oddDays(calendar: Calendar, today: string): readonly OddDay[] {
  return Array.from({ length: oddDaysAhead }, (_, days) => dateAfter(today, days + 1)).flatMap((date) => {
    const special = calendar.days[date];
    return special ? [{ date, name: special.name, hours: hoursOn(calendar, date) }] : [];
  });
}

/** The spans of a day in which counters serve, without its breaks: `['08:00-11:30', '13:00-15:00']`. None when closed. */
export function openings(hours: DayHours | null): readonly string[] {
  if (!hours) return [];
  const ends = [...hours.breaks.map(({ from }) => from), hours.closes];
  return [hours.opens, ...hours.breaks.map(({ to }) => to)].map((from, at) => `${from}-${ends[at]}`);
}

function minutesBeforeClosing(hours: DayHours | null): number {
  if (!hours) return 0;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(hours.closes) - minutes(hours.lastTicket);
}
