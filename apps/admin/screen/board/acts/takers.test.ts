import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BoardCounter, BoardQueue, BoardView, Counter, Track } from '@antrean/domain';
import { onlyAt, takersFor } from './takers.ts';

const queue = (agencyId: string, track: Track = 'quick') => ({
  id: `${agencyId}-${track}`,
  agencyId,
  track,
  prefix: 'AQ',
  digits: 3,
});
const line = (agencyId: string, waiting: number, track: Track = 'quick') =>
  ({ queue: queue(agencyId, track), waiting }) as unknown as BoardQueue;
const counter = (
  id: string,
  agencyIds: readonly string[],
  state: Counter['state'],
  track: Track = 'quick',
  zone = '1',
) =>
  ({
    place: { id, name: id, zoneId: zone, agencyIds, track },
    counter: { id, track, state },
    queues: agencyIds.map((agencyId) => queue(agencyId, track)),
  }) as unknown as BoardCounter;

const leaving = counter('1', ['A', 'B'], 'open');
const view = (...others: readonly BoardCounter[]): BoardView => ({
  queues: [line('A', 3), line('B', 0), line('C', 5), line('A', 1, 'long')],
  counters: [leaving, ...others],
  attention: [],
});

test('a queue stays behind when every other counter of it is closed, of another track or another agency', () => {
  const left = (...others: readonly BoardCounter[]) => onlyAt(view(...others), leaving).map((one) => one.queue.id);
  assert.deepEqual(left(counter('2', ['A'], 'closed'), counter('3', ['A'], 'open', 'long')), ['A-quick', 'B-quick']);
  assert.deepEqual(left(counter('2', ['A'], 'paused')), ['B-quick']);
  assert.deepEqual(left(counter('2', ['A', 'B'], 'open')), []);
});

test('counters of the track are offered, staffed ones first, then those of the same agency, near ones, and those with fewer of their own', () => {
  const far = counter('2', ['B'], 'open', 'quick', '2');
  const takers = takersFor(
    view(
      counter('6', ['A'], 'closed'),
      far,
      counter('3', ['C'], 'open'),
      counter('4', ['B'], 'open'),
      counter('5', ['A'], 'open', 'long'),
    ),
    leaving,
  );
  assert.deepEqual(
    takers.map(({ here, leaves }) => [here.place.id, leaves]),
    [
      ['4', 0],
      ['2', 0],
      ['3', 5],
      ['6', 3],
    ],
  );
});
