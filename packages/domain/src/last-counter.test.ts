import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene, type Scene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { type Leaving, leftAlone } from './last-counter.ts';

const queue = (id: string) => smallMall.queues.filter((one) => one.id === id);
const alone = (mall: Scene, leaving: Partial<Leaving> = {}) =>
  leftAlone(mall.hall(), smallMall, { counterId: 'c3', next: [], isReleased: false, ...leaving }).map(
    ({ queue: { id }, waiting }) => [id, waiting],
  );

test('[C12] whoever leaves a counter is told which queues with visitors lose their last open one', () => {
  const mall = openScene();
  mall.opens('c3', 'c1');
  mall.arrives('permits-quick-1');
  mall.arrives('permits-quick-2');
  mall.arrives('civil-quick-1');
  assert.deepEqual(alone(mall), [['permits-quick', 2]], 'counter 1 still calls for the other queue');
  mall.atCounter('c1', { kind: 'pause', reason: 'meal' });
  assert.deepEqual(alone(mall), [
    ['civil-quick', 1],
    ['permits-quick', 2],
  ]);
  assert.deepEqual(alone(mall, { next: queue('permits-quick') }), [['civil-quick', 1]]);
  mall.opens('c6');
  assert.deepEqual(alone(mall), [['civil-quick', 1]]);
});

test('[C12] a queue in which nobody waits is none, nor is one of a counter that calls nobody already', () => {
  const mall = openScene();
  mall.opens('c3');
  assert.deepEqual(alone(mall), []);
  mall.arrives('permits-quick-1');
  mall.atCounter('c3', { kind: 'pause', reason: 'meal' });
  assert.deepEqual(alone(mall), []);
});

test('[C12] a visitor at a counter that is freed waits again, and counts', () => {
  const mall = openScene();
  mall.opens('c3');
  mall.arrives('permits-quick-1');
  mall.calls('c3');
  assert.deepEqual(alone(mall), []);
  assert.deepEqual(alone(mall, { isReleased: true }), [['permits-quick', 1]]);
});
