import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene, reception, supervisor } from '../testing/scene.ts';
import { listOf } from './register.ts';
import { decideOpenDay } from './service-day.ts';

const open = (serviceDay: string) => ({ kind: 'open-day', serviceDay, by: 'calendar' }) as const;
const pause = (agencyId: string | null, until: number | null = null) =>
  ({ kind: 'start-pause', agencyId, reason: 'systemDown', until }) as const;

test('[D1] the service day goes forward only, and one day at a time', () => {
  const mall = openScene();
  mall.refuses('day.open', open('2026-07-14'));
  mall.refuses('day.backwards', open('2026-07-12'));
  mall.gives({ kind: 'close-day' });
  mall.refuses('day.closed', { kind: 'close-day' });
  mall.refuses('day.backwards', open('2000-01-01'));
  mall.gives(open('2026-07-14'));
});

test('[D2] at close who waits, is parked or was missed expires; who is at a counter is served to the end', () => {
  const mall = openScene();
  mall.opens('c1', 'c2', 'c9');
  const [parked, missed, served, waits] = [1, 2, 3, 4].map(() => mall.arrives('civil-quick-1')[0]);
  mall.calls('c1');
  mall.steps(parked ?? '', { kind: 'park', minutes: 60 });
  mall.calls('c1');
  mall.misses(missed ?? '');
  mall.calls('c1');
  mall.steps(served ?? '', { kind: 'start' });
  mall.gives({ kind: 'close-day' });
  assert.deepEqual(
    [parked, missed, served, waits].map((id) => mall.ticket(id ?? '').state),
    ['expired', 'expired', 'serving', 'expired'],
  );
  mall.refuses('day.closed', { kind: 'issue', serviceIds: ['civil-quick-1'] });
  mall.steps(served ?? '', { kind: 'forward', inOrder: false, outcome: 'forwarded' }, ['bank-quick-1']);
  assert.ok(mall.serves('c9'));
  assert.deepEqual([listOf(mall.hall().tickets), listOf(mall.hall().visits)], [[], []]);
});

test('[D2] [C4] what yesterday left at a counter expires this morning, without a service time of one night', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [called, serving] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  mall.calls('c1');
  mall.calls('c2');
  mall.steps(serving, { kind: 'start' });
  mall.gives({ kind: 'close-day' });
  mall.passes(24 * 60);
  mall.gives(open('2026-07-14'));
  assert.deepEqual([mall.ticket(called).state, mall.ticket(serving).state], ['expired', 'expired']);
  for (const id of ['c1', 'c2'])
    assert.deepEqual(mall.counter(id), {
      id,
      track: 'quick',
      agencyIds: null,
      since: mall.now(),
      served: 0,
      serviceMs: 0,
      called: 0,
      waitMs: 0,
      state: 'closed',
    });
  assert.deepEqual([listOf(mall.hall().tickets), mall.hall().calls, mall.hall().issuedToday], [[], [], {}]);
});

test('[D2] a missed visitor who is still here after closing may report back and be served', () => {
  const mall = openScene();
  mall.opens('c1');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  mall.gives({ kind: 'close-day' });
  mall.misses(ticketId);
  mall.steps(ticketId, { kind: 'requeue' }, [], reception);
  assert.equal(mall.serves('c1'), ticketId);
});

test('[N5] the same day opened again goes on with its numbers and quota; the next one begins at 001', () => {
  const mall = openScene();
  mall.arrives('civil-quick-1');
  mall.gives({ kind: 'close-day' });
  mall.gives({ ...open('2026-07-13'), by: 'hand' }, supervisor);
  assert.equal(mall.numberOf(mall.arrives('civil-quick-1')[0]), 'BQ002');
  assert.equal(mall.hall().issuedToday['civil-quick-1'], 2);
  mall.gives({ kind: 'close-day' });
  mall.passes(24 * 60);
  mall.gives(open('2026-07-14'));
  assert.equal(mall.numberOf(mall.arrives('civil-quick-1')[0]), 'BQ001');
  assert.equal(mall.hall().issuedToday['civil-quick-1'], 1);
});

test('[D2] a day opened again leaves those at the counters where they are', () => {
  const mall = openScene();
  mall.opens('c1');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  mall.gives({ kind: 'close-day' });
  mall.gives(open('2026-07-13'));
  assert.equal(mall.ticket(ticketId).state, 'called');
});

test('[D1] a mall opens its very first day', () => {
  const first = decideOpenDay({ day: null, tickets: [], counters: [] }, '2026-07-13', 'hand');
  assert.deepEqual(first, { ok: true, value: [{ type: 'day.opened', serviceDay: '2026-07-13', by: 'hand' }] });
});

test('[P1] a scope has one pause at a time, and the refusal tells of the one that runs', () => {
  const mall = openScene();
  mall.gives(pause('civil'));
  mall.refuses('pause.active', pause('civil', mall.now()));
  mall.gives(pause('bank'));
  mall.gives(pause(null));
  mall.refuses('pause.active', pause(null));
  assert.equal(Object.keys(mall.hall().pauses).length, 3);
});

test('[P2] in a pause nobody is recalled or passed over, and who is at a counter is served on', () => {
  const mall = openScene();
  mall.opens('c1', 'c2', 'c6');
  const [late, here] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  const permits = mall.arrives('permits-quick-1')[0];
  mall.calls('c1');
  mall.calls('c2');
  mall.calls('c6');
  mall.recalls(late);
  mall.gives(pause('civil'));
  mall.refuses('pause.active', { kind: 'step', ticketId: late, step: { kind: 'recall' } });
  mall.refuses('pause.active', { kind: 'step', ticketId: late, step: { kind: 'no-show' } });
  mall.recalls(permits);
  mall.steps(here, { kind: 'start' });
  mall.steps(here, { kind: 'finish', outcome: 'done' });
  mall.passes(300);
  mall.gives({ kind: 'tick' });
  assert.equal(mall.ticket(late).state, 'called');
  mall.gives({ kind: 'end-pause', pauseId: Object.keys(mall.hall().pauses)[0] ?? '' });
  mall.recalls(late);
  mall.passes(1);
  mall.steps(late, { kind: 'no-show' });
});

test('[P3] a pause ends at its time, one without a time by hand, and no pause ends twice', () => {
  const mall = openScene();
  mall.gives(pause('bank', mall.now() + 10 * 60_000));
  mall.gives(pause(null, mall.now() + 5 * 60_000));
  mall.gives(pause('civil'));
  mall.passes(5);
  mall.gives({ kind: 'tick' });
  mall.passes(5);
  mall.gives({ kind: 'tick' });
  const [left, ...more] = Object.values(mall.hall().pauses);
  assert.deepEqual([left?.agencyId, more], ['civil', []]);
  mall.gives({ kind: 'close-day' });
  mall.gives(open('2026-07-14'));
  mall.gives({ kind: 'end-pause', pauseId: left?.id ?? '' });
  mall.refuses('pause.unknown', { kind: 'end-pause', pauseId: left?.id ?? '' });
});
