import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene, type Scene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { outlookFor, outlookOf } from './estimate.ts';

const outlook = (mall: Scene, queueId: string) => outlookFor(mall.hall(), mall.site.catalogue, queueId, mall.now());
const estimate = (mall: Scene, queueId: string) => outlook(mall, queueId).estimate;

test('[E1] [E3] four tens of minutes in front of two counters are twenty: from ten to thirty', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  for (let n = 0; n < 4; n += 1) mall.arrives('civil-quick-1');
  assert.deepEqual(outlook(mall, 'civil-quick'), { ahead: 4, openCounters: 2, estimate: [10, 30] });
});

test('[E1] the other agency of a shared counter is work in front, but nobody of it is ahead', () => {
  const mall = openScene();
  mall.opens('c3');
  mall.arrives('civil-quick-1');
  mall.arrives('permits-quick-1');
  assert.deepEqual(outlook(mall, 'civil-quick'), { ahead: 1, openCounters: 1, estimate: [10, 30] });
});

test('[E1] a priority visitor is promised the time without those whom the head start overtakes', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  mall.passes(20);
  mall.arrives('civil-quick-1');
  const early = outlookFor(mall.hall(), smallMall, 'civil-quick', mall.now() - 30 * 60_000);
  assert.deepEqual([outlook(mall, 'civil-quick').ahead, early.ahead], [2, 0]);
});

test('[E2] who is called counts whole, who is being served half', () => {
  const mall = openScene();
  mall.opens('c5');
  const ticketId = mall.arrives('civil-long-1')[0];
  mall.calls('c5');
  assert.deepEqual(estimate(mall, 'civil-long'), [10, 30]);
  mall.steps(ticketId, { kind: 'start' });
  assert.deepEqual(estimate(mall, 'civil-long'), [5, 15]);
});

test('[E3] an empty line is promised zero to five minutes, and whole minutes are not rounded away', () => {
  const mall = openScene();
  mall.opens('c1');
  assert.deepEqual(estimate(mall, 'civil-quick'), [0, 5]);
  for (let n = 0; n < 35; n += 1) mall.arrives('civil-quick-1');
  assert.deepEqual(estimate(mall, 'civil-quick'), [245, 455]);
});

test('[E4] without an open counter, in a pause, or behind a paused counter there is no estimate', () => {
  const mall = openScene();
  assert.deepEqual(outlook(mall, 'civil-quick'), { ahead: 0, openCounters: 0, estimate: null });
  mall.opens('c1');
  mall.atCounter('c1', { kind: 'pause', reason: 'meal' });
  assert.equal(estimate(mall, 'civil-quick'), null);
  mall.atCounter('c1', { kind: 'resume-counter' });
  for (const agencyId of ['civil', null]) {
    const [started] = mall.gives({ kind: 'start-pause', agencyId, reason: 'systemDown', until: null });
    assert.equal(estimate(mall, 'civil-quick'), null);
    mall.gives({ kind: 'end-pause', pauseId: started?.type === 'pause.started' ? started.pauseId : '' });
  }
  assert.deepEqual(estimate(mall, 'civil-quick'), [0, 5]);
});

test('[E4] people of a resting agency are no work for the counter that it shares', () => {
  const mall = openScene();
  mall.opens('c3');
  for (let n = 0; n < 5; n += 1) mall.arrives('permits-quick-1');
  mall.gives({ kind: 'start-pause', agencyId: 'permits', reason: 'systemDown', until: null });
  assert.deepEqual(estimate(mall, 'civil-quick'), [0, 5]);
  assert.deepEqual(outlook(mall, 'permits-quick'), { ahead: 5, openCounters: 1, estimate: null });
});

test('[E5] a waiting visitor is told who is in front, not counting oneself or those behind', () => {
  const mall = openScene();
  mall.opens('c1');
  const line = [1, 2, 3].map(() => mall.arrives('civil-quick-1')[0]);
  assert.deepEqual(
    line.map((id) => outlookOf(mall.hall(), smallMall, mall.ticket(id)).ahead),
    [0, 1, 2],
  );
  assert.deepEqual(outlookOf(mall.hall(), smallMall, mall.ticket(line[2] ?? '')).estimate, [10, 30]);
});

test('[E1] the promise of an issue stands in its event, for each leg', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  const events = mall.gives({ kind: 'issue', serviceIds: ['civil-quick-1', 'bank-quick-1'] });
  assert.deepEqual(
    events.map((event) => event.type === 'ticket.issued' && [event.ahead, event.estimate]),
    [
      [1, [5, 15]],
      [0, null],
    ],
  );
});
