import type { Weekday } from '@antrean/domain';
import { type BringList, type OpeningDays, openings } from './bring-list.ts';
import type { PrinterProfile } from './profiles.ts';
import { dayName, slipDate } from './slip-date.ts';
import {
  body,
  centred,
  gap,
  marked,
  placeParts,
  type SlipLine,
  strong,
  tall,
  type Writer,
  writer,
} from './slip-lines.ts';
import { english, indonesian, weekdays } from './slip-words.ts';

/** The list's lines from top to bottom. Nothing on it is large but its title, so that no figure passes for a queue number. */
export function layOutBringList(list: BringList, profile: PrinterProfile): readonly SlipLine[] {
  const paper = writer(list, profile);
  const { text, said, named, rule } = paper;
  return [
    ...text(list.siteName, centred(strong)),
    gap(10),
    ...text(indonesian.listTitle, { ...centred(tall), width: 2 }),
    ...(list.secondLanguage === null ? [] : text(english.listTitle, centred(strong))),
    ...said((words) => words.notANumber, centred(body)),
    ...rule(),
    ...named(list.agency, strong),
    ...named(list.service, body),
    ...rule(),
    ...(list.bring.length === 0 ? said((words) => words.noPapers) : []),
    ...list.bring.flatMap((item) => [...marked('[ ] ', named(item, body, 4)), gap(8)]),
    ...rule(),
    ...said((words) => words.comeTo),
    ...named({ id: placeParts(list, indonesian).join(', '), en: placeParts(list, english).join(', ') }, strong),
    gap(8),
    ...said((words) => words.hours),
    ...weekLines(list, paper),
    ...list.oddDays.flatMap(({ date, name, hours }) => [
      gap(8),
      ...text(dayName(date), strong),
      ...text(`${name}: ${spans(hours, list)}`),
    ]),
    gap(8),
    ...said((words) => words.lastNumber(list.lastNumberMinutes)),
    gap(16),
    ...paper.foot(
      indonesian.printed(slipDate(list.printedAt, list.timeZone)),
      ...(list.kioskName === null ? [] : [list.kioskName]),
    ),
  ];
}

/** Days on the left, their hours in a column to the right of the longest of them. */
function weekLines(list: BringList, { text, isNarrow }: Writer): SlipLine[] {
  const rows = list.week.map((days) => ({ days: daysOf(days, list, isNarrow), hours: spans(days.hours, list) }));
  const indent = Math.max(...rows.map(({ days }) => days.length)) + 2;
  return rows.flatMap(({ days, hours }) => marked(days.padEnd(indent), text(hours, body, indent)));
}

function daysOf({ from, to }: OpeningDays, { secondLanguage }: BringList, isNarrow: boolean): string {
  const own = (day: Weekday) => (isNarrow ? weekdays[day].slice(0, 3) : weekdays[day]);
  const theirs = (day: Weekday) => day.charAt(0).toUpperCase() + day.slice(1);
  const range = (name: (day: Weekday) => string) => (from === to ? name(from) : `${name(from)}-${name(to)}`);
  return secondLanguage === null ? range(own) : `${range(own)} (${range(theirs)})`;
}

function spans(hours: OpeningDays['hours'], { secondLanguage }: BringList): string {
  const open = openings(hours).map((span) => span.replaceAll(':', '.'));
  if (open.length > 0) return open.join(', ');
  return secondLanguage === null ? indonesian.closed : `${indonesian.closed}/${english.closed}`;
}
