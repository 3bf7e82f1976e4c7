import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { days, live } from '../testing/presses.ts';
import { openScene, type Scene, supervisor } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { boardView } from './board-view.ts';
import { outlookFor } from './estimate.ts';

const see = (mall: Scene) => boardView(mall.hall(), smallMall, mall.now());
const queueOf = (mall: Scene, id: string) => see(mall).queues.find(({ queue }) => queue.id === id);
const told = (mall: Scene) => see(mall).attention.map(({ code }) => code);

test('[V8] a queue’s light follows its longest wait against the target of its track', () => {
  const mall = openScene();
  mall.opens('c1', 'c5');
  const light = () => queueOf(mall, 'civil-quick')?.light;
  assert.equal(light(), 'grey');
  mall.arrives('civil-quick-1');
  assert.equal(light(), 'green');
  mall.passes(10);
  mall.arrives('civil-quick-1');
  assert.equal(light(), 'amber');
  mall.passes(6);
  assert.equal(light(), 'red');
  const { waiting, longestWaitMinutes, targetMinutes, openCounters } = queueOf(mall, 'civil-quick') ?? {};
  assert.deepEqual([waiting, longestWaitMinutes, targetMinutes, openCounters], [2, 16, 15, 1]);
  mall.arrives('civil-long-1');
  mall.passes(16);
  assert.equal(queueOf(mall, 'civil-long')?.light, 'green');
});

test('[V8] a queue for which nobody calls is red at once, unless its agency rests', () => {
  const mall = openScene();
  mall.arrives('civil-quick-1');
  assert.equal(queueOf(mall, 'civil-quick')?.light, 'red');
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: null });
  assert.equal(queueOf(mall, 'civil-quick')?.light, 'green');
});

test('[V9] what keeps visitors from being called comes before what makes them wait', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  mall.passes(16);
  mall.arrives('bank-quick-1');
  assert.deepEqual(told(mall), ['queue.noCounter', 'queue.late']);
  const { attention } = see(mall);
  assert.deepEqual(attention[0], {
    code: 'queue.noCounter',
    severity: 'high',
    queueId: 'bank-quick',
    waiting: 1,
    longestWaitMinutes: 0,
    targetMinutes: 15,
  });
  mall.gives({ kind: 'start-pause', agencyId: 'bank', reason: 'systemDown', until: null });
  mall.gives({ kind: 'close-ticketing' });
  assert.deepEqual(told(mall), ['ticketing.closed', 'agency.systemDown', 'queue.late']);
});

test('[L2] [V9] a visitor who stands at a counter is waited for nowhere else, until that leg is over', () => {
  const mall = openScene();
  mall.opens('c9');
  mall.arrives(['bank-quick-1', 'health-quick-1']);
  assert.deepEqual(told(mall), ['queue.noCounter']);
  const ticketId = mall.calls('c9') ?? '';
  assert.deepEqual([told(mall), queueOf(mall, 'health-quick')?.waiting], [[], 0]);
  mall.steps(ticketId, { kind: 'start' });
  mall.steps(ticketId, { kind: 'finish', outcome: 'done' });
  assert.deepEqual([told(mall), queueOf(mall, 'health-quick')?.waiting], [['queue.noCounter'], 1]);
});

test('[V9] a queue that hangs on one counter, a forgotten call and a long pause are told', () => {
  const mall = openScene();
  mall.opens('c9', 'c2');
  for (let n = 0; n < 7; n += 1) mall.arrives('bank-quick-1');
  const ticketId = mall.calls('c9') ?? '';
  mall.atCounter('c2', { kind: 'pause', reason: 'meal' });
  assert.deepEqual(told(mall), ['queue.lastCounter']);
  mall.passes(5);
  assert.deepEqual(told(mall), ['counter.idleTicket', 'queue.lastCounter']);
  const [idle] = see(mall).attention;
  assert.ok(idle?.code === 'counter.idleTicket');
  assert.deepEqual([idle.counterId, idle.ticketId, idle.number], ['c9', ticketId, mall.numberOf(ticketId)]);
  mall.steps(ticketId, { kind: 'start' });
  mall.passes(41);
  assert.ok(told(mall).includes('counter.longPause'));
  mall.gives({ kind: 'counter', counterId: 'c9', step: { kind: 'release-counter', reason: 'left' } }, supervisor);
  mall.gives({ kind: 'close-day' });
  assert.deepEqual(told(mall)[0], 'day.notOpen');
});

test('[V8] a counter is shown with its ticket and since when', () => {
  const mall = openScene();
  mall.opens('c1');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.passes(3);
  const desk = () => see(mall).counters.find(({ place }) => place.id === 'c1');
  assert.deepEqual([desk()?.ticket, desk()?.sinceMinutes], [null, 3]);
  mall.calls('c1');
  mall.passes(2);
  assert.deepEqual([desk()?.ticket?.ticket.id, desk()?.sinceMinutes], [ticketId, 2]);
});

test('[E1] [V8] the board’s estimate is the one that the kiosk gives, in any hall', () => {
  fc.assert(
    fc.property(days, (presses) => {
      live(presses, (site, now) => {
        if (site.log.length % 20 !== 0) return;
        for (const { queue, estimate, openCounters } of boardView(site.hall(), smallMall, now).queues) {
          const outlook = outlookFor(site.hall(), smallMall, queue.id, now);
          assert.deepEqual([estimate, openCounters], [outlook.estimate, outlook.openCounters], queue.id);
        }
      });
    }),
    { numRuns: 20 },
  );
});
