import { siteTime, weekdayOf } from '@antrean/domain';
import { months, weekdays } from './slip-words.ts';

const indonesianZones: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `Senin, 23 November 2026, 09.41 WIB`, by the mall's clock and never the machine's. */
export function slipDate(at: number, timeZone: string): string {
  return `${dayName(siteTime(at, timeZone).date)}, ${slipTime(at, timeZone)}`;
}

/** `Senin, 23 November 2026`, of a date YYYY-MM-DD. */
export function dayName(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${weekdays[weekdayOf(date)]}, ${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** `09.41 WIB` */
export function slipTime(at: number, timeZone: string): string {
  return `${siteTime(at, timeZone).time.replace(':', '.')} ${indonesianZones[timeZone] ?? offset(at, timeZone)}`;
}

function offset(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}
