import { type Catalogue, type DayHours, defaultRules, type Service, type Track } from '@antrean/domain';

const hours: DayHours = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '14:45', closes: '15:30', breaks: [] };

function service(id: string, agencyId: string, track: Track, dailyQuota: number | null = null): Service {
  const names = { name: id, nameEn: id, synonyms: [], bring: [] };
  return { id, agencyId, queueId: `${agencyId}-${track}`, track, minutes: 10, minutesSpread: 5, dailyQuota, ...names };
}

/** Two agencies that are open from Monday to Saturday; one service has a quota of three. */
export const smallMall: Catalogue = {
  site: { id: 'small', name: 'Mal kecil', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: { week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: null }, days: {} },
  zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
  agencies: [
    { id: 'civil', letter: 'B', name: 'Dukcapil', nameEn: 'Registry', shortName: 'Dukcapil', zoneId: '1' },
    { id: 'bank', letter: 'M', name: 'Bank', nameEn: 'Bank', shortName: 'Bank', zoneId: '1' },
  ],
  services: [
    service('card', 'civil', 'quick'),
    service('scarce', 'civil', 'quick', 3),
    service('loan', 'bank', 'long'),
  ],
  queues: [
    { id: 'civil-quick', agencyId: 'civil', track: 'quick', prefix: 'BQ', digits: 3 },
    { id: 'bank-long', agencyId: 'bank', track: 'long', prefix: 'ML', digits: 3 },
  ],
  counters: [],
  priorityClasses: [],
};
