import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { handTimers } from '../testing/hand-timers.ts';
import { oneLeg } from '../testing/slip-examples.ts';
import type { PrintOutcome } from './outcome.ts';
import { openPrinter } from './printer.ts';
import { type PrinterProfile, paper80 } from './profiles.ts';
import { slipJob } from './slip-bytes.ts';
import { jobTimeoutMs } from './transport.ts';
import type { Fault } from './virtual/faults.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual/virtual-printer.ts';

const job = slipJob(oneLeg, paper80);
const isAnswerTime = (ms: number) => ms === 800;
const isJobTime = (ms: number) => ms === jobTimeoutMs(job, paper80);

async function desk(t: TestContext, profile: PrinterProfile = paper80) {
  const device = await startVirtualPrinter({ profile });
  t.after(() => device.close());
  const timers = handTimers();
  return { device, timers, printer: openPrinter(device, profile, timers) };
}

function until(device: VirtualPrinter, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isTrue()) return;
      stop();
      resolve();
    };
    const stop = device.subscribe(look);
    look();
  });
}

const short = (outcome: PrintOutcome): string =>
  outcome.kind === 'PRINTED'
    ? `PRINTED${outcome.nearEnd ? ' near end' : ''}`
    : outcome.kind === 'NOT_SENT'
      ? `NOT_SENT ${outcome.reason}`
      : `UNKNOWN ${outcome.why} ${outcome.after}`;

test('a printer that is ready prints one slip and says so', async (t) => {
  const { device, printer } = await desk(t);
  assert.equal(await printer.state(), 'ready');
  assert.deepEqual(await printer.print('job-1', job), { kind: 'PRINTED', jobId: 'job-1', nearEnd: false });
  assert.equal(device.slips().length, 1);
  assert.match(device.slips()[0]?.text ?? '', /DQ012/);
  assert.deepEqual(device.slips()[0]?.paper.unknown, []);
});

test('jobs of one printer come out in the order they were given', async (t) => {
  const { device, printer } = await desk(t);
  const numbers = ['AQ001', 'AQ002', 'AQ003', 'AQ004'];
  const outcomes = await Promise.all(
    numbers.map((number) => printer.print(number, slipJob({ ...oneLeg, number }, paper80))),
  );
  assert.ok(outcomes.every((outcome) => outcome.kind === 'PRINTED'));
  assert.deepEqual(
    device.slips().map((slip) => numbers.find((number) => slip.text.includes(number))),
    numbers,
  );
});

test('a printer that only knows how to wait in line acknowledges as well', async (t) => {
  const { device, printer } = await desk(t, { ...paper80, ack: 'statusRequest' });
  assert.equal(short(await printer.print('job', job)), 'PRINTED');
  assert.equal(device.slips().length, 1);
});

test('a printer that acknowledges nothing never makes a slip certain', async (t) => {
  const { device, printer, timers } = await desk(t, { ...paper80, ack: 'none' });
  const printing = printer.print('job', job);
  await until(device, () => device.slips().length === 1);
  await timers.fire(isJobTime);
  assert.equal(short(await printing), 'UNKNOWN timeout ready');
});

for (const [what, prepare, expected] of [
  ['no paper', (device: VirtualPrinter) => device.setRoll('out'), 'NOT_SENT paperOut'],
  ['an open cover', (device: VirtualPrinter) => device.setCover(true), 'NOT_SENT cover'],
  ['a refusal', (device: VirtualPrinter) => device.setFault({ kind: 'refuses' }), 'NOT_SENT unreachable'],
  ['little paper', (device: VirtualPrinter) => device.setRoll('low'), 'PRINTED near end'],
] as const)
  test(`${what} before the job ends in ${expected}`, async (t) => {
    const { device, printer } = await desk(t);
    prepare(device);
    assert.equal(short(await printer.print('job', job)), expected);
    assert.equal(device.slips().length, expected.startsWith('PRINTED') ? 1 : 0);
  });

for (const kind of ['mute', 'neverReads'] as const)
  test(`a printer that is ${kind} is silent, and nothing is sent to it`, async (t) => {
    const { device, printer, timers } = await desk(t);
    device.setFault({ kind });
    const printing = printer.print('job', job);
    await timers.fire(isAnswerTime);
    if (kind === 'neverReads') await timers.fire((ms) => ms === 1_000);
    assert.equal(short(await printing), 'NOT_SENT silent');
    device.setFault(null);
    assert.equal(device.slips().length, 0);
  });

test('nobody at the address is unreachable', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  server.close();
  await once(server, 'close');
  const printer = openPrinter({ host: '127.0.0.1', port: address.port }, paper80, handTimers());
  assert.equal(await printer.state(), 'unreachable');
  assert.equal(short(await printer.print('job', job)), 'NOT_SENT unreachable');
});

for (const [fault, expected, cut] of [
  [{ kind: 'paperEnds', bytes: 400 }, 'UNKNOWN fault paperOut', 0],
  [{ kind: 'coverOpens', bytes: 400 }, 'UNKNOWN fault cover', 0],
  [{ kind: 'losesPower', bytes: 400 }, 'UNKNOWN closed silent', 0],
  [{ kind: 'resets', bytes: 400 }, 'UNKNOWN closed silent', 0],
  [{ kind: 'hangsUp', bytes: 400 }, 'UNKNOWN closed silent', 0],
  [{ kind: 'acknowledgesInPieces' }, 'PRINTED', 1],
  [{ kind: 'chatters' }, 'PRINTED', 1],
  [{ kind: 'straysStatus' }, 'PRINTED', 1],
  [{ kind: 'runsLow' }, 'PRINTED near end', 1],
] as const satisfies readonly (readonly [Fault, string, number])[])
  test(`a printer that ${fault.kind} in the middle of a job ends it in ${expected}`, async (t) => {
    const { device, printer } = await desk(t);
    device.setFault(fault);
    assert.equal(short(await printer.print('job', job)), expected);
    assert.equal(device.slips().length, cut);
    device.setFault(null);
    device.setRoll('full');
    device.setCover(false);
    assert.equal(short(await printer.print('next', slipJob({ ...oneLeg, number: 'AQ099' }, paper80))), 'PRINTED');
    const after = device.slips().slice(cut);
    assert.equal(after.length, 1, 'half a job came out after the repair');
    assert.ok(!after[0]?.text.includes('DQ012'), "the next visitor's slip begins with somebody else's");
  });

for (const kind of ['neverAcknowledges', 'acknowledgesAnother', 'acknowledgesLate'] as const)
  test(`a printer that ${kind} leaves the slip unknown, though it came out`, async (t) => {
    const { device, printer, timers } = await desk(t);
    device.setFault({ kind });
    const printing = printer.print('job', job);
    await until(device, () => device.slips().length === 1);
    await timers.fire(isJobTime);
    assert.equal(short(await printing), 'UNKNOWN timeout ready');
  });

test("another job's acknowledgement is no word on this one", async (t) => {
  const { device, printer } = await desk(t);
  device.setFault({ kind: 'acknowledgesAnother' });
  const printing = printer.print('job', job);
  await until(device, () => device.slips().length === 1);
  // Said after the foreign acknowledgement, so whoever took that one has ended the job by now.
  device.setCover(true);
  assert.equal(short(await printing), 'UNKNOWN fault cover');
});

test('an acknowledgement that is late but in time still counts', async (t) => {
  const { device, printer } = await desk(t);
  device.setFault({ kind: 'acknowledgesLate' });
  const printing = printer.print('job', job);
  await until(device, () => device.slips().length === 1);
  device.acknowledge();
  assert.equal(short(await printing), 'PRINTED');
});

test('a roll that ends between the cut and the answer leaves the slip unknown', async (t) => {
  const { device, printer } = await desk(t);
  device.setFault({ kind: 'paperEndsAfterCut' });
  assert.match(short(await printer.print('job', job)), /^UNKNOWN/);
  assert.equal(device.slips().length, 1);
});

test('what a stalled printer kept does not come out once it works again', async (t) => {
  const { device, printer, timers } = await desk(t);
  device.setFault({ kind: 'stalls', bytes: 300 });
  const printing = printer.print('job', job);
  await timers.fire(isJobTime);
  assert.equal(short(await printing), 'UNKNOWN timeout ready');
  device.setFault(null);
  assert.equal(await printer.state(), 'ready');
  assert.equal(device.slips().length, 0);
});
