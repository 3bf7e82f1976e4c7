import { type Catalogue, type DayHours, defaultRules, type Service, type Track } from '@antrean/domain';

const hours: DayHours = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '13:15', closes: '14:00', breaks: [] };

const service = (id: string, agencyId: string, track: Track, dailyQuota: number | null = null): Service => ({
  id,
  agencyId,
  queueId: `${agencyId}-${track}`,
  track,
  name: id,
  nameEn: id,
  minutes: 5,
  minutesSpread: 5,
  synonyms: [],
  bring: [],
  dailyQuota,
});

const agency = (id: string, letter: string) => ({ id, letter, name: id, nameEn: id, shortName: id, zoneId: 'hall' });
const queue = (agencyId: string, track: Track, prefix: string) => ({
  id: `${agencyId}-${track}`,
  agencyId,
  track,
  prefix,
  digits: 3,
});
const counter = (id: string, agencyIds: readonly string[], track: Track) => ({
  id,
  name: id,
  zoneId: 'hall',
  agencyIds,
  track,
});

/** Two agencies, three queues, five counters: small enough to know by heart. Open Monday to Saturday. */
export const smallMall: Catalogue = {
  site: { id: 'small', name: 'MPP Kecil', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: {
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: null },
    days: { '2026-08-17': { kind: 'holiday', name: 'Hari Kemerdekaan', hours: null } },
  },
  zones: [{ id: 'hall', name: 'Aula', nameEn: 'Hall' }],
  agencies: [agency('civil', 'B'), agency('tax', 'C')],
  services: [
    service('card', 'civil', 'quick'),
    service('family', 'civil', 'quick'),
    service('birth', 'civil', 'quick', 2),
    service('adoption', 'civil', 'long'),
    service('bill', 'tax', 'quick'),
  ],
  queues: [queue('civil', 'quick', 'BQ'), queue('civil', 'long', 'BL'), queue('tax', 'quick', 'CQ')],
  counters: [
    counter('one', ['civil'], 'quick'),
    counter('two', ['civil'], 'quick'),
    counter('three', ['civil'], 'long'),
    counter('four', ['tax'], 'quick'),
    counter('five', ['civil', 'tax'], 'quick'),
  ],
  priorityClasses: [{ id: 'elderly', name: 'Lansia', nameEn: 'Elderly', headStartMinutes: 30 }],
};

/** Monday 13 July 2026, 08:00 at the small mall. */
export const mondayMorning = Date.parse('2026-07-13T08:00:00+07:00');
export const monday = '2026-07-13';
export const tuesday = '2026-07-14';
export const minute = 60_000;
export const day = 24 * 60 * minute;
