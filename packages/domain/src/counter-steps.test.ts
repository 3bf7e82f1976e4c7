import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, officerAt, openScene, supervisor } from '../testing/scene.ts';
import type { CounterStep } from './counter-steps.ts';

const step = (counterId: string, what: CounterStep) => ({ kind: 'counter', counterId, step: what }) as const;
const toSelf: CounterStep = { kind: 'change-track', track: 'self', reason: 'crowd' };

test('[C2] a counter opens once, by its own officer, and not before the day is open', () => {
  const mall = openScene();
  mall.refuses('access.denied', step('c1', { kind: 'open' }), officerAt('c2'));
  mall.opens('c1');
  mall.refuses('counter.open', step('c1', { kind: 'open' }));
  mall.gives({ kind: 'close-day' });
  mall.refuses('day.closed', step('c2', { kind: 'open' }));
});

test('[C3] a counter pauses for a reason, calls nobody, and goes on when it resumes', () => {
  const mall = openScene();
  mall.refuses('counter.closed', step('c1', { kind: 'pause', reason: 'meal' }));
  mall.opens('c1');
  mall.refuses('counter.notPaused', step('c1', { kind: 'resume-counter' }));
  mall.atCounter('c1', { kind: 'pause', reason: 'prayer' });
  mall.refuses('counter.paused', step('c1', { kind: 'pause', reason: 'meal' }));
  mall.arrives('civil-quick-1');
  mall.refuses('counter.paused', { kind: 'call-next', counterId: 'c1' });
  mall.atCounter('c1', { kind: 'resume-counter' });
  assert.ok(mall.calls('c1'));
});

test('[C4] a closed counter calls nobody until it opens again, and keeps its tally of the day', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  mall.arrives('civil-quick-1');
  mall.serves('c1');
  mall.atCounter('c1', { kind: 'close' });
  mall.refuses('counter.closed', step('c1', { kind: 'close' }));
  mall.refuses('counter.closed', { kind: 'call-next', counterId: 'c1' });
  mall.opens('c1');
  assert.ok(mall.serves('c1'));
  assert.equal(mall.counter('c1').served, 2);
});

test('[C5] [C1] a supervisor turns a counter to another track, and it calls that track from then on', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  const self = mall.arrives('civil-self-1')[0];
  mall.refuses('access.denied', step('c1', toSelf), officerAt('c1'));
  mall.changesTrack('c1', 'self');
  assert.equal(mall.calls('c1'), self);
  assert.deepEqual(mall.gives(step('c2', { kind: 'change-track', track: 'quick', reason: 'crowd' }), supervisor), []);
});

test('[C6] [H1] no pause, no close and no other track while somebody is at the counter', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  mall.calls('c1');
  mall.refuses('counter.busy', step('c1', { kind: 'pause', reason: 'meal' }));
  mall.refuses('counter.busy', step('c1', { kind: 'close' }));
  mall.refuses('counter.busy', step('c1', toSelf), supervisor);
});

test('[C9] who was called, then transferred or left by a counter that was freed, is not counted a second time', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const first = mall.arrives('civil-quick-1')[0];
  mall.passes(10);
  mall.calls('c1');
  mall.steps(first, { kind: 'start' });
  mall.passes(15);
  mall.steps(first, { kind: 'transfer' }, ['civil-quick-2']);
  assert.equal(mall.calls('c2'), first);
  const days = () => ['c1', 'c2'].map((id) => [mall.counter(id).called, mall.counter(id).waitMs]);
  assert.deepEqual(days(), [
    [1, 10 * minute],
    [0, 0],
  ]);
  mall.gives({ kind: 'counter', counterId: 'c2', step: { kind: 'release-counter', reason: 'left' } }, supervisor);
  assert.equal(mall.calls('c1'), first);
  assert.deepEqual(days(), [
    [1, 10 * minute],
    [0, 0],
  ]);
});

test('[C9] a counter knows how long those it called had waited, each once, and forgets it over night', () => {
  const mall = openScene();
  mall.opens('c1');
  const first = mall.arrives('civil-quick-1')[0];
  mall.passes(4);
  mall.arrives('civil-quick-1');
  mall.passes(6);
  mall.calls('c1');
  const day = () => ({ called: mall.counter('c1').called, waitMs: mall.counter('c1').waitMs });
  assert.deepEqual(day(), { called: 1, waitMs: 10 * minute });
  mall.steps(first, { kind: 'park', minutes: 1 });
  mall.calls('c1');
  assert.deepEqual(day(), { called: 2, waitMs: 16 * minute });
  mall.gives({ kind: 'counter', counterId: 'c1', step: { kind: 'release-counter', reason: 'left' } }, supervisor);
  mall.opens('c1');
  mall.passes(2);
  mall.gives({ kind: 'tick' });
  assert.equal(mall.calls('c1'), first);
  assert.deepEqual(day(), { called: 2, waitMs: 16 * minute });
  mall.misses(first);
  mall.steps(first, { kind: 'requeue' }, [], officerAt('c1'));
  mall.gives({ kind: 'close-day' });
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' });
  assert.deepEqual(day(), { called: 0, waitMs: 0 });
});
