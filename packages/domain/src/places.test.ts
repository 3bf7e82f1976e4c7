import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallMall } from '../testing/small-mall.ts';
import { type Counter, emptyHall, type Hall } from './hall.ts';
import { counterRanges, waitingPlace } from './places.ts';

const morning = emptyHall(smallMall);
const hallWith = (...changed: readonly Counter[]): Hall => ({
  ...morning,
  counters: { ...morning.counters, ...Object.fromEntries(changed.map((counter) => [counter.id, counter])) },
});
const counter = { track: 'quick', agencyIds: null, since: 0, served: 0, serviceMs: 0, called: 0, waitMs: 0 } as const;
const at = (queueId: string, hall: Hall | null) => {
  const { zone, counters } = waitingPlace(smallMall, queueId, hall);
  return [zone?.id, ...counters];
};

test('[V5] whoever waits is sent to the counters of that queue', () => {
  assert.deepEqual(at('civil-quick', null), ['floor-1', '1', '2', '3']);
  assert.deepEqual(at('civil-quick', morning), ['floor-1', '1', '2', '3']);
});

test('[V5] of them the staffed ones are named, as soon as there is one', () => {
  assert.deepEqual(
    at('civil-quick', hallWith({ ...counter, id: 'c2', state: 'open', officerId: 'o', ticketId: null })),
    ['floor-1', '2'],
  );
  assert.deepEqual(
    at('civil-quick', hallWith({ ...counter, id: 'c1', state: 'paused', officerId: 'o', reason: 'meal' })),
    ['floor-1', '1'],
  );
});

test('[V5] a counter counts with the track that it works today', () => {
  const changed = hallWith(
    { ...counter, id: 'c5', state: 'closed' },
    { ...counter, id: 'c1', track: 'long', state: 'closed' },
  );
  assert.deepEqual(at('civil-quick', changed), ['floor-1', '2', '3', '5']);
});

test('[V5] no counter is named behind the name of a floor on which it does not stand', () => {
  assert.deepEqual(at('health-quick', null), ['floor-2', '8', '11']);
  const spread = {
    ...smallMall,
    counters: smallMall.counters.map((c) => (c.id === 'c8' ? { ...c, zoneId: 'floor-1' } : c)),
  };
  assert.deepEqual(waitingPlace(spread, 'health-quick', null).counters, ['8']);
});

test('[V5] where no counter works the queue, the zone is that of the agency', () => {
  const bare = { ...smallMall, counters: [] };
  assert.deepEqual(waitingPlace(bare, 'bank-quick', null), { zone: smallMall.zones[1], counters: [] });
  assert.deepEqual(waitingPlace(bare, 'nobody', null), { zone: null, counters: [] });
});

test('neighbouring counters are said as a range, whatever stands before their number', () => {
  assert.equal(counterRanges(['3', '1', '2', '7', '9', '10', 'A'], '-'), '1-3, 7, 9-10, A');
  assert.equal(counterRanges(['M1', 'M2', 'M3'], '–'), 'M1–M3');
  assert.equal(counterRanges(['1', 'M2', '2', 'M4', '2'], '-'), '1-2, M2, M4');
  assert.equal(counterRanges(['A09', 'A10', 'A11', 'B12'], '-'), 'A09-A11, B12');
  assert.equal(counterRanges(['Kasir', 'Info', 'M', 'M1'], '-'), 'Kasir, Info, M, M1');
  assert.equal(counterRanges([], '-'), '');
});
