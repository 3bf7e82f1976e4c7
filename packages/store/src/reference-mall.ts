import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, defaultRules, type Queue, type SpecialDay, type Track, tracks } from '@antrean/domain';
import { dateOf, parseWeek } from './calendar-document.ts';
import { parseCatalogue } from './catalogue-document.ts';
import { BadDocument, fieldsOf } from './document-fields.ts';

/** The documents of `db/`: a mall, what its papers are called elsewhere, the weeks that an office may keep, the days that differ. */
export type MallDocuments = {
  readonly mall: unknown;
  readonly papers: unknown;
  readonly hours: unknown;
  readonly days: unknown;
};

const trackLetters: Readonly<Record<Track, string>> = { quick: 'Q', self: 'S', long: 'L' };
const numberDigits = 3;

/**
 * The catalogue that a mall's documents describe: one queue per agency and track, its prefix the agency's letter and the
 * track's. Throws `BadDocument` with the place of anything that is missing or points nowhere.
 */
export function catalogueFrom({ mall, papers, hours, days }: MallDocuments, week = 'six-day'): Catalogue {
  const fields = fieldsOf(mall, 'mall');
  const agencies = fields.list('agencies', (item) => ({
    id: item.text('code'),
    letter: item.text('letter'),
    name: item.text('name'),
    nameEn: item.text('nameEn'),
    shortName: item.text('shortName'),
    zoneId: item.text('zone'),
  }));
  const queues = new Map<string, Queue>();
  const services = fields.list('services', (item) => {
    const agency = agencies.find(({ id }) => id === item.text('agency'));
    if (!agency) throw new BadDocument(`${item.path}.agency`, `points at ${item.text('agency')}, which is not there`);
    const track = item.word('track', tracks);
    const prefix = agency.letter + trackLetters[track];
    const queue = { id: `${agency.id}-${track}`, agencyId: agency.id, track, prefix, digits: numberDigits };
    queues.set(queue.id, queue);
    return {
      id: item.text('code'),
      agencyId: agency.id,
      queueId: queue.id,
      track,
      name: item.text('name'),
      nameEn: item.text('nameEn'),
      minutes: item.integer('minutes', 1),
      minutesSpread: item.integer('minutesSpread', 0),
      synonyms: item.texts('synonyms'),
      bring: item.texts('bring'),
      dailyQuota: item.orNull('dailyQuota', (name) => item.integer(name, 0)),
    };
  });
  return parseCatalogue({
    site: fields.value('site'),
    rules: defaultRules,
    calendar: { week: parseWeek(fieldsOf(hours, 'hours').object('presets').object(week)), days: closedDays(days) },
    zones: fields.value('zones'),
    agencies,
    services,
    papers,
    queues: [...queues.values()],
    counters: fields.list('counters', (item) => ({
      id: item.text('id'),
      name: item.text('name'),
      zoneId: item.text('zone'),
      agencyIds: item.texts('agencies'),
      track: item.word('track', tracks),
    })),
    priorityClasses: fields.value('priorityClasses'),
  });
}

function closedDays(document: unknown): Readonly<Record<string, SpecialDay>> {
  const days = fieldsOf(document, 'days').list('days', (item): readonly [string, SpecialDay] => [
    dateOf(item.text('date'), item.path),
    { kind: item.word('kind', ['holiday', 'leave']), name: item.text('name'), hours: null },
  ]);
  return Object.fromEntries(days);
}

const db = path.resolve(import.meta.dirname, '../../../db');

/** The reference mall as it is shipped in `db/`. */
export function referenceMall(): Catalogue {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(db, name), 'utf8'));
  return catalogueFrom({
    mall: read('catalogue/banyuwangi.json'),
    papers: read('catalogue/papers.json'),
    hours: read('calendar/hours.json'),
    days: read('calendar/id-2026.json'),
  });
}
