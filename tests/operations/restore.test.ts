import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { lookAtCopy, openSqliteStore, planRestore, restore } from '@antrean/store';
import { Mall } from '../../packages/store/testing/mall.ts';
import { meddle } from '../../packages/store/testing/meddle.ts';
import { OfflineKiosk } from '../../packages/store/testing/offline-kiosk.ts';
import { monday, mondayMorning, smallMall } from '../../packages/store/testing/small-mall.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const hour = 3_600_000;

/** A morning with a copy made after two visitors, and three more whom only the database knows. */
async function aMorning(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-restore-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'antrean.db');
  const copy = path.join(folder, 'copy.db');
  const store = await openSqliteStore({ file, create: { catalogue: smallMall, at: mondayMorning } });
  const mall = await Mall.on(store);
  await mall.issue('card');
  await mall.issue('card');
  await store.backup(copy);
  for (let n = 0; n < 3; n += 1) await mall.issue('card');
  return { folder, file, copy, store, mall };
}

const next = async (file: string) => {
  const store = await openSqliteStore({ file });
  return { store, mall: new Mall(store) };
};

function run(folder: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [path.join(root, 'scripts', 'restore.ts'), ...args, '--data', folder], {
    encoding: 'utf8',
  });
}

test('a restore says what would be lost and changes nothing until it is told to, and not while the server runs', async (t) => {
  const { folder, file, copy, store } = await aMorning(t);
  assert.match(run(folder, copy, '--yes').stderr, /Stop the server first/);
  await store.close();
  const before = lookAtCopy(file);
  const asked = run(folder, copy);
  assert.equal(asked.status, 2);
  assert.match(asked.stdout, /WILL BE LOST: 3 events, 3 visitors/);
  assert.deepEqual(lookAtCopy(file), before);
  const done = run(folder, copy, '--yes');
  assert.equal(done.status, 0, done.stderr);
  const aside = readdirSync(folder).find((name) => name.includes('before-restore'));
  assert.deepEqual(lookAtCopy(path.join(folder, aside ?? '')), before);
  assert.equal(lookAtCopy(file).epoch, before.epoch + 1);
  assert.equal(lookAtCopy(file).visits, 2);
});

test('[N1] after a restore no number is given twice, the log goes on from its base, and ticketing waits for a supervisor', async (t) => {
  const { file, copy, store } = await aMorning(t);
  await store.close();
  const base = lookAtCopy(copy);
  await restore(planRestore(file, copy), mondayMorning + hour);
  const { store: restored } = await next(file);
  t.after(() => restored.close());
  const events = await restored.eventsAfter(base.seq, 10);
  assert.deepEqual(events[0], {
    ...{ seq: base.seq + 1, at: mondayMorning + hour, type: 'log.restored' },
    base: { seq: base.seq, hash: base.hash },
  });
  assert.equal(await restored.firstBrokenLink(), null);
  assert.equal((await restored.hall()).ticketing, 'closed');
  const { acts } = await restored.oddities(mondayMorning + hour);
  assert.deepEqual(
    acts.map(({ type, officer }) => [type, officer]),
    [['log.restored', null]],
    'the supervisor reads of it',
  );
  await restored.close();
  assert.equal(await numberAfterReopening(file), 6);
});

test('[N1] when the day began after the copy was made, its numbers are not given again either', async (t) => {
  const { file, copy, store, mall } = await aMorning(t);
  mall.now += 24 * hour;
  await mall.must(mall.system(), { kind: 'close-day' });
  await mall.must(mall.system(), { kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' });
  for (let n = 0; n < 4; n += 1) await mall.issue('card');
  await store.close();
  await restore(planRestore(file, copy), mall.now);
  assert.equal(await numberAfterReopening(file), 5);
});

test('[N1] [K2] when the database is gone or damaged, many numbers and every range are passed over instead', async (t) => {
  const { folder, file, copy, store } = await aMorning(t);
  await store.close();
  writeFileSync(file, readFileSync(file).fill(0, 0, 8192));
  assert.equal(planRestore(file, copy).current, null);
  assert.match(run(folder, copy).stdout, /Nobody knows what was lost/);
  await restore(planRestore(file, copy), mondayMorning + hour);
  const { store: restored, mall } = await next(file);
  const kiosk = new OfflineKiosk(mall);
  const lease = await kiosk.ask('civil-quick', monday, 5);
  assert.equal(lease.ok, false);
  await restored.close();
  assert.equal(await numberAfterReopening(file), 203);
});

test('who was shut out after the copy was made stays out, and whoever was signed in then signs in again', async (t) => {
  const { file, copy, store, mall } = await aMorning(t);
  await mall.signIn('one', 'Budi', ['supervisor']);
  await mall.signIn('two', 'Siti');
  rmSync(copy);
  await store.backup(copy);
  const asBudi = mall.command(mall.at('one', 'Budi'), { kind: 'close-ticketing' });
  await store.close();
  meddle(
    file,
    "UPDATE device SET revoked_at = 1 WHERE id = 'kiosk'",
    "UPDATE officer SET deactivated_at = 1 WHERE id = 'Siti'",
  );
  await restore(planRestore(file, copy), mall.now);
  const { store: restored } = await next(file);
  t.after(() => restored.close());
  assert.ok(!(await restored.devices()).some(({ id }) => id === 'kiosk'));
  const { officers } = await restored.access.doors(mall.now);
  assert.deepEqual(
    officers.map(({ name, isActive }) => [name, isActive]),
    [
      ['Budi', true],
      ['Siti', false],
    ],
  );
  const answer = await restored.give(asBudi);
  assert.equal(answer.ok ? '' : answer.error.code, 'access.expired');
});

test('a damaged copy, one whose log was changed, another mall’s and a file that is no copy are refused, and the database stays', async (t) => {
  const { folder, file, copy, store } = await aMorning(t);
  await store.close();
  const bytes = readFileSync(copy);
  const bad = path.join(folder, 'bad.db');
  writeFileSync(bad, bytes.fill(7, bytes.length - 4096));
  assert.throws(() => planRestore(file, bad), /damaged|broken/);
  const changed = path.join(folder, 'changed.db');
  copyFileSync(file, changed);
  meddle(
    changed,
    'DROP TRIGGER event_is_never_updated',
    "UPDATE event SET body = replace(body, 'card', 'bill') WHERE seq = 2",
  );
  assert.throws(() => planRestore(file, changed), /broken at event 2/);
  const other = path.join(folder, 'other.db');
  await (await openSqliteStore({ file: other, create: { catalogue: smallMall, at: 1 } })).close();
  assert.throws(() => planRestore(file, other), /another mall/);
  assert.throws(() => planRestore(file, path.join(folder, 'none.db')), /no file/);
  assert.equal(lookAtCopy(file).visits, 5);
  assert.equal(existsSync(`${file}.restoring`), false);
});

/** The number that the next visitor of the queue gets once a supervisor lets numbers be given again. */
async function numberAfterReopening(file: string): Promise<number> {
  const { store, mall } = await next(file);
  await mall.signIn('one', 'Budi', ['supervisor']);
  await mall.must(mall.at('one', 'Budi'), { kind: 'open-ticketing' });
  const { visit } = await mall.issue('card');
  await store.close();
  return Number(visit.number.slice(2));
}
