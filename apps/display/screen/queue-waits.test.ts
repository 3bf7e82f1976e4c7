import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledAt, dayOpened, hallAfter, issuedAt, morning, smallMall } from '../testing/small-mall.ts';
import { guides, inRuns, queueWaits } from './queue-waits.ts';

const catalogue = {
  ...smallMall(4),
  services: [
    {
      id: 'B-01',
      agencyId: 'B',
      queueId: 'BQ',
      track: 'quick',
      name: 'Layanan',
      nameEn: 'Service',
      minutes: 10,
      minutesSpread: 5,
      synonyms: [],
      bring: [],
      dailyQuota: null,
    },
  ],
} as const;
const opened = [morning - 60_000, dayOpened] as const;

test('a queue tells how many wait and how long somebody who comes now will wait', () => {
  const hall = hallAfter(catalogue, [opened, ...calledAt(1, morning), issuedAt(2, morning), issuedAt(3, morning)]);
  const [wait] = queueWaits(hall, catalogue, null, morning);
  assert.deepEqual(
    { ...wait, agency: wait?.agency.id },
    { queueId: 'BQ', agency: 'B', track: 'quick', waiting: 2, openCounters: 1, estimate: [20, 40] },
  );
});

test('a queue for which nobody calls promises nothing, and one where nobody waits is left out', () => {
  const waits = queueWaits(hallAfter(catalogue, [opened, issuedAt(1, morning)]), catalogue, null, morning);
  assert.deepEqual(
    waits.map(({ estimate, openCounters }) => ({ estimate, openCounters })),
    [{ estimate: null, openCounters: 0 }],
  );
  assert.deepEqual(queueWaits(hallAfter(catalogue, [opened]), catalogue, null, morning), []);
});

test('waits of another zone are not shown', () => {
  const hall = hallAfter(catalogue, [opened, issuedAt(1, morning)]);
  assert.deepEqual(queueWaits(hall, catalogue, '2', morning), []);
  assert.equal(queueWaits(hall, catalogue, '1', morning).length, 1);
});

test('the entrance names every agency of the zone, with the counters that are staffed for it', () => {
  const hall = hallAfter(catalogue, [
    opened,
    ...[1, 2, 4].map((n) => [morning, { type: 'counter.opened', counterId: `c${n}`, officerId: `o${n}` }] as const),
    [morning, { type: 'counter.paused', counterId: 'c2', reason: 'meal' }],
  ]);
  const shown = guides(hall, catalogue, null, morning).map(({ agency, counters }) => [agency.shortName, counters]);
  assert.deepEqual(shown, [
    ['A', ''],
    ['B', '1, 2, 4'],
  ]);
});

test('counters that follow each other are one run', () => {
  assert.equal(inRuns(['10', '2', '3', '1', '7', '9']), '1–3, 7, 9, 10');
  assert.equal(inRuns(['VIP', '2']), '2, VIP');
  assert.equal(inRuns([]), '');
});
