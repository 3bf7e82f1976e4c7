import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'better-sqlite3';
import { issueOf, Mall } from '../testing/mall.ts';
import { mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import { QueueStore } from './queue-store.ts';
import { type Query, type Script, sql } from './sql.ts';
import { makeDurable } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

/** A mall on a database whose disk can be made full. */
async function mallOnASmallDisk(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-full-'));
  const file = path.join(folder, 'mall.db');
  await (await openSqliteStore({ file, create: { catalogue: smallMall, at: mondayMorning } })).close();
  const db = new Database(file);
  makeDurable(db);
  const store = await QueueStore.on(new SqliteEngine(db));
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const setPages = (pages: number) => db.pragma(`max_page_count = ${pages}`);
  const pages = () => Number(db.pragma('page_count', { simple: true }));
  const damage = () => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('shrink_memory');
    const size = statSync(file).size;
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(size - 4_096, 0xff), 0, size - 4_096, 4_096);
    closeSync(handle);
  };
  return { mall: await Mall.on(store), fill: () => setPages(pages()), free: () => setPages(1_000_000), damage };
}

test('a full disk is said to be one, and the same command works once there is room', async (t) => {
  const { mall, fill, free } = await mallOnASmallDisk(t);
  await mall.issue('card');
  fill();
  let full = await mall.give(mall.device('kiosk'), issueOf(['card']), 'first');
  let id = 'first';
  // The last page still has room for some.
  for (let n = 0; full.ok && n < 200; n += 1) {
    id = `press ${n}`;
    full = await mall.give(mall.device('kiosk'), issueOf(['card']), id);
  }
  assert.deepEqual(full, { ok: false, error: { code: 'store.unavailable' } });
  const before = await mall.store.hall();
  const others = await Promise.all([1, 2, 3].map(() => mall.give(mall.device('kiosk'), issueOf(['card']))));
  assert.ok(others.every((given) => !given.ok && given.error.code === 'store.unavailable'));
  assert.deepEqual(await mall.store.hall(), before);
  free();
  const again = await mall.give(mall.device('kiosk'), issueOf(['card']), id);
  assert.ok(again.ok);
  assert.equal((await mall.store.hall()).seq, before.seq + 1);
  assert.equal(await mall.store.firstBrokenLink(), null);
});

test('a file that is damaged while it is in use ends the store for good, and the program hears of it', async (t) => {
  const { mall, damage } = await mallOnASmallDisk(t);
  await mall.issue('card');
  let hasHeard = false;
  void mall.store.whenBroken().then(() => {
    hasHeard = true;
  });
  assert.equal(hasHeard, false);
  damage();
  assert.equal(await mall.refusal(mall.device('kiosk'), issueOf(['card'])), 'store.unavailable');
  assert.equal(hasHeard, true);
});

test('a closed store answers that it is not available, after it has answered what was given before', async (t) => {
  const { mall } = await mallOnASmallDisk(t);
  const given = mall.give(mall.device('kiosk'), issueOf(['card']));
  await mall.store.close();
  assert.ok((await given).ok);
  const late = await mall.give(mall.device('kiosk'), issueOf(['card']));
  assert.deepEqual(late, { ok: false, error: { code: 'store.unavailable' } });
});

test('a write that changes another number of rows than it must is undone and thrown', () => {
  const db = new Database(':memory:');
  db.exec(
    'CREATE TABLE seat (n INTEGER NOT NULL PRIMARY KEY, taken INTEGER NOT NULL); INSERT INTO seat VALUES (1, 0), (2, 0)',
  );
  const engine = new SqliteEngine(db);
  const must = (query: Query) =>
    function* (): Script<void> {
      yield { ...query, changes: 1 };
    };
  engine.write(must(sql`UPDATE seat SET taken = 1 WHERE n = ${1} AND taken = 0`));
  assert.throws(
    () => engine.write(must(sql`UPDATE seat SET taken = 1 WHERE n = ${1} AND taken = 0`)),
    /0 rows changed/,
  );
  assert.throws(() => engine.write(must(sql`UPDATE seat SET taken = 2`)), /2 rows changed where 1 must/);
  assert.deepEqual(db.prepare('SELECT taken FROM seat ORDER BY n').pluck().all(), [1, 0]);
  engine.close();
});
