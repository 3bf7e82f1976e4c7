import {
  type Catalogue,
  type DayHours,
  defaultRules,
  emptyHall,
  evolve,
  type Hall,
  type HallEvent,
} from '@antrean/domain';

/** Tuesday 24 November 2026, 09.41 WIB. */
export const morning = Date.parse('2026-11-24T02:41:00Z');

const hours = (closes: string, breaks: DayHours['breaks'] = []): DayHours => ({
  ticketsFrom: '07:30',
  opens: '08:00',
  lastTicket: '13:15',
  closes,
  breaks,
});
const prayer = [{ from: '11:30', to: '13:00', reason: 'fridayPrayer' }];

/** Two agencies on two floors; agency B has as many quick counters as a test asks for. */
export function smallMall(counters: number): Catalogue {
  const weekday = hours('14:00');
  return {
    site: { id: 'mall', name: 'Mal Uji', timeZone: 'Asia/Jakarta' },
    rules: defaultRules,
    calendar: {
      week: {
        mon: weekday,
        tue: weekday,
        wed: weekday,
        thu: weekday,
        fri: hours('15:00', prayer),
        sat: null,
        sun: null,
      },
      days: {},
    },
    zones: [
      { id: '1', name: 'Lantai 1', nameEn: 'Floor 1' },
      { id: '2', name: 'Lantai 2', nameEn: 'Floor 2' },
    ],
    agencies: [
      { id: 'A', letter: 'A', name: 'Dinas A', nameEn: 'Agency A', shortName: 'A', zoneId: '2' },
      { id: 'B', letter: 'B', name: 'Dinas B', nameEn: 'Agency B', shortName: 'B', zoneId: '1' },
    ],
    services: [],
    queues: [{ id: 'BQ', agencyId: 'B', track: 'quick', prefix: 'BQ', digits: 3 }],
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `c${i + 1}`,
      name: String(i + 1),
      zoneId: '1',
      agencyIds: ['B'],
      track: 'quick',
    })),
    priorityClasses: [],
  };
}

/** The hall after these events, each with its own moment. */
export function hallAfter(catalogue: Catalogue, events: readonly (readonly [number, HallEvent])[]): Hall {
  return events.reduce((hall, [at, event]) => evolve(hall, { seq: hall.seq + 1, at, ...event }), emptyHall(catalogue));
}

export const dayOpened: HallEvent = { type: 'day.opened', serviceDay: '2026-11-24', by: 'calendar' };

/** Visitor `n` takes number BQ00n and waits. */
export function issuedAt(n: number, at: number): readonly [number, HallEvent] {
  return [at, issued(n, at)];
}

/** Visitor `n` takes number BQ00n, and counter `n` opens and calls it. */
export function calledAt(n: number, at: number): readonly (readonly [number, HallEvent])[] {
  const ticketId = `t${n}`;
  const counterId = `c${n}`;
  return [
    [at, issued(n, at)],
    [at, { type: 'counter.opened', counterId, officerId: `o${n}` }],
    [at, { type: 'ticket.called', ticketId, counterId, reason: { code: 'arrival', since: at } }],
  ];
}

function issued(n: number, at: number): HallEvent {
  return {
    type: 'ticket.issued',
    ticketId: `t${n}`,
    visitId: `v${n}`,
    number: `BQ${String(n).padStart(3, '0')}`,
    queueId: 'BQ',
    serviceId: 'B-01',
    priority: false,
    language: 'id',
    arrivedAt: at,
    eligibleAt: at,
    ahead: 0,
    estimate: null,
  };
}
