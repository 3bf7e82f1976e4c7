import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Catalogue,
  defaultRules,
  emptyHall,
  evolve,
  type Hall,
  type HallEvent,
  type Track,
} from '@antrean/domain';
import { mallToday } from './mall-today.ts';
import { overviewOf } from './overview.ts';

const now = Date.parse('2026-11-24T02:41:00Z');
const minute = 60_000;
const weekday = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '13:15', closes: '14:00', breaks: [] };
const service = (track: Track) => ({
  id: `A-${track}`,
  agencyId: 'A',
  queueId: `A${track}`,
  track,
  name: track,
  nameEn: track,
  minutes: 10,
  minutesSpread: 5,
  synonyms: [],
  bring: [],
  dailyQuota: null,
});
const catalogue: Catalogue = {
  site: { id: 'mall', name: 'Mal Uji', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: {
    week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: null, sun: null },
    days: { '2026-12-25': { kind: 'holiday', name: 'Natal', hours: null } },
  },
  zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
  agencies: [{ id: 'A', letter: 'A', name: 'Dinas A', nameEn: 'Agency A', shortName: 'A', zoneId: '1' }],
  services: [service('quick'), service('long'), service('self')],
  queues: (['quick', 'long', 'self'] as const).map((track) => ({
    id: `A${track}`,
    agencyId: 'A',
    track,
    prefix: 'A',
    digits: 3,
  })),
  counters: [
    { id: 'c1', name: '1', zoneId: '1', agencyIds: ['A'], track: 'quick' },
    { id: 'c2', name: '2', zoneId: '1', agencyIds: ['A'], track: 'long' },
  ],
  priorityClasses: [],
};
const hallAfter = (...events: readonly (readonly [number, HallEvent])[]): Hall =>
  events.reduce((hall, [at, event]) => evolve(hall, { seq: hall.seq + 1, at, ...event }), emptyHall(catalogue));
const opened = (by: 'calendar' | 'hand', serviceDay = '2026-11-24') =>
  [1, { type: 'day.opened', serviceDay, by }] as const;
const issued = (id: string, track: Track, at: number) =>
  [
    at,
    {
      type: 'ticket.issued',
      ticketId: id,
      visitId: `v-${id}`,
      number: id,
      queueId: `A${track}`,
      serviceId: `A-${track}`,
      priority: false,
      language: 'id',
      arrivedAt: at,
      eligibleAt: at,
      ahead: 0,
      estimate: null,
    },
  ] as const;
const busy = hallAfter(
  opened('calendar'),
  [now - 60 * minute, { type: 'counter.opened', counterId: 'c1', officerId: 'o1' }],
  issued('Q1', 'quick', now - 50 * minute),
  issued('Q2', 'quick', now - 20 * minute),
  issued('L1', 'long', now - 10 * minute),
  [now - 5 * minute, { type: 'ticket.called', ticketId: 'Q1', counterId: 'c1', reason: { code: 'arrival', since: 1 } }],
);

test('a queue with visitors and no open counter comes first of all, however short its wait', () => {
  const { unattended, active, quiet } = overviewOf(busy, catalogue, now);
  assert.deepEqual(
    unattended.map(({ queueId, waiting, longestMinutes }) => [queueId, waiting, longestMinutes]),
    [['Along', 1, 10]],
  );
  assert.deepEqual(
    active.map(({ queueId }) => queueId),
    ['Aquick', 'Along'],
  );
  assert.equal(quiet, 1);
});

test('a counter shows its number and since when, and no officer', () => {
  const { counters, atCounters, openCounters } = overviewOf(busy, catalogue, now);
  const [first, second] = counters;
  assert.deepEqual([first?.state, first?.number, first?.sinceMinutes], ['called', 'Q1', 5]);
  assert.equal(second?.state, 'closed');
  assert.deepEqual([atCounters, openCounters], [1, 1]);
  assert.ok(!JSON.stringify(counters).includes('o1'));
});

test('a paused counter is neither open nor closed', () => {
  const paused = hallAfter(
    opened('calendar'),
    [2, { type: 'counter.opened', counterId: 'c1', officerId: 'o1' }],
    [3, { type: 'counter.paused', counterId: 'c1', reason: 'prayer' }],
  );
  const { counters, openCounters, pausedCounters } = overviewOf(paused, catalogue, now);
  assert.deepEqual([openCounters, pausedCounters, counters[0]?.state], [0, 1, 'paused']);
});

test('the first page says until when the mall is open', () => {
  const today = mallToday(busy, catalogue, now);
  assert.deepEqual(today.doors, { state: 'open', lastTicket: '13:15', closes: '14:00' });
  assert.deepEqual([today.waiting, today.atCounters, today.openCounters], [2, 1, 1]);
  assert.deepEqual([today.newest?.number, today.newest?.counter, today.newest?.agency], ['Q1', '1', 'A']);
});

test('outside its hours a mall opened by hand says so', () => {
  const night = Date.parse('2026-11-24T20:00:00Z');
  assert.deepEqual(mallToday(hallAfter(opened('hand', '2026-11-25')), catalogue, night).doors, { state: 'byHand' });
});

test('after the last number the mall stays open for whoever holds one', () => {
  const late = Date.parse('2026-11-24T06:30:00Z');
  assert.deepEqual(mallToday(busy, catalogue, late).doors, { state: 'noMoreNumbers' });
});

test('on a holiday the first page names it and the next opening', () => {
  const { doors } = mallToday(hallAfter(), catalogue, Date.parse('2026-12-25T02:00:00Z'));
  assert.deepEqual(doors, {
    state: 'closed',
    closure: { why: 'holiday', name: 'Natal', opens: { date: '2026-12-28', time: '07:30' } },
  });
});

test('a pause of the whole mall is a break with its end', () => {
  const paused = hallAfter(opened('calendar'), [
    2,
    { type: 'pause.started', pauseId: 'p', agencyId: null, reason: 'stretching', until: now + 19 * minute },
  ]);
  assert.deepEqual(mallToday(paused, catalogue, now).doors, { state: 'break', until: '10:00' });
});
