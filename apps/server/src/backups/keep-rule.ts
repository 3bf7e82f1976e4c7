import { dateAfter, weekdayOf } from '@antrean/domain';
import type { NamedCopy } from './copy-names.ts';

const keptDays = 7;
const keptWeeks = 4;
const keptMonths = 12;
const daysSince = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const;

/**
 * Which copies may go, of all that are there, oldest first: kept are those of the last seven days that have any, and the newest one
 * of each of the last four weeks and twelve months. Days without a copy do not count, so a server that stood still loses nothing.
 */
export function copiesToDrop(copies: readonly NamedCopy[]): readonly NamedCopy[] {
  const kept = new Set<NamedCopy>();
  const days = new Set(lastOf(copies, ({ date }) => date, keptDays).map(({ date }) => date));
  for (const copy of copies) if (days.has(copy.date)) kept.add(copy);
  for (const copy of lastOf(copies, ({ date }) => mondayOf(date), keptWeeks)) kept.add(copy);
  for (const copy of lastOf(copies, ({ date }) => date.slice(0, 7), keptMonths)) kept.add(copy);
  return copies.filter((copy) => !kept.has(copy));
}

/** The newest copy of each of the newest `most` spans. */
function lastOf(copies: readonly NamedCopy[], spanOf: (copy: NamedCopy) => string, most: number): readonly NamedCopy[] {
  const newest = new Map<string, NamedCopy>();
  for (const copy of copies) newest.set(spanOf(copy), copy);
  return [...newest.entries()]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .slice(-most)
    .map(([, copy]) => copy);
}

function mondayOf(date: string): string {
  return dateAfter(date, -daysSince[weekdayOf(date)]);
}
