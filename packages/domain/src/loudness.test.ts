import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manager, openScene } from '../testing/scene.ts';
import { isWithin, loudnessOf, quietAt, volumeAt } from './loudness.ts';

const noon = { from: '12:00', to: '13:00', volume: 0 };
const night = { from: '17:00', to: '07:00', volume: 0 };
const morning = { from: '07:00', to: '09:00', volume: 40 };

test('quiet hours go over midnight and end on the minute', () => {
  const times = ['06:59', '07:00', '11:59', '12:00', '12:59', '13:00', '17:00', '23:59', '00:00'];
  assert.deepEqual(
    times.filter((time) => isWithin(noon, time) || isWithin(night, time)),
    ['06:59', '12:00', '12:59', '17:00', '23:59', '00:00'],
  );
});

test('[W11] a zone is as loud as the first stretch of the day says that holds the moment, else as loud as always', () => {
  const loudness = { volume: 80, hours: [noon, night, morning, { from: '11:00', to: '14:00', volume: 60 }] };
  assert.deepEqual(
    ['07:30', '10:00', '11:30', '12:30', '13:30', '18:00'].map((time) => volumeAt(loudness, time)),
    [40, 80, 60, 0, 60, 0],
  );
});

test('[W11] of zones that are all quiet it is known when the first of them speaks again', () => {
  const day = { volume: 100, hours: [noon, { from: '13:00', to: '13:30', volume: 0 }] };
  assert.deepEqual(quietAt([day], '12:10'), { until: '13:30' });
  assert.deepEqual(quietAt([day, { volume: 70, hours: [noon] }], '12:10'), { until: '13:00' });
  assert.equal(quietAt([day, { volume: 70, hours: [] }], '12:10'), null, 'one of them can be heard');
  assert.deepEqual(quietAt([{ volume: 50, hours: [night] }], '23:00'), { until: '07:00' });
  assert.deepEqual(quietAt([{ volume: 0, hours: [noon] }], '09:00'), { until: null });
});

test('[W11] only a manager sets how loud a zone is, and it outlasts the day', () => {
  const mall = openScene();
  const order = { kind: 'set-loudness', zoneId: 'floor-1', volume: 70, hours: [noon] } as const;
  mall.refuses('access.denied', order);
  mall.gives(order, manager);
  mall.gives({ kind: 'close-day' });
  mall.passes(24 * 60);
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' });
  assert.deepEqual(loudnessOf(mall.hall(), 'floor-1'), { volume: 70, hours: [noon] });
  assert.deepEqual(loudnessOf(mall.hall(), 'floor-2'), { volume: 100, hours: [] });
  const { seq } = mall.hall();
  mall.gives(order, manager);
  assert.equal(mall.hall().seq, seq, 'the same once more is no event');
});
