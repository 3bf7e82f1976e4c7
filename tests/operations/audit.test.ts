import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { auditDay, openSqliteStore } from '@antrean/store';
import { Mall } from '../../packages/store/testing/mall.ts';
import { meddle } from '../../packages/store/testing/meddle.ts';
import { mondayMorning, smallMall } from '../../packages/store/testing/small-mall.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

async function twoDays(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-audit-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'antrean.db');
  const store = await openSqliteStore({ file, create: { catalogue: smallMall, at: mondayMorning } });
  const mall = await Mall.on(store);
  await mall.issue('card');
  await mall.must(mall.system(), { kind: 'close-day' });
  const closed = await mall.seq();
  mall.now += 86_400_000;
  await mall.must(mall.system(), { kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' });
  await mall.issue('card');
  return { folder, file, store, closed };
}

function run(folder: string, ...args: readonly string[]) {
  const script = path.join(root, 'scripts', 'audit.ts');
  return spawnSync(process.execPath, [script, ...args, '--data', folder], { encoding: 'utf8' });
}

test('an auditor hears that the log is whole, or at which event it breaks', async (t) => {
  const { folder, file, store } = await twoDays(t);
  assert.match(run(folder, 'verify').stderr, /no backup yet: npm run backup first/);
  mkdirSync(path.join(folder, 'backups'));
  await store.backup(path.join(folder, 'backups', 'antrean-2026-07-14-0800.db'));
  assert.match(run(folder, 'verify').stdout, /checked is its backup antrean-2026-07-14-0800\.db/);
  await store.close();
  assert.match(run(folder, 'verify').stdout, /The log is whole: 6 events/);
  meddle(
    file,
    'DROP TRIGGER event_is_never_updated',
    `UPDATE event SET body = replace(body, '"number":"BQ001"', '"number":"BQ009"') WHERE seq = 2`,
  );
  const broken = run(folder, 'verify');
  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /BROKEN from event 2 of 6/);
});

test('a day’s closing hash stays the same whatever follows, and is printed as a slip', async (t) => {
  const { folder, file, store, closed } = await twoDays(t);
  await store.close();
  const monday = auditDay(file, '2026-07-13');
  assert.deepEqual([monday?.from, monday?.to, monday?.isClosed], [1, closed, true]);
  assert.deepEqual([auditDay(file, null)?.serviceDay, auditDay(file, null)?.isClosed], ['2026-07-14', false]);
  const { stdout } = run(folder, 'day', '2026-07-13');
  assert.ok(stdout.replaceAll(/\s/g, '').includes(monday?.hash ?? 'none'));
  assert.ok(
    stdout.split('\n').every((line) => line.length <= 32),
    stdout,
  );
  assert.equal(run(folder, 'day', '2026-07-12').status, 1);
  assert.match(run(folder, 'look').stderr, /npm run audit -- verify/);
});
