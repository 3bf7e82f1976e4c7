import { dateAfter, siteTime, startOfDate } from '@antrean/domain';

/** A copy in the folder of backups, told by its name alone. */
export type NamedCopy = { readonly name: string; readonly date: string; readonly at: number };

const form = /^antrean-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(?:-\d+)?\.db$/;

/** The name of a copy that is made now, by the mall's clock; `taken` are names that are there. */
export function copyName(at: number, timeZone: string, taken: readonly string[]): string {
  const { date, time } = siteTime(at, timeZone);
  const stem = `antrean-${date}-${time.replace(':', '')}`;
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}.db` : `${stem}-${n}.db`;
    if (!taken.includes(name)) return name;
  }
}

/** The copies among these files, oldest first. Other files in the folder are nobody's business. */
export function copiesIn(names: readonly string[], timeZone: string): readonly NamedCopy[] {
  const copies = names.flatMap((name) => {
    const [, date, hour, minute] = form.exec(name) ?? [];
    if (!date) return [];
    return [{ name, date, at: startOfDate(date, timeZone) + (Number(hour) * 60 + Number(minute)) * 60_000 }];
  });
  return copies.sort((a, b) => a.at - b.at || a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** The newest moment at which a copy should have been made; `times` are HH:MM on the mall's wall, at least one. */
export function lastDue(at: number, timeZone: string, times: readonly string[]): number {
  const { date, time } = siteTime(at, timeZone);
  const sorted = [...times].sort();
  const passed = sorted.filter((due) => due <= time).at(-1);
  const due = passed ?? sorted.at(-1) ?? '00:00';
  const day = passed === undefined ? dateAfter(date, -1) : date;
  return startOfDate(day, timeZone) + (Number(due.slice(0, 2)) * 60 + Number(due.slice(3))) * 60_000;
}
