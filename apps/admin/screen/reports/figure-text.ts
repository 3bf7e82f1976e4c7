import type { ScreenLanguage } from '@antrean/ui';

const locales: Readonly<Record<ScreenLanguage, string>> = { id: 'id-ID', en: 'en-GB' };

/** A count as people of this language write it: `1.204`. */
export function countText(count: number, language: ScreenLanguage): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(count);
}

/** A part of a whole in whole percent; null where there is no whole. */
export function shareText(part: number, whole: number, language: ScreenLanguage): string | null {
  if (whole === 0) return null;
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

/** Dates as a person says them, the year once: `1–27 November 2026`. */
export function periodText(from: string, to: string, language: ScreenLanguage): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(Date.parse(from), Date.parse(to));
}

/** `27 Nov`. */
export function shortDateText(date: string, language: ScreenLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}

/** `Nov 2026` of a month `YYYY-MM`. */
export function monthText(month: string, language: ScreenLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  );
}
