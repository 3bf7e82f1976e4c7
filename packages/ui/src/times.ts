import type { KioskLanguage } from './words/kiosk-words.ts';

const locales: Readonly<Record<KioskLanguage, string>> = { id: 'id-ID', en: 'en-GB', ms: 'ms-MY', zh: 'zh-CN' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock on the mall's wall: `09.41 WIB`, in English `09:41 WIB`. */
export function clockText(at: number, timeZone: string, language: KioskLanguage): string {
  return `${timeText(at, timeZone, language)} ${zoneWord(at, timeZone)}`;
}

/** A moment of today without the zone's word: `09.41`. */
export function timeText(at: number, timeZone: string, language: KioskLanguage): string {
  return format(language, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A moment of today to the second: `09.41.07`. */
export function secondText(at: number, timeZone: string, language: KioskLanguage): string {
  const style = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return format(language, timeZone, style).format(at);
}

/** The date in full: `Selasa, 24 November 2026`. */
export function dateText(at: number, timeZone: string, language: KioskLanguage): string {
  return format(language, timeZone, { dateStyle: 'full' }).format(at);
}

/** A calendar date `YYYY-MM-DD` with its weekday and without the year: `Rabu, 25 November`. */
export function dayText(date: string, language: KioskLanguage): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return format(language, 'UTC', style).format(Date.parse(`${date}T00:00:00Z`));
}

/** A wall time `HH:MM` of the calendar as people of this language write it. */
export function wallTimeText(time: string, language: KioskLanguage): string {
  return language === 'id' ? time.replace(':', '.') : time;
}

/** WIB, WITA or WIT. English says `GMT+7`, so the Indonesian word serves every language. */
function zoneWord(at: number, timeZone: string): string {
  const parts = format('id', timeZone, { hour: 'numeric', timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function format(language: KioskLanguage, timeZone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(style).join(' ')}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locales[language], { ...style, timeZone });
    formats.set(key, made);
  }
  return made;
}
