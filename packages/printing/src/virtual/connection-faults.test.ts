import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { handTimers } from '../../testing/hand-timers.ts';
import { rawClient } from '../../testing/raw-client.ts';
import { acknowledged, fence, ready, slip, twin } from '../../testing/twin.ts';
import type { VirtualPrinter } from './virtual-printer.ts';

const job = `${slip('AQ012')}${fence('ABCD')}`;
const done = [...ready, ...acknowledged('ABCD')];

async function refusal({ host, port }: VirtualPrinter): Promise<unknown> {
  const [error] = await once(connect({ host, port }), 'error').catch((thrown) => [thrown]);
  return error?.code;
}

test('a printer that refuses has nobody at its port, and one whose fault is lifted has somebody again', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'refuses' });
  assert.equal(await refusal(device), 'ECONNREFUSED');
  device.setFault(null);
  const client = await rawClient(t, device);
  client.send(job);
  assert.deepEqual(await client.said(11), done);
});

test('without power the client is thrown out, half a slip is lost, and nobody is at the port until it is plugged in', async (t) => {
  const { device, until } = await twin(t);
  const client = await rawClient(t, device);
  client.send('AQ011\nAQ0');
  await until(() => device.unfinished() !== null);
  device.setPower(false);
  assert.equal(await client.ended, 'reset');
  assert.equal(await refusal(device), 'ECONNREFUSED');
  device.setPower(true);
  const next = await rawClient(t, device);
  next.send(job);
  assert.deepEqual(await next.said(11), done);
  assert.deepEqual(
    device.slips().map(({ text }) => text),
    ['AQ012'],
  );
});

test('a printer that never reads takes the connection and not a byte, whoever held it before', async (t) => {
  const { device, until } = await twin(t);
  const client = await rawClient(t, device);
  client.send(slip('AQ011'));
  await until(() => device.slips().length === 1);
  const taken = device.received();
  device.setFault({ kind: 'neverReads' });
  client.send(`\x10\x04\x01${job}`);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.deepEqual([device.received(), device.slips().length, (await client.said(4)).length], [taken, 1, 4]);
  device.setFault(null);
  assert.equal(await client.ended, 'reset');
});

test("the library's own sender calls a slip sent which such a printer never read: why it is not used", async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'neverReads' });
  const printer = new ThermalPrinter({
    ...{ type: PrinterTypes.EPSON, characterSet: CharacterSet.PC858_EURO, breakLine: BreakLine.NONE },
    interface: `tcp://${device.host}:${device.port}`,
  });
  printer.println('AQ012');
  printer.cut();
  // It resolves: the kernel took the bytes, and that is all it asks.
  await assert.doesNotReject(printer.execute());
  assert.deepEqual([device.received(), device.slips().length], [0, 0]);
});

test('a mute printer prints and says nothing at all', async (t) => {
  const { device, until } = await twin(t);
  device.setFault({ kind: 'mute' });
  const client = await rawClient(t, device);
  client.send(`\x10\x04\x01${job}`);
  await until(() => device.slips().length === 1);
  device.setCover(true);
  device.setCover(false);
  device.setFault(null);
  client.send('\x10\x04\x01');
  assert.deepEqual(await client.said(1), [0x12]);
});

test('a printer of 150 bytes a second takes seconds for a slip', async (t) => {
  const timers = handTimers();
  const { device, until } = await twin(t, { timers });
  device.setFault({ kind: 'crawls', bytesPerSecond: 150 });
  const client = await rawClient(t, device);
  client.send(job + '\0'.repeat(300));
  await until(() => device.received() === job.length + 300);
  assert.equal(device.slips().length, 0);
  let waited = 0;
  while (timers.armed() > 0) waited += await timers.fire(() => true);
  assert.ok(waited > 2_000 && waited < 2_300, `${waited} ms`);
  assert.deepEqual(await client.said(11), done);
});

test('a printer that closes idle connections hangs up after a silence, counted from the last byte', async (t) => {
  const timers = handTimers();
  const { device } = await twin(t, { timers });
  device.setFault({ kind: 'closesIdle', milliseconds: 5_000 });
  const client = await rawClient(t, device);
  client.send(job);
  await client.said(11);
  assert.equal(timers.armed(), 1, 'the silence before the job still counts');
  await timers.fire((ms) => ms === 5_000);
  assert.equal(await client.ended, 'end');
});

test('a second client is refused, and the first one goes on', async (t) => {
  const { device } = await twin(t);
  const first = await rawClient(t, device);
  first.send('\x10\x04\x01');
  await first.said(1);
  const second = await rawClient(t, device);
  assert.equal(await second.ended, 'reset');
  first.send(job);
  assert.deepEqual((await first.said(12)).slice(1), done);
});

test('where the newest client wins, the first one is hung up on and its half slip stays in the printer', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'takesNewest' });
  const first = await rawClient(t, device);
  first.send('\x1b@AQ011\n\x10\x04\x01');
  await first.said(1);
  const second = await rawClient(t, device);
  assert.equal(await first.ended, 'end');
  second.send(job);
  assert.deepEqual(await second.said(11), done);
  assert.deepEqual(
    device.slips().map(({ text }) => text),
    ['AQ011\nAQ012'],
  );
});

test('a client that leaves makes room for the next', async (t) => {
  const { device, until } = await twin(t);
  const first = await rawClient(t, device);
  first.send(slip('AQ011'));
  await until(() => device.slips().length === 1);
  await first.leave();
  const second = await rawClient(t, device);
  second.send(job);
  assert.deepEqual(await second.said(11), done);
});
