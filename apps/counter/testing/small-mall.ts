import {
  type Catalogue,
  counterView,
  defaultRules,
  emptyHall,
  evolve,
  type Hall,
  type HallEvent,
  type Queue,
  type Service,
} from '@antrean/domain';

export const minuteMs = 60_000;
export const rules = defaultRules;

const service = (id: string, agencyId: string, name: string, nameEn: string, synonyms: string[]): Service => ({
  id,
  agencyId,
  queueId: `${agencyId}-quick`,
  track: 'quick',
  name,
  nameEn,
  minutes: 10,
  minutesSpread: 5,
  synonyms,
  bring: [],
  dailyQuota: null,
});
const queue = (agencyId: string, prefix: string): Queue => ({
  id: `${agencyId}-quick`,
  agencyId,
  track: 'quick',
  prefix,
  digits: 3,
});

/** A mall of one counter for two agencies, small enough to be read. */
export const catalogue: Catalogue = {
  site: { id: 'small', name: 'Mal Kecil', timeZone: 'Asia/Jakarta' },
  rules,
  calendar: { week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, days: {} },
  zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
  agencies: [
    { id: 'DKC', letter: 'B', name: 'Dinas Kependudukan', nameEn: 'Registration', shortName: 'Dukcapil', zoneId: '1' },
    { id: 'JKN', letter: 'C', name: 'BPJS Kesehatan', nameEn: 'Health Insurance', shortName: 'BPJS', zoneId: '1' },
  ],
  services: [
    service('DKC-01', 'DKC', 'Akta kelahiran', 'Birth certificate', ['akte', 'lahir', 'bpjs bayi']),
    service('DKC-02', 'DKC', 'Kartu Keluarga', 'Family card', ['kk']),
    service('JKN-01', 'JKN', 'Pendaftaran bayi baru lahir', 'Newborn enrolment', ['kkp']),
  ],
  queues: [queue('DKC', 'BQ'), queue('JKN', 'CQ')],
  counters: [{ id: 'counter-3', name: '3', zoneId: '1', agencyIds: ['DKC', 'JKN'], track: 'quick' }],
  priorityClasses: [],
};

export const opened: readonly HallEvent[] = [
  { type: 'day.opened', serviceDay: '2026-11-24', by: 'calendar' },
  { type: 'counter.opened', counterId: 'counter-3', officerId: 'officer-1' },
];

const issued = (ticketId: string, number: string, serviceId: string, agencyId: string, at: number): HallEvent => ({
  type: 'ticket.issued',
  ticketId,
  visitId: `visit-${ticketId}`,
  number,
  queueId: `${agencyId}-quick`,
  serviceId,
  priority: false,
  language: 'id',
  arrivedAt: at,
  eligibleAt: at,
  ahead: 0,
  estimate: null,
});

/** BQ001 came before CQ001. */
export const twoWait: readonly HallEvent[] = [
  issued('a', 'BQ001', 'DKC-01', 'DKC', 0),
  issued('b', 'CQ001', 'JKN-01', 'JKN', minuteMs),
];

export function hallAfter(events: readonly HallEvent[]): Hall {
  return events.reduce((hall, event, i) => evolve(hall, { ...event, seq: i + 1, at: i * 1000 }), emptyHall(catalogue));
}

export function viewOf(hall: Hall) {
  const view = counterView(hall, catalogue, 'counter-3');
  if (!view) throw new Error('the small mall has a counter-3');
  return view;
}
