import {
  type Catalogue,
  type CounterPlace,
  type DayHours,
  defaultRules,
  type Queue,
  type Service,
} from '@antrean/domain';

export const monday: DayHours = {
  ticketsFrom: '07:30',
  opens: '08:00',
  lastTicket: '13:15',
  closes: '14:00',
  breaks: [],
};

const queue = (agencyId: string, track: Queue['track']): Queue => ({
  id: `${agencyId}-${track}`,
  agencyId,
  track,
  prefix: 'A',
  digits: 3,
});

const service = (id: string, agencyId: string, track: Service['track'], minutes: number): Service => ({
  id,
  agencyId,
  queueId: `${agencyId}-${track}`,
  track,
  name: id,
  nameEn: id,
  minutes,
  minutesSpread: minutes,
  synonyms: [],
  bring: [],
  dailyQuota: null,
});

const counter = (id: string, agencyId: string, track: CounterPlace['track']): CounterPlace => ({
  id,
  name: id,
  zoneId: '1',
  agencyIds: [agencyId],
  track,
});

/** Two agencies with ids of the reference mall, so that its shares and journeys apply. */
export const smallMall: Catalogue = {
  site: { id: 's', name: 's', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: {
    week: { mon: monday, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
    days: {},
  },
  zones: [],
  agencies: [],
  services: [
    service('DKC-05', 'DKC', 'quick', 8),
    service('DKC-07', 'DKC', 'quick', 8),
    service('DKC-13', 'DKC', 'long', 30),
    service('JKN-02', 'JKN', 'quick', 6),
  ],
  queues: [queue('DKC', 'quick'), queue('DKC', 'long'), queue('JKN', 'quick')],
  counters: [counter('c1', 'DKC', 'quick'), counter('c2', 'DKC', 'long'), counter('c3', 'JKN', 'quick')],
  priorityClasses: [
    { id: 'elderly', name: '', nameEn: '', headStartMinutes: 30 },
    { id: 'pregnant', name: '', nameEn: '', headStartMinutes: 30 },
  ],
};
