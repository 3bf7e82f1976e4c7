import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { desk, eventually, isAnswerTime, isJobTime, job, printerAt, settled, short, until } from '../testing/desk.ts';
import { answerStatus, scriptedPrinter } from '../testing/scripted-printer.ts';
import { oneLeg } from '../testing/slip-examples.ts';
import { paper80, profileNamed, profileNames } from './profiles.ts';
import { slipJob } from './slip-bytes.ts';
import type { Fault } from './virtual/faults.ts';
import type { VirtualPrinter } from './virtual/virtual-printer.ts';

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

test('a printer that acknowledges nothing never makes a slip certain, and prints one after the other', async (t) => {
  const { device, printer, timers } = await desk(t, { ...paper80, ack: 'none', asb: false });
  for (const count of [1, 2]) {
    const printing = printer.print(`job-${count}`, job);
    await until(device, () => device.slips().length === count);
    await timers.fire(isJobTime);
    assert.equal(short(await printing), 'UNKNOWN timeout ready');
  }
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
    // Before the first job of all it is fed blanks for ten seconds: it may be in the middle of somebody's picture.
    for (let tried = 0; tried < 10; tried += 1) await timers.fire((ms) => ms === 1_000);
    assert.equal(short(await printing), 'NOT_SENT silent');
    device.setFault(null);
    assert.equal(device.slips().length, 0);
  });

test('nobody at the address is unreachable', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  server.close();
  await once(server, 'close');
  const { printer } = printerAt({ kind: 'tcp', host: '127.0.0.1', port: address.port }, paper80);
  t.after(() => printer.close());
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
    await settled(printer);
    device.setFault(fault);
    assert.equal(short(await printer.print('job', job)), expected);
    assert.equal(device.slips().length, cut);
    // A person with a new roll is slower than the printer is told to give up the rest.
    await printer.state();
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

test('a word that comes while the printer is asked why there was none still counts', async (t) => {
  const { device, printer, timers } = await desk(t);
  const late: string[] = [];
  printer.onLateAck((fenceId) => late.push(fenceId));
  device.setFault({ kind: 'acknowledgesLate' });
  const printing = printer.print('job', job);
  await until(device, () => device.slips().length === 1);
  await timers.fire(isJobTime);
  device.acknowledge();
  assert.equal(short(await printing), 'PRINTED');
  assert.deepEqual(late, []);
});

test('a cover that flaps right before the word on the job leaves no doubt about the slip', async (t) => {
  const { device, printer } = await desk(t);
  device.setFault({ kind: 'acknowledgesLate' });
  const printing = printer.print('job', job);
  await until(device, () => device.slips().length === 1);
  device.setCover(true);
  await eventually(() => printer.status().state === 'cover');
  device.setCover(false);
  device.acknowledge();
  assert.equal(short(await printing), 'PRINTED');
});

test('a roll that ends between the cut and the answer leaves the slip unknown', async (t) => {
  const { device, printer } = await desk(t);
  device.setFault({ kind: 'paperEndsAfterCut' });
  assert.match(short(await printer.print('job', job)), /^UNKNOWN/);
  assert.equal(device.slips().length, 1);
});

test('a printer that was only slow has the last word on a job that nobody waits for any more', async (t) => {
  const { device, printer, timers } = await desk(t);
  const late: string[] = [];
  printer.onLateAck((fenceId) => late.push(fenceId));
  const fences: string[] = [];
  device.setFault({ kind: 'acknowledgesLate' });
  const first = printer.print('first', job, (fenceId) => fences.push(fenceId));
  await until(device, () => device.slips().length === 1);
  await timers.fire(isJobTime);
  assert.equal(short(await first), 'UNKNOWN timeout ready');
  device.setFault(null);
  const second = printer.print('second', job, (fenceId) => {
    fences.push(fenceId);
    // On its way while the second job is sent: it settles the first, and is no word on the second.
    device.acknowledge();
  });
  assert.equal(short(await second), 'PRINTED');
  assert.equal(new Set(fences).size, 2);
  assert.deepEqual(late, fences.slice(0, 1));
});

test("a late word that names no job is not taken for the next job's", async (t) => {
  const { device, printer, timers } = await desk(t, { ...paper80, ack: 'statusRequest' });
  device.setFault({ kind: 'acknowledgesLate' });
  const first = printer.print('first', job);
  await until(device, () => device.slips().length === 1);
  await timers.fire(isJobTime);
  assert.equal(short(await first), 'UNKNOWN timeout ready');
  device.setFault({ kind: 'neverAcknowledges' });
  const second = printer.print('second', job);
  device.acknowledge();
  await until(device, () => device.slips().length === 2);
  await timers.fire(isJobTime);
  assert.equal(short(await second), 'UNKNOWN timeout ready');
});

test('a nameless answer to an earlier job, however it comes late, is not taken for the word on this one', async (t) => {
  const { device, printer, timers } = await desk(t, { ...paper80, ack: 'statusRequest' });
  device.setFault({ kind: 'acknowledgesLate' });
  const first = printer.print('first', job);
  await timers.fire(isJobTime);
  assert.equal(short(await first), 'UNKNOWN timeout ready');
  // The sensor reports by itself while the printer still works; then comes the late answer, and none to the second job.
  const second = printer.print('second', job);
  device.setRoll('low');
  await until(device, () => device.slips().length === 2);
  device.acknowledge();
  await timers.fire(isJobTime);
  assert.match(short(await second), /^UNKNOWN timeout/);
  device.setFault(null);
  assert.match(short(await printer.print('third', job)), /^PRINTED/);
});

test('an attempt that cannot be written down is not sent', async (t) => {
  const { device, printer } = await desk(t);
  assert.equal(await printer.state(), 'ready');
  const before = device.received();
  const outcome = await printer.print('job', job, () => {
    throw new Error('the disk is full');
  });
  assert.deepEqual(outcome, { kind: 'NOT_SENT', jobId: 'job', reason: 'journal' });
  // Three questions of three bytes each, and the questions of a heartbeat if one came between: no job begins in them.
  assert.equal((device.received() - before) % 9, 0);
  assert.equal(await printer.state(), 'ready');
  assert.equal(device.slips().length, 0);
});

test('an attempt is written down before its first byte, and one that ends earlier is not', async (t) => {
  const { device, printer } = await desk(t);
  device.setCover(true);
  const begun: number[] = [];
  const begin = () => void begun.push(device.received());
  assert.equal(short(await printer.print('job', job, begin)), 'NOT_SENT cover');
  assert.deepEqual(begun, []);
  device.setCover(false);
  assert.equal(short(await printer.print('job', job, begin)), 'PRINTED');
  assert.equal(begun.length, 1);
  assert.ok(device.received() >= (begun[0] ?? 0) + job.bytes.length);
});

for (const [what, answers, expected, cause] of [
  ['is offline', { 1: [0x1a], 2: [0x12], 4: [0x12] }, 'NOT_SENT offline', null],
  ['has an error without a name', { 1: [0x1a], 2: [0x52], 3: [0x12], 4: [0x12] }, 'NOT_SENT error', null],
  ['has a stuck knife', { 1: [0x1a], 2: [0x52], 3: [0x1a], 4: [0x12] }, 'NOT_SENT error', 'cutter'],
  ['is broken', { 1: [0x1a], 2: [0x52], 3: [0x32], 4: [0x12] }, 'NOT_SENT error', 'unrecoverable'],
] as const)
  test(`a printer that ${what} ends a job in ${expected}`, async (t) => {
    const device = await scriptedPrinter(t, (chunk, socket) => answerStatus(chunk, socket, answers));
    const { printer } = printerAt(device, paper80);
    t.after(() => {
      device.close();
      return printer.close();
    });
    assert.equal(short(await printer.print('job', job)), expected);
    assert.equal(printer.status().cause, cause);
  });

test('one status byte too many does not hide an open cover', async (t) => {
  let surplus: readonly number[] = [0x12];
  const device = await scriptedPrinter(t, (chunk, socket) => {
    answerStatus(chunk, socket, { 1: [...surplus, 0x1a], 2: [0x16], 4: [0x12] });
    surplus = [];
  });
  const { printer } = printerAt(device, { ...paper80, asb: false });
  t.after(() => {
    device.close();
    return printer.close();
  });
  assert.equal(short(await printer.print('job', job)), 'NOT_SENT cover');
});

test('every profile can be named, and no other', () => {
  for (const name of profileNames) assert.equal(profileNamed(name)?.name, name);
  assert.equal(profileNamed('constructor'), null);
  assert.equal(profileNamed('epson-80'), paper80);
});
