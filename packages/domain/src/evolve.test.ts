import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import type { HallEvent, Recorded } from './events.ts';
import { evolve } from './evolve.ts';
import { emptyHall, keptCalls } from './hall.ts';

/** A hall with one open counter, one called ticket and one that waits. */
function busy() {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const called = mall.arrives('civil-quick-1')[0];
  const waits = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  return { mall, called, waits };
}

test('[V3] the fold of the log is the hall, also after a journey through JSON', () => {
  const { mall, called } = busy();
  mall.misses(called);
  const wire: Recorded[] = JSON.parse(JSON.stringify(mall.site.log));
  assert.deepEqual(wire.reduce(evolve, emptyHall(smallMall)), mall.hall());
});

test('[V3] an event out of turn throws: the one before is missing, or it was here already', () => {
  const { mall } = busy();
  for (const skip of [0, 2])
    assert.throws(
      () => evolve(mall.hall(), { seq: mall.hall().seq + skip, at: 0, type: 'catalogue.changed', version: 1 }),
      /does not follow/,
    );
});

test('[H2] an event that no decision makes throws instead of bending the hall', () => {
  const { mall, called, waits } = busy();
  const misfits: readonly HallEvent[] = [
    { type: 'ticket.called', ticketId: called, counterId: 'c2', reason: { code: 'arrival', since: 0 } },
    { type: 'ticket.called', ticketId: waits, counterId: 'c1', reason: { code: 'arrival', since: 0 } },
    { type: 'ticket.called', ticketId: waits, counterId: 'c3', reason: { code: 'arrival', since: 0 } },
    { type: 'ticket.called', ticketId: waits, counterId: 'none', reason: { code: 'arrival', since: 0 } },
    { type: 'ticket.called', ticketId: 'none', counterId: 'c2', reason: { code: 'arrival', since: 0 } },
    { type: 'ticket.finished', ticketId: called, outcome: 'done' },
    { type: 'ticket.requeued', ticketId: called, eligibleAt: 0, order: 0 },
    { type: 'ticket.voided', ticketId: called, reason: 'print.notSent' },
    { type: 'counter.opened', counterId: 'c1', officerId: 'o' },
    { type: 'counter.paused', counterId: 'c1', reason: 'meal' },
    { type: 'counter.closed', counterId: 'c1' },
    { type: 'counter.closed', counterId: 'c3' },
    { type: 'counter.trackChanged', counterId: 'c1', track: 'long', reason: 'crowd' },
    { type: 'counter.resumed', counterId: 'c2' },
    { type: 'counter.closed', counterId: 'none' },
  ];
  for (const event of misfits)
    assert.throws(() => evolve(mall.hall(), { seq: mall.hall().seq + 1, at: 0, ...event }), Error, event.type);
});

test('[A2] every event is made of known fields only', () => {
  const { mall, called } = busy();
  mall.misses(called);
  mall.steps(called, { kind: 'requeue' });
  mall.gives({ kind: 'start-pause', agencyId: null, reason: 'stretching', until: null });
  mall.gives({ kind: 'close-day' });
  const known =
    'seq at type ticketId visitId number queueId serviceId priority language arrivedAt eligibleAt ahead estimate counterId ' +
    'reason order officerId serviceDay by pauseId agencyId until';
  const found = new Set(mall.site.log.flatMap((event) => Object.keys(event)));
  assert.deepEqual(
    [...found].filter((field) => !known.split(' ').includes(field)),
    [],
  );
});

test('[V4] the hall keeps the newest calls, each ticket once', () => {
  const mall = openScene();
  mall.opens('c1');
  for (let n = 0; n < keptCalls + 6; n += 1) {
    const ticketId = mall.arrives('civil-quick-1')[0];
    mall.calls('c1');
    mall.recalls(ticketId);
    mall.steps(ticketId, { kind: 'cancel' });
  }
  const { calls } = mall.hall();
  assert.equal(calls.length, keptCalls);
  assert.equal(new Set(calls.map(({ ticketId }) => ticketId)).size, keptCalls);
  assert.deepEqual([calls[0]?.number, calls[0]?.times], ['BQ030', 2]);
});
