import { type Catalogue, type DayHours, defaultRules } from '@antrean/domain';

const day: DayHours = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '14:45', closes: '15:30', breaks: [] };
const friday: DayHours = {
  ...day,
  lastTicket: '14:15',
  closes: '15:00',
  breaks: [{ from: '11:30', to: '13:00', reason: 'fridayPrayer' }],
};
const service = { agencyId: 'dkc', queueId: 'dkc-quick', track: 'quick', minutes: 10, minutesSpread: 5 } as const;

/** As much of a mall as stands on paper: one agency with two services and two counters, and odd days around the new year. */
export const mall: Catalogue = {
  site: { id: 'small', name: 'Mal Pelayanan Publik Kecil', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: {
    week: { mon: day, tue: day, wed: day, thu: day, fri: friday, sat: null, sun: null },
    days: {
      '2026-12-25': { kind: 'holiday', name: 'Hari Raya Natal', hours: null },
      '2026-12-31': { kind: 'special', name: 'Akhir tahun', hours: { ...day, lastTicket: '11:15', closes: '12:00' } },
      '2027-01-16': { kind: 'holiday', name: 'Isra Mikraj', hours: null },
    },
  },
  zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
  agencies: [
    {
      id: 'dkc',
      letter: 'B',
      name: 'Dinas Kependudukan',
      nameEn: 'Population Office',
      shortName: 'Dukcapil',
      zoneId: '1',
    },
  ],
  services: [
    {
      ...service,
      id: 'ktp',
      name: 'KTP-el hilang',
      nameEn: 'Lost electronic ID card',
      synonyms: [],
      bring: ['Fotokopi kartu keluarga', 'Pasfoto'],
      dailyQuota: null,
    },
    { ...service, id: 'cek', name: 'Cek data', nameEn: 'Data check', synonyms: [], bring: [], dailyQuota: null },
  ],
  queues: [{ id: 'dkc-quick', agencyId: 'dkc', track: 'quick', prefix: 'BQ', digits: 3 }],
  papers: { 'Fotokopi kartu keluarga': { en: 'Copy of the family card' } },
  counters: [
    { id: 'c1', name: '1', zoneId: '1', agencyIds: ['dkc'], track: 'quick' },
    { id: 'c2', name: '2', zoneId: '1', agencyIds: ['dkc'], track: 'quick' },
  ],
  priorityClasses: [],
};
