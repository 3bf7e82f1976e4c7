import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handTimers } from '../../testing/hand-timers.ts';
import { rawClient } from '../../testing/raw-client.ts';
import { acknowledged, fence, slip, twin } from '../../testing/twin.ts';

test('a full buffer takes no more of the client until there is paper again, and then nothing is missing', async (t) => {
  const { device, until } = await twin(t, { bufferBytes: 100 });
  device.setRoll('out');
  const client = await rawClient(t, device);
  client.send(Array.from({ length: 30 }, (_, at) => slip(`AQ${String(at).padStart(3, '0')}`)).join('') + fence('ABCD'));
  await until(() => device.received() === 100);
  client.send('\x10\x04\x01');
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(device.received(), 100, 'it took more than it can hold');
  device.setRoll('full');
  assert.deepEqual((await client.said(30 * 4 + 7 + 1)).slice(-7), acknowledged('ABCD'));
  assert.deepEqual(
    device.slips().map(({ text }) => text),
    Array.from({ length: 24 }, (_, at) => `AQ${String(at + 6).padStart(3, '0')}`),
  );
});

test('a printer takes its time for bytes and for paper', async (t) => {
  const timers = handTimers();
  const { device, until } = await twin(t, { timers, speed: { bytesPerSecond: 1_000, mmPerSecond: 100 } });
  const client = await rawClient(t, device);
  const job = `${'x'.repeat(40)}\x1bd\x40${fence('ABCD')}`;
  client.send(job);
  await until(() => device.received() === job.length);
  let waited = 0;
  while (device.received() < job.length || timers.armed() > 0) waited += await timers.fire(() => true);
  assert.deepEqual(await client.said(7), acknowledged('ABCD'));
  // 64 lines of 30 dots are 240 mm, hence 2.4 s; the bytes take a millisecond each.
  assert.ok(Math.abs(waited - (2_400 + job.length)) <= 10, `${waited} ms`);
});

test('what is printed and not cut yet can be seen', async (t) => {
  const timers = handTimers();
  const { device, until } = await twin(t, { timers });
  device.setFault({ kind: 'crawls', bytesPerSecond: 150 });
  const client = await rawClient(t, device);
  client.send('AQ012\nAQ013\n\x1dV\0');
  await until(() => device.received() === 15);
  assert.equal(device.unfinished(), null);
  let waited = 0;
  while (device.unfinished() === null) waited += await timers.fire(() => true);
  assert.equal(device.unfinished()?.height, 30);
  while (timers.armed() > 0) waited += await timers.fire(() => true);
  assert.deepEqual([device.unfinished(), device.slips().length], [null, 1]);
  assert.ok(waited >= 90 && waited <= 110, `15 bytes took ${waited} ms at 150 a second`);
});
