import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, eventually, isAnswerTime, isHeartbeat, isStable, settled } from '../testing/desk.ts';
import { paper80 } from './profiles.ts';

test('an open cover and a roll near its end are known before any visitor meets them', async (t) => {
  const { device, printer, clock, timers } = await desk(t);
  const told: string[] = [];
  printer.onStatus(({ state, since }) => told.push(`${state} ${since}`));
  await eventually(() => printer.status().state === 'ready');
  assert.deepEqual(told, ['ready 1000']);
  clock.at = 2_000;
  device.setRoll('low');
  await eventually(() => printer.status().state === 'nearEnd');
  clock.at = 3_000;
  device.setCover(true);
  await eventually(() => printer.status().state === 'cover');
  assert.deepEqual(told, ['ready 1000', 'nearEnd 2000']);
  clock.at = 5_000;
  await timers.fire(isStable);
  assert.deepEqual(told, ['ready 1000', 'nearEnd 2000', 'cover 3000']);
  assert.deepEqual(printer.status(), { state: 'cover', cause: null, since: 3_000, slipsLeft: null });
  assert.equal(device.slips().length, 0);
});

test('a cover that flaps is no alarm, and whoever asks is told the truth at once', async (t) => {
  const { device, printer, timers } = await desk(t);
  await settled(printer);
  const told: string[] = [];
  printer.onStatus(({ state }) => told.push(state));
  const waiting = timers.armed();
  for (let flap = 0; flap < 3; flap += 1) {
    device.setCover(true);
    assert.equal(await printer.state(), 'cover');
    assert.equal(timers.armed(), waiting + 1, 'nothing waits for the trouble to last');
    device.setCover(false);
    assert.equal(await printer.state(), 'ready');
    assert.equal(timers.armed(), waiting);
  }
  assert.deepEqual(told, []);
});

test('a printer that reports nothing by itself is asked for everything every ten seconds', async (t) => {
  const { device, printer, timers } = await desk(t, { ...paper80, asb: false });
  await settled(printer);
  device.setRoll('low');
  assert.equal(printer.status().state, 'ready');
  await timers.fire(isHeartbeat);
  await eventually(() => printer.status().state === 'nearEnd');
  await timers.fire(isHeartbeat);
});

test('a printer that falls silent between two jobs is found out by the heartbeat, and found again', async (t) => {
  const { device, printer, timers } = await desk(t);
  await settled(printer);
  device.setFault({ kind: 'mute' });
  await timers.fire(isHeartbeat);
  await timers.fire(isAnswerTime);
  await timers.fire(isAnswerTime);
  await eventually(() => printer.status().state === 'silent');
  device.setFault(null);
  await timers.fire((ms) => ms === 500);
  await eventually(() => printer.status().state === 'ready');
});
