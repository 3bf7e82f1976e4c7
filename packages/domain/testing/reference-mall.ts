import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Calendar, type Catalogue, defaultRules, type Track, tracks } from '../src/catalogue.ts';

type Written = {
  readonly site: Catalogue['site'];
  readonly zones: Catalogue['zones'];
  readonly priorityClasses: Catalogue['priorityClasses'];
  readonly counters: readonly { id: string; name: string; zone: string; agencies: readonly string[]; track: Track }[];
  readonly agencies: readonly { code: string; letter: string; shortName: string; name: string; zone: string }[];
  readonly services: readonly {
    code: string;
    agency: string;
    track: Track;
    name: string;
    minutes: number;
    minutesSpread: number;
    dailyQuota: number | null;
  }[];
};

const db = path.resolve(import.meta.dirname, '../../../db');
const read = (file: string) => JSON.parse(readFileSync(path.join(db, file), 'utf8'));

/** The reference mall as far as rules need it: its agencies, services, queues and counters, on its six-day week. */
export function referenceMall(): Catalogue {
  const written: Written = read('catalogue/banyuwangi.json');
  const week: Calendar['week'] = read('calendar/hours.json').presets['six-day'];
  return {
    site: written.site,
    rules: defaultRules,
    calendar: { week, days: {} },
    zones: written.zones,
    priorityClasses: written.priorityClasses,
    agencies: written.agencies.map(({ code, letter, shortName, name, zone }) => ({
      id: code,
      letter,
      name,
      nameEn: name,
      shortName,
      zoneId: zone,
    })),
    services: written.services.map(({ code, agency, track, name, minutes, minutesSpread, dailyQuota }) => ({
      id: code,
      agencyId: agency,
      queueId: `${agency}-${track}`,
      track,
      name,
      nameEn: name,
      minutes,
      minutesSpread,
      synonyms: [],
      bring: [],
      dailyQuota,
    })),
    queues: written.agencies.flatMap(({ code, letter }) =>
      tracks.map((track) => ({
        id: `${code}-${track}`,
        agencyId: code,
        track,
        prefix: letter + { quick: 'Q', self: 'S', long: 'L' }[track],
        digits: 3,
      })),
    ),
    counters: written.counters.map(({ id, name, zone, agencies, track }) => ({
      id,
      name,
      zoneId: zone,
      agencyIds: agencies,
      track,
    })),
  };
}
