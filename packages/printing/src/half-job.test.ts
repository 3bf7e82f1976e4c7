import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { desk, isJobTime, job, printerAt, settled, short } from '../testing/desk.ts';
import { answerStatus, scriptedPrinter } from '../testing/scripted-printer.ts';
import { oneLeg } from '../testing/slip-examples.ts';
import { paper80 } from './profiles.ts';
import { slipJob } from './slip-bytes.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual/virtual-printer.ts';

const next = slipJob({ ...oneLeg, number: 'AQ099' }, paper80);
/** GS v 0 and the size of a picture of 72 × 255 bytes, of which not one follows. */
const pictureBegins = Uint8Array.of(0x1d, 0x76, 0x30, 0x00, 72, 0, 255, 0);
const pictureBytes = 72 * 255;

async function crashedWhileSending(device: VirtualPrinter, bytes: Uint8Array): Promise<void> {
  const socket = connect(device.port, device.host);
  socket.resume().end(bytes);
  await once(socket, 'close');
}

test('what a stalled printer kept does not come out with the next job', async (t) => {
  const { device, printer, timers } = await desk(t);
  device.setFault({ kind: 'stalls', bytes: 300 });
  const printing = printer.print('job', job);
  await timers.fire(isJobTime);
  assert.equal(short(await printing), 'UNKNOWN timeout ready');
  const again = printer.print('next', next);
  for (let tried = 0; tried < 10; tried += 1) await timers.fire((ms) => ms === 1_000);
  assert.equal(short(await again), 'NOT_SENT silent', 'a job was sent after one that is still in the printer');
  device.setFault(null);
  assert.equal(short(await printer.print('next', next)), 'PRINTED');
  assert.deepEqual(
    device.slips().map(({ text }) => text.match(/DQ012|AQ099/g)),
    [['AQ099']],
  );
});

test('a kiosk that went down in the middle of a slip does not hand its rest to the next visitor', async (t) => {
  for (const left of [job.bytes.subarray(0, 700), pictureBegins]) {
    const device = await startVirtualPrinter({ profile: paper80 });
    await crashedWhileSending(device, left);
    const { printer } = printerAt(device, paper80);
    t.after(async () => {
      await device.close();
      await printer.close();
    });
    assert.equal(short(await printer.print('next', next)), 'PRINTED');
    assert.deepEqual(
      device.slips().map(({ text }) => text.match(/DQ012|AQ099/g)),
      [['AQ099']],
    );
  }
});

test('a whole slip that waits for paper is given up before the paper comes', async (t) => {
  const device = await startVirtualPrinter({ profile: paper80 });
  device.setRoll('out');
  await crashedWhileSending(device, job.bytes);
  const { printer } = printerAt(device, paper80);
  t.after(async () => {
    await device.close();
    await printer.close();
  });
  await settled(printer);
  await printer.state();
  device.setRoll('full');
  assert.equal(device.slips().length, 0);
  assert.equal(short(await printer.print('next', next)), 'PRINTED');
  assert.equal(device.slips().length, 1);
});

test('a printer whose interrupted picture eats every command is fed until it listens again', async (t) => {
  let eaten = 0;
  const device = await scriptedPrinter(t, (chunk, socket) => {
    answerStatus(chunk, socket, { 1: [0x12], 2: [0x12], 4: [0x12] });
    eaten += chunk.length;
    if (eaten < pictureBytes) return;
    if (chunk.includes(Buffer.of(0x1d, 0x61, 0x0f))) socket.write(Uint8Array.of(0x10, 0, 0, 0));
    const fence = chunk.indexOf(Buffer.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30));
    if (fence >= 0) socket.write(Uint8Array.of(0x37, 0x22, ...chunk.subarray(fence + 7, fence + 11), 0));
  });
  const { printer, timers } = printerAt(device, paper80);
  t.after(() => {
    device.close();
    return printer.close();
  });
  const begun: number[] = [];
  const printing = printer.print('next', next, () => void begun.push(eaten));
  for (let tried = 0; tried < 2; tried += 1) await timers.fire((ms) => ms === 1_000);
  assert.equal(short(await printing), 'PRINTED');
  assert.equal(begun.length, 1);
  assert.ok((begun[0] ?? 0) >= pictureBytes, 'the job was fed to the picture');
});
