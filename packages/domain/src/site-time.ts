import type { Weekday } from './catalogue.ts';

/** A moment as the clock on the mall's wall shows it: `date` YYYY-MM-DD, `time` HH:MM. */
export type SiteTime = { readonly date: string; readonly time: string; readonly weekday: Weekday };

type Wall = { readonly format: Intl.DateTimeFormat; readonly minute: number; readonly shown: SiteTime };

/** Of each zone its format and what its clock showed when it was last looked at. */
const walls = new Map<string, Wall>();
const minuteMs = 60_000;

/** Epoch milliseconds in the site's IANA zone, never the machine's. Throws on a zone that ICU does not know. */
export function siteTime(at: number, timeZone: string): SiteTime {
  const minute = Math.floor(at / minuteMs);
  const wall = walls.get(timeZone);
  // Every command asks, and a clock without a second hand shows the same for a minute.
  if (wall?.minute === minute) return wall.shown;
  const format = wall?.format ?? formatOf(timeZone);
  const shown = shownBy(format, at);
  walls.set(timeZone, { format, minute, shown });
  return shown;
}

// Making a format costs a hundred times what using it does.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  });
}

function shownBy(format: Intl.DateTimeFormat, at: number): SiteTime {
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? '';
  return {
    date: `${read('year').padStart(4, '0')}-${read('month')}-${read('day')}`,
    time: `${read('hour')}:${read('minute')}`,
    weekday: read('weekday').toLowerCase() as Weekday,
  };
}

/** The date `days` later in the Gregorian calendar; pure arithmetic, because the domain has no clock and no zone here. */
export function dateAfter(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days);
}

/** The moment at which a date begins in the site's IANA zone, epoch milliseconds. */
export function startOfDate(date: string, timeZone: string): number {
  const asUtc = dayNumber(date) * dayMs;
  // The zone's distance is asked for once near the answer and once at it: it may change in between.
  return [0, 1].reduce((at) => asUtc - distanceAt(at, timeZone), asUtc);
}

const dayMs = 24 * 3_600_000;

function distanceAt(at: number, timeZone: string): number {
  const { date, time } = siteTime(at, timeZone);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return dayNumber(date) * dayMs + minutes * 60_000 - (at - (at % 60_000));
}

const weekdays: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

export function weekdayOf(date: string): Weekday {
  return weekdays[((dayNumber(date) % 7) + 7) % 7] ?? 'thu';
}

// Days since 1970-01-01, counted in years that begin on 1 March so that the leap day comes last.
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const yearOfEra = y - era * 400;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function fromDayNumber(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
