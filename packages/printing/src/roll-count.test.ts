import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, job, settled, short } from '../testing/desk.ts';
import { paper80 } from './profiles.ts';
import { RollCount } from './roll-count.ts';

test('how many slips a roll is good for is known once a new one was put in', async (t) => {
  const { device, printer } = await desk(t, { ...paper80, rollMm: job.paperMm * 10.5 });
  await settled(printer);
  assert.equal(short(await printer.print('of-the-old-roll', job)), 'PRINTED');
  assert.equal(printer.status().slipsLeft, null);
  device.setRoll('out');
  assert.equal(await printer.state(), 'paperOut');
  device.setRoll('full');
  assert.equal(await printer.state(), 'ready');
  assert.equal(printer.status().slipsLeft, null, 'of no slip yet it cannot be said');
  for (const left of [9, 8, 7]) {
    assert.equal(short(await printer.print(`with-${left}-left`, job)), 'PRINTED');
    assert.equal(printer.status().slipsLeft, left);
  }
});

test('a roll is new when its sensor no longer says low, whatever was seen in between, and unknown when half a roll was put in', () => {
  const counted = (...states: Parameters<RollCount['seen']>[0][]) => {
    const roll = new RollCount(1_000);
    for (const state of states) roll.seen(state);
    roll.used(100);
    return roll.slipsLeft();
  };
  assert.equal(counted('nearEnd', 'cover', 'ready'), 9);
  assert.equal(counted('paperOut', 'cover', 'unreachable', 'ready', 'cover', 'ready'), 9);
  assert.equal(counted('nearEnd', 'ready', 'paperOut', 'nearEnd'), null);
  assert.equal(counted('ready', 'cover', 'ready', 'offline', 'ready'), null);
  const roll = new RollCount(150);
  for (const state of ['nearEnd', 'ready'] as const) roll.seen(state);
  for (const mm of [100, 100]) roll.used(mm);
  assert.equal(roll.slipsLeft(), 0, 'a roll longer than its profile says');
});
