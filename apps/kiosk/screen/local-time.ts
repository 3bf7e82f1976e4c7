import type { ScreenLanguage } from '@antrean/ui';

const locale: Readonly<Record<ScreenLanguage, string>> = { id: 'id-ID', en: 'en-GB' };

// Indonesians write their zones by these names; Intl knows them in Indonesian only.
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** A time of day as Indonesians write it, with the zone's name: `08.31 WIB`. */
export function timeOfDay(at: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return wallTime(time, timeZone);
}

/** The same for a wall time `HH:MM` of the site. */
export function wallTime(time: string, timeZone: string): string {
  return `${time.replace(':', '.')} ${zoneNames[timeZone] ?? ''}`.trim();
}

/** `Senin, 13 Juli 2026` for a moment. */
export function longDate(at: number, timeZone: string, language: ScreenLanguage): string {
  return new Intl.DateTimeFormat(locale[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** The same for a date `YYYY-MM-DD` of the site. */
export function longDateOf(date: string, language: ScreenLanguage): string {
  return longDate(Date.parse(`${date}T12:00:00Z`), 'UTC', language);
}
