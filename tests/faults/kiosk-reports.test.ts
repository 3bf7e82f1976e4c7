import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openKiosk, press } from '../kiosk.ts';
import { openMall, until } from '../mall.ts';

const any = () => true;

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-reports-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A kiosk whose slip lies in the tray while the printer has not yet said so: the number is given, its report still to come. */
async function openWaitingKiosk(t: TestContext, folder: string) {
  const mall = await openMall({ folder });
  const opened = await openKiosk(t, mall);
  opened.device.setFault({ kind: 'acknowledgesLate' });
  const taking = opened.kiosk.takeNumber(press('DKC-01'));
  await until(() => opened.device.slips().length === 1);
  const printed = async () => {
    opened.device.acknowledge();
    const taken = await taking;
    assert.ok(taken.ok && taken.value.slip.kind === 'PRINTED');
    return taken.value;
  };
  return { ...opened, mall, printed };
}

test('what became of a slip is told ever more patiently, with one key, until the server is back', async (t) => {
  const folder = newFolder(t);
  const { mall, printed, wire, timers, reported, settled } = await openWaitingKiosk(t, folder);
  await mall.close();
  const { issued, slip } = await printed();
  const pauses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) pauses.push(await timers.fire(any));

  const back = await openMall({ folder });
  t.after(() => back.close());
  wire.pointTo(back.url);
  pauses.push(await timers.fire(any));
  const told = () => wire.crossed('print-outcome');
  await reported(1);
  await settled();

  assert.deepEqual(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  assert.deepEqual(
    told().map(({ status }) => status),
    [null, null, null, null, null, null, null, 200],
  );
  assert.equal(new Set(told().map(({ key }) => key)).size, 1);
  for (const { body } of told()) assert.deepEqual(body, { outcome: 'PRINTED', jobId: slip.jobId });
  assert.equal(timers.armed(), 0);
  assert.deepEqual(
    Object.values(back.server.hall().visits).map(({ number }) => number),
    [issued.visit.number],
  );
});

test('a report whose answer was lost is told again with its key', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { kiosk, wire, timers, reported, settled } = await openKiosk(t, mall);
  wire.next('print-outcome', 'answerLost');
  assert.ok((await kiosk.takeNumber(press('DKC-01'))).ok);
  await timers.fire(any);
  await reported(1);
  await settled();
  const [first, second] = wire.crossed('print-outcome');
  assert.deepEqual(second, { ...first, status: 200 });
  assert.equal(timers.armed(), 0);
});

test('a server that came back from an older backup, without the ticket, is told of its slip once', async (t) => {
  const [folder, backup] = [newFolder(t), newFolder(t)];
  await (await openMall({ folder })).close();
  cpSync(folder, backup, { recursive: true });
  const { mall, printed, wire, timers, reported, settled } = await openWaitingKiosk(t, folder);
  await mall.close();
  const restored = await openMall({ folder: backup });
  t.after(() => restored.close());
  wire.pointTo(restored.url);
  await printed();
  await reported(1);
  await settled();
  assert.deepEqual(
    wire.crossed('print-outcome').map(({ status }) => status),
    [404],
  );
  assert.equal(timers.armed(), 0);
});

test('a kiosk that closes tells nothing more, neither after a pause nor after an answer that it still waits for', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const paused = await openKiosk(t, mall);
  paused.wire.next('print-outcome', 'lost');
  assert.ok((await paused.kiosk.takeNumber(press('DKC-01'))).ok);
  await until(() => paused.timers.armed() === 1);
  paused.kiosk.close();
  assert.equal(paused.timers.armed(), 0);

  const asking = await openKiosk(t, mall);
  asking.wire.next('print-outcome', 'lost');
  assert.ok((await asking.kiosk.takeNumber(press('DKC-01'))).ok);
  asking.kiosk.close();
  await until(() => asking.wire.crossed('print-outcome').length === 1);
  await asking.settled();
  assert.equal(asking.timers.armed(), 0);
});
