import { dateAfter, weekdayOf } from '@antrean/domain';

/** Dates of the calendar, both included. */
export type Period = { readonly from: string; readonly to: string };

export const presets = ['today', 'week', 'month', 'lastMonth', 'year'] as const;
export type Preset = (typeof presets)[number];

const mondayFirst = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The period that a word means on this date; one that runs ends today. */
export function periodOf(preset: Preset, today: string): Period {
  const month = today.slice(0, 7);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: dateAfter(today, -mondayFirst.indexOf(weekdayOf(today))), to: today };
    case 'month':
      return { from: `${month}-01`, to: today };
    case 'lastMonth': {
      const to = dateAfter(`${month}-01`, -1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** What a period is compared with: the month before a whole month, otherwise as many days, whole weeks back so that weekdays match. */
export function periodBefore({ from, to }: Period): Period {
  const isMonth = from.endsWith('-01') && dateAfter(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  if (isMonth) return periodOf('lastMonth', from);
  const weeks = Math.ceil(daysIn({ from, to }) / 7) * 7;
  return { from: dateAfter(from, -weeks), to: dateAfter(to, -weeks) };
}

/** Null unless both are dates, in order, of `longest` days at most. */
export function checkedPeriod({ from, to }: Period, longest: number): Period | null {
  const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && dateAfter(text, 0) === text;
  return isDate(from) && isDate(to) && from <= to && to < dateAfter(from, longest) ? { from, to } : null;
}

function daysIn({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
