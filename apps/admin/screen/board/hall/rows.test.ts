import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  boardView,
  type Catalogue,
  defaultRules,
  emptyHall,
  evolve,
  type HallEvent,
  type Track,
} from '@antrean/domain';
import { candidatesFor, closedFor } from '../acts/candidates.ts';
import { counterParts, type Filters, queueParts } from './rows.ts';

const minute = 60_000;
const at = Date.parse('2026-11-24T02:30:00Z');
const agencies = [
  { id: 'A', letter: 'A', name: 'Dinas A', nameEn: 'Agency A', shortName: 'Alfa', zoneId: '1' },
  { id: 'B', letter: 'B', name: 'Dinas B', nameEn: 'Agency B', shortName: 'Beta', zoneId: '2' },
];
const some = ['quick', 'long'] as const;
const catalogue: Catalogue = {
  site: { id: 'mall', name: 'Mal Uji', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar: { week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, days: {} },
  zones: [
    { id: '1', name: 'Lantai 1', nameEn: 'Floor 1' },
    { id: '2', name: 'Lantai 2', nameEn: 'Floor 2' },
  ],
  agencies,
  services: agencies.flatMap(({ id }) =>
    some.map((track) => ({
      id: `${id}-${track}-1`,
      agencyId: id,
      queueId: `${id}-${track}`,
      track,
      name: track,
      nameEn: track,
      minutes: 10,
      minutesSpread: 5,
      synonyms: [],
      bring: [],
      dailyQuota: null,
    })),
  ),
  queues: agencies.flatMap(({ id }) =>
    some.map((track) => ({ id: `${id}-${track}`, agencyId: id, track, prefix: `${id}${track[0]}`, digits: 3 })),
  ),
  counters: [
    { id: 'c1', name: '1', zoneId: '1', agencyIds: ['A'], track: 'quick' },
    { id: 'c2', name: '2', zoneId: '1', agencyIds: ['A'], track: 'quick' },
    { id: 'c13', name: '13', zoneId: '2', agencyIds: ['B'], track: 'long' },
  ],
  priorityClasses: [],
};

const opened = (counterId: string): HallEvent => ({ type: 'counter.opened', counterId, officerId: 'o' });
const issued = (agency: string, track: Track, minutesAgo: number): HallEvent => ({
  type: 'ticket.issued',
  ticketId: `${agency}${track}${minutesAgo}`,
  visitId: `v${agency}${track}${minutesAgo}`,
  number: `${agency}${minutesAgo}`,
  queueId: `${agency}-${track}`,
  serviceId: `${agency}-${track}-1`,
  priority: false,
  language: 'id',
  arrivedAt: at - minutesAgo * minute,
  eligibleAt: at - minutesAgo * minute,
  ahead: 0,
  estimate: null,
});
const viewAfter = (...events: readonly HallEvent[]) =>
  boardView(
    events.reduce(
      (hall, event) => evolve(hall, { seq: hall.seq + 1, at: at - 60 * minute, ...event }),
      emptyHall(catalogue),
    ),
    catalogue,
    at,
  );
const busy = viewAfter(opened('c1'), opened('c13'), issued('A', 'long', 5), issued('B', 'long', 20));
const all: Filters = { search: '', zoneId: null, showQuiet: false };
const ids = (parts: ReturnType<typeof queueParts>) =>
  parts.pieces.flatMap(({ rows }) => rows.map(({ queue }) => queue.id));

test('queues stand by zone, and those where nobody waits and nobody serves are counted instead of shown', () => {
  const { pieces, hidden } = queueParts(busy, catalogue, all, 'place');
  assert.deepEqual(
    pieces.map(({ zoneId, rows }) => [zoneId, rows.map(({ queue }) => queue.id)]),
    [
      ['1', ['A-quick', 'A-long']],
      ['2', ['B-long']],
    ],
  );
  assert.equal(hidden, 1);
});

test('sorted by a figure the worst comes first, from whatever floor', () => {
  assert.deepEqual(ids(queueParts(busy, catalogue, all, 'longest')), ['B-long', 'A-long', 'A-quick']);
  assert.deepEqual(ids(queueParts(busy, catalogue, all, 'light')), ['A-long', 'B-long', 'A-quick']);
});

test('a search looks at quiet queues too, and a number means the counter of that name', () => {
  assert.deepEqual(ids(queueParts(busy, catalogue, { ...all, search: 'beta' }, 'place')), ['B-quick', 'B-long']);
  const counters = (search: string) =>
    counterParts(busy, catalogue, { ...all, search }, 'place').pieces.flatMap(({ rows }) =>
      rows.map(({ place }) => place.name),
    );
  assert.deepEqual(counters('1'), ['1']);
  assert.deepEqual(counters('alfa'), ['1', '2']);
  assert.deepEqual(counters(''), ['1', '13']);
});

test('for a queue without a counter those of its own agency are offered, the open one before the closed one', () => {
  const line = busy.queues.find(({ queue }) => queue.id === 'A-long');
  assert.ok(line);
  assert.deepEqual(
    candidatesFor(busy, line).map(({ here, by, leaves }) => [here.place.name, by, leaves]),
    [
      ['1', 'track', 0],
      ['2', 'track', 0],
    ],
  );
  assert.deepEqual(closedFor(busy, line), []);
});
