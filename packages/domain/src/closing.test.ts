import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officerAt, openScene, type Scene, supervisor } from '../testing/scene.ts';
import { closingOf } from './closing.ts';

// The scene's log does not say who: whatever carries a reason was the supervisor's, everything else the officer's at the counter.
function told(mall: Scene, counterId: string, officerId: string | null) {
  const deeds = mall.site.log.map((event) => ({
    ...event,
    byOfficerId: event.type === 'counter.closed' && event.reason ? 'the supervisor' : officerId,
  }));
  return closingOf(deeds, counterId, officerId ?? '');
}

const officer = officerAt('c1').officerId;

test('[C11] the officer hears who closed the counter, why, and whose number waits again', () => {
  const mall = openScene();
  mall.opens('c1');
  const first = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  assert.equal(told(mall, 'c1', officer), null);
  mall.gives({ kind: 'counter', counterId: 'c1', step: { kind: 'release-counter', reason: 'fault' } }, supervisor);
  const { seq, ...rest } = told(mall, 'c1', officer) ?? {};
  assert.deepEqual(rest, {
    at: mall.now(),
    byOfficerId: 'the supervisor',
    reason: 'fault',
    toCounterId: null,
    ticketId: first,
  });
  assert.equal(told(mall, 'c1', 'a colleague of another day'), null);
  mall.opens('c1');
  assert.equal(told(mall, 'c1', officer), null);
});

test('[C11] who closes the own counter is told nothing, and neither is anybody else', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  mall.atCounter('c1', { kind: 'close' });
  assert.equal(told(mall, 'c1', officer), null);
  const release = { kind: 'counter', counterId: 'c2', step: { kind: 'release-counter', reason: 'left' } } as const;
  mall.gives(release, supervisor);
  assert.equal(told(mall, 'c1', officer), null);
});

test('[C11] a supervisor who closes the own counter is told nothing', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.gives({ kind: 'counter', counterId: 'c1', step: { kind: 'release-counter', reason: 'over' } }, supervisor);
  const deeds = mall.site.log.map((event) => ({ ...event, byOfficerId: officer }));
  assert.equal(closingOf(deeds, 'c1', officer ?? ''), null);
});

test('[C10] [C11] a counter that is handed over names the one that goes on; one that was closed already has nothing to tell', () => {
  const mall = openScene();
  mall.opens('c9', 'c8');
  const handOver = {
    kind: 'counter',
    counterId: 'c9',
    step: { kind: 'hand-over-counter', toCounterId: 'c8', agencyIds: ['bank'], reason: 'staff' },
  } as const;
  mall.gives(handOver, supervisor);
  const closing = told(mall, 'c9', officerAt('c9').officerId);
  assert.deepEqual([closing?.reason, closing?.toCounterId, closing?.ticketId], ['staff', 'c8', null]);
  assert.deepEqual(mall.gives(handOver, supervisor), []);
});
