import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { sessionHeader } from '@antrean/protocol';
import { lookAtCopy } from '@antrean/store';
import { copiesIn, copyName, lastDue } from '../../apps/server/src/backups/copy-names.ts';
import { keepBackups } from '../../apps/server/src/backups/keep-backups.ts';
import { copiesToDrop } from '../../apps/server/src/backups/keep-rule.ts';
import { give, mondayMorning } from '../mall.ts';
import { openRealMall, type RealMall } from '../real-mall.ts';

const zone = 'Asia/Jakarta';
const dayMs = 86_400_000;
const root = path.resolve(import.meta.dirname, '..', '..');

async function health(mall: RealMall) {
  return (await (await fetch(`${mall.url}/health/ready`)).json()) as {
    readonly lastBackupAt: number | null;
    readonly troubles: readonly unknown[];
  };
}

function keeper(t: TestContext, mall: RealMall, folder = path.join(mall.folder, 'backups')) {
  const kept = keepBackups({
    store: mall.store,
    folder,
    times: ['12:30', '20:00'],
    wall: () => mall.clock.at,
    log: mall.server.app.log,
  });
  t.after(async () => (await kept).close());
  return kept;
}

test('kept are seven days, four weeks and twelve months, and what is no backup is left alone', () => {
  const names = Array.from({ length: 400 }, (_, n) => copyName(mondayMorning - n * dayMs, zone, []));
  const copies = copiesIn([...names, 'laporan.xlsx', 'antrean.db'], zone);
  const dropped = new Set(copiesToDrop(copies));
  const kept = copies.filter((copy) => !dropped.has(copy)).map(({ date }) => date);
  assert.deepEqual(
    kept.slice(-7),
    [17, 18, 19, 20, 21, 22, 23].map((day) => `2026-11-${day}`),
  );
  assert.ok(['2026-11-15', '2026-11-08', '2026-10-31', '2026-01-31', '2025-12-31'].every((day) => kept.includes(day)));
  assert.equal(kept.length, 7 + 2 + 11);
  // A server that stood still for a year drops nothing of what it had.
  assert.deepEqual(copiesToDrop(copies.slice(0, 5)), []);
});

test('a backup is due at its hour on the mall’s wall, and after it if the server was off', () => {
  const at = (hour: number, minute: number) => Date.UTC(2026, 10, 23, hour - 7, minute);
  assert.equal(lastDue(at(12, 29), zone, ['20:00', '12:30']), at(20, 0) - dayMs);
  assert.equal(lastDue(at(12, 30), zone, ['20:00', '12:30']), at(12, 30));
  assert.equal(lastDue(at(23, 59), zone, ['20:00', '12:30']), at(20, 0));
});

test('visitors get numbers while a backup is made, and the copy holds a whole mall', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const kiosk = await mall.enrol(manager, 'kiosk');
  await mall.server.settle();
  const backups = await keeper(t, mall);
  let isMade = false;
  const made = backups.now().finally(() => {
    isMade = true;
  });
  let answered = 0;
  while (!isMade) {
    const taken = await give(mall.url, kiosk, 'issue', {}, { serviceIds: ['DKC-01'] });
    assert.equal(taken.status, 201);
    answered += 1;
  }
  const copied = await made;
  assert.ok(copied.ok);
  assert.ok(answered >= 5, `${answered} numbers meanwhile`);
  assert.deepEqual(lookAtCopy(copied.file), copied.report);
  assert.equal(copied.report.site, 'MPP Bintan');
  assert.deepEqual(readdirSync(path.dirname(copied.file)), [path.basename(copied.file)]);
});

test('copies are made when they are due, a failure is said until the next one is good, and old copies stay', async (t) => {
  const mall = await openRealMall(t);
  const folder = path.join(mall.folder, 'backups');
  const backups = await keeper(t, mall, folder);
  await backups.settle();
  await backups.settle();
  assert.deepEqual(readdirSync(folder), ['antrean-2026-11-23-0800.db']);
  // A server that starts again does not make the same copy again.
  await (await keeper(t, mall, folder)).settle();
  assert.equal(readdirSync(folder).length, 1);

  const lost = path.join(mall.folder, 'unplugged');
  writeFileSync(lost, 'no folder');
  const failing = await keeper(t, mall, lost);
  await failing.settle();
  assert.deepEqual(failing.state(), { isRunning: false, lastAt: null, failedAt: mondayMorning });
  rmSync(lost);
  mall.clock.at += 9 * 60_000;
  await failing.settle();
  assert.equal(failing.state().lastAt, null, 'not again within ten minutes');
  mall.clock.at += 60_000;
  await failing.settle();
  assert.deepEqual(failing.state(), { isRunning: false, lastAt: mall.clock.at, failedAt: null });
});

test('a manager backs up by a button, health and the supervisor’s board say how it went, and nobody else may', async (t) => {
  const backups = path.join(import.meta.dirname, 'no', 'such');
  const mall = await openRealMall(t, mondayMorning, ['--backup-times', 'never', '--backups', `${backups}\0`]);
  const manager = await mall.manage();
  const kiosk = await mall.enrol(manager, 'kiosk');
  const ask = (headers: Record<string, string>) => mall.post('/backups', {}, headers);
  assert.equal((await ask({ authorization: `Bearer ${kiosk.token}` })).status, 403);
  assert.equal((await ask({})).status, 401);
  assert.deepEqual((await ask({ [sessionHeader]: manager.session })).body, {
    ...{ isOn: true, isRunning: true },
    ...{ lastAt: null, failedAt: null },
  });
  while ((await manager.read('/backups')).body.isRunning) await new Promise(setImmediate);
  const trouble = [{ code: 'backup.failed', since: mondayMorning }];
  assert.deepEqual((await health(mall)).troubles, trouble);
  const stations = await fetch(`${mall.url}/api/v1/stations`, { headers: { authorization: `Bearer ${kiosk.token}` } });
  assert.deepEqual(((await stations.json()) as { troubles: unknown }).troubles, trouble);
});

test('npm run backup asks the running server, and makes the copy itself when none runs', async (t) => {
  const mall = await openRealMall(t);
  const run = (port: string) =>
    promisify(execFile)(process.execPath, [
      path.join(root, 'scripts', 'backup.ts'),
      ...['--data', mall.folder, '--port', port],
    ]);
  const { stdout } = await run(new URL(mall.url).port);
  assert.match(stdout, /sudah diperiksa.*antrean-2026-11-23-0800\.db/);
  assert.equal((await health(mall)).lastBackupAt, mondayMorning);
  await assert.rejects(run('1'), /Another server runs on the database/);
  await mall.server.app.close();
  assert.match((await run('1')).stdout, /antrean-\d{4}-\d{2}-\d{2}-\d{4}\.db/);
});
