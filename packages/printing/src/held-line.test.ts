import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { desk, eventually, isHeartbeat, job, printerAt, settled, short } from '../testing/desk.ts';
import { handTimers } from '../testing/hand-timers.ts';
import { answerStatus, scriptedPrinter } from '../testing/scripted-printer.ts';
import { HeldLine } from './held-line.ts';
import { paper80 } from './profiles.ts';

const fine = { 1: [0x12], 2: [0x12], 4: [0x12] };
const isConnecting = (ms: number) => ms === 1_500;

test('a printer that is gone is looked for again for ever, ever less often, but every ten seconds', async (t) => {
  const device = await scriptedPrinter(t, () => {});
  const timers = handTimers();
  let lost = 0;
  const held = new HeldLine({
    ...{ address: device, timers, now: () => 0, idleCloseMs: null, opened: () => {} },
    lost: () => {
      lost += 1;
    },
  });
  t.after(() => held.close());
  assert.ok(await held.take());
  assert.equal(await held.take(), await held.take(), 'one connection for all');
  // What a second client of a real printer may meet: the call is taken and ended at once, which is no sign of life.
  await device.hangUp();
  const pauses: number[] = [];
  const nextPause = async () => {
    // Until the old connection is down, a wait for that is set too.
    await eventually(() => lost > pauses.length && timers.armed() === 1);
    pauses.push(await timers.fire((ms) => !isConnecting(ms)));
  };
  for (const taken of [2, 3]) {
    await nextPause();
    await eventually(() => device.taken() === taken);
    await device.hangUp();
  }
  device.close();
  for (let tried = 0; tried < 5; tried += 1) await nextPause();
  assert.deepEqual(pauses, [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  assert.equal(lost, 7);
});

test('a printer that answered once more is looked for at once when it goes again', async (t) => {
  const device = await scriptedPrinter(t, (_chunk, socket) => socket.write(Uint8Array.of(0x12)));
  const timers = handTimers();
  const held = new HeldLine({
    ...{ address: device, timers, now: () => 0, idleCloseMs: null, lost: () => {} },
    opened: (line) => line.write(Uint8Array.of(0x10, 0x04, 0x01)),
  });
  t.after(() => held.close());
  for (let round = 0; round < 3; round += 1) {
    const line = await held.take();
    assert.ok(line);
    await new Promise<void>((resolve) => void line.onReply(() => resolve()));
    await device.hangUp();
    await eventually(() => timers.armed() === 1);
    assert.equal(await timers.fire((ms) => !isConnecting(ms)), 500);
  }
});

test('who comes second to a printer is refused, says so, and gets it when the first has gone', async (t) => {
  const { device, printer } = await desk(t);
  assert.equal(await printer.state(), 'ready');
  const second = printerAt(device, paper80);
  t.after(() => second.printer.close());
  assert.equal(await second.printer.state(), 'unreachable');
  assert.equal(short(await second.printer.print('job', job)), 'NOT_SENT unreachable');
  assert.equal(second.printer.status().state, 'unreachable');
  assert.equal(short(await printer.print('job', job)), 'PRINTED', 'the first was disturbed');
  await printer.close();
  assert.equal(short(await second.printer.print('job', job)), 'PRINTED');
  assert.equal(device.slips().length, 2);
});

test('a printer that hangs up by habit is not in trouble, and is called again when there is something to print', async (t) => {
  const device = await scriptedPrinter(t, (chunk, socket) => answerStatus(chunk, socket, fine));
  const { printer, clock, timers } = printerAt(device, { ...paper80, asb: false, idleCloseMs: 5_000 });
  t.after(() => {
    device.close();
    return printer.close();
  });
  await settled(printer);
  const armed = timers.armed();
  clock.at += 5_000;
  await device.hangUp();
  assert.equal(await printer.state(), 'ready');
  assert.equal(device.taken(), 2);
  assert.equal(printer.status().since, 1_000, 'the habit was taken for trouble');
  assert.equal(timers.armed(), armed);
  // The same in the middle of a talk is trouble.
  await device.hangUp();
  await eventually(() => printer.status().state === 'unreachable');
  await timers.fire(isHeartbeat);
  await eventually(() => printer.status().state === 'ready');
});

test('a connection that proves dead at the first question is replaced before the job', async (t) => {
  let isDeaf = false;
  const device = await scriptedPrinter(t, (chunk, socket) => {
    if (isDeaf) socket.resetAndDestroy();
    else answerStatus(chunk, socket, fine);
    isDeaf = false;
  });
  const { printer } = printerAt(device, paper80);
  t.after(() => {
    device.close();
    return printer.close();
  });
  await settled(printer);
  isDeaf = true;
  assert.equal(await printer.state(), 'ready');
  assert.equal(device.taken(), 2);
});

test('hanging up takes a second at most, also from a printer that never does', async (t) => {
  const device = await scriptedPrinter(t, (chunk, socket) => answerStatus(chunk, socket, fine), {
    allowHalfOpen: true,
  });
  const { printer, timers } = printerAt(device, paper80);
  assert.equal(await printer.state(), 'ready');
  const [socket] = device.sockets;
  assert.ok(socket);
  const said = once(socket, 'end');
  const closing = printer.close();
  await said;
  await timers.fire((ms) => ms === 1_000);
  await closing;
  assert.equal(timers.armed(), 0);
  assert.equal(short(await printer.print('job', job)), 'NOT_SENT unreachable');
});
