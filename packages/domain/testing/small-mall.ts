import { type Catalogue, type DayHours, defaultRules, type Service, type Track } from '../src/catalogue.ts';

const officeHours: DayHours = {
  ticketsFrom: '07:30',
  opens: '08:00',
  lastTicket: '14:45',
  closes: '15:30',
  breaks: [],
};
const friday: DayHours = {
  ticketsFrom: '07:30',
  opens: '08:00',
  lastTicket: '14:15',
  closes: '15:00',
  breaks: [{ from: '11:30', to: '13:00', reason: 'fridayPrayer' }],
};
const saturday: DayHours = { ...officeHours, lastTicket: '11:45', closes: '12:30' };

const agencies = [
  { id: 'civil', letter: 'B', tracks: ['quick', 'self', 'long'] },
  { id: 'permits', letter: 'A', tracks: ['quick', 'long'] },
  { id: 'health', letter: 'E', tracks: ['quick', 'self'] },
  { id: 'bank', letter: 'M', tracks: ['quick', 'long'] },
] as const;

const minutesOf: Readonly<Record<Track, number>> = { quick: 10, self: 6, long: 20 };

function service(agencyId: string, track: Track, n: number, dailyQuota: number | null): Service {
  const id = `${agencyId}-${track}-${n}`;
  return {
    id,
    agencyId,
    queueId: `${agencyId}-${track}`,
    track,
    name: id,
    nameEn: id,
    minutes: minutesOf[track],
    minutesSpread: 5,
    synonyms: [],
    bring: [],
    dailyQuota,
  };
}

function counter(id: string, track: Track, agencyIds: readonly string[]) {
  return { id, name: id.slice(1), zoneId: Number(id.slice(1)) <= 6 ? 'floor-1' : 'floor-2', agencyIds, track };
}

/** Four agencies, nine queues, twelve counters: small enough to read, wide enough for every rule. One service a quota of three. */
export const smallMall: Catalogue = {
  site: { id: 'small', name: 'Mal kecil', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: {
    week: {
      mon: officeHours,
      tue: officeHours,
      wed: officeHours,
      thu: officeHours,
      fri: friday,
      sat: saturday,
      sun: null,
    },
    days: {
      '2026-08-17': { kind: 'holiday', name: 'Proklamasi Kemerdekaan', hours: null },
      '2026-08-18': { kind: 'leave', name: 'Cuti bersama', hours: null },
      '2026-08-19': { kind: 'special', name: 'Upacara', hours: { ...officeHours, ticketsFrom: '10:00' } },
      '2026-08-20': { kind: 'special', name: 'Pembersihan', hours: null },
    },
  },
  zones: ['floor-1', 'floor-2'].map((id) => ({ id, name: id, nameEn: id })),
  agencies: agencies.map(({ id, letter }) => ({
    id,
    letter,
    name: id,
    nameEn: id,
    shortName: id,
    zoneId: id === 'bank' ? 'floor-2' : 'floor-1',
  })),
  services: agencies.flatMap(({ id, tracks }) =>
    tracks.flatMap((track) => [service(id, track, 1, null), service(id, track, 2, id === 'permits' ? 3 : null)]),
  ),
  queues: agencies.flatMap(({ id, letter, tracks }) =>
    tracks.map((track) => ({
      id: `${id}-${track}`,
      agencyId: id,
      track,
      prefix: letter + { quick: 'Q', self: 'S', long: 'L' }[track],
      digits: 3,
    })),
  ),
  counters: [
    counter('c1', 'quick', ['civil']),
    counter('c2', 'quick', ['civil']),
    counter('c3', 'quick', ['civil', 'permits']),
    counter('c4', 'self', ['civil', 'health']),
    counter('c5', 'long', ['civil']),
    counter('c6', 'quick', ['permits']),
    counter('c7', 'long', ['permits', 'bank']),
    counter('c8', 'quick', ['health']),
    counter('c9', 'quick', ['bank']),
    counter('c10', 'long', ['bank']),
    counter('c11', 'quick', ['health', 'bank']),
    counter('c12', 'long', ['permits']),
  ],
  priorityClasses: [
    { id: 'elderly', name: 'Lansia', nameEn: 'Elderly', headStartMinutes: 30 },
    { id: 'island', name: 'Warga pulau', nameEn: 'Islander', headStartMinutes: 45 },
  ],
};
