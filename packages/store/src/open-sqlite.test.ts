import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'better-sqlite3';
import { Mall } from '../testing/mall.ts';
import { meddle } from '../testing/meddle.ts';
import { mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import { applicationId, claim, makeDurable, verifyDurable } from './sqlite-checks.ts';

const create = { catalogue: smallMall, at: mondayMorning };

function placeFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-open-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'mall.db');
}

/** A closed database with a day in it. */
async function aDay(t: TestContext): Promise<string> {
  const file = placeFor(t);
  const store = await openSqliteStore({ file, create });
  const mall = await Mall.on(store);
  for (let n = 0; n < 40; n += 1) await mall.issue('card');
  await store.close();
  return file;
}

async function refuses(file: string, code: string, sentence: RegExp): Promise<void> {
  await assert.rejects(openSqliteStore({ file }), { name: 'StoreRefusesToOpen', code, message: sentence });
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

test('a database that is not there is not made by opening it', async (t) => {
  const file = placeFor(t);
  await refuses(file, 'missing', /There is no database/);
  assert.equal(existsSync(file), false);
});

test('an empty file is not taken for a database', async (t) => {
  const file = placeFor(t);
  writeFileSync(file, '');
  await refuses(file, 'empty', /is an empty file/);
  assert.equal(statSync(file).size, 0);
});

test('a new database is never put over a file that is there', async (t) => {
  const file = await aDay(t);
  await assert.rejects(openSqliteStore({ file, create }), { code: 'exists' });
  const store = await openSqliteStore({ file });
  assert.equal((await store.hall()).seq, 41);
  await store.close();
});

test('what a lost database left behind is not replayed into a new one', async (t) => {
  const file = placeFor(t);
  writeFileSync(`${file}-wal`, 'pages of another mall');
  await assert.rejects(openSqliteStore({ file, create }), {
    code: 'exists',
    message: /mall\.db-wal belongs to a database/,
  });
  assert.equal(existsSync(file), false);
});

test('a folder in the place of a database, and a folder that is not there, are refused', async (t) => {
  const file = placeFor(t);
  await refuses(path.dirname(file), 'unusable', /cannot be used/);
  const nowhere = path.join(file, 'nowhere', 'mall.db');
  await assert.rejects(openSqliteStore({ file: nowhere, create }), { code: 'missing', message: /There is no folder/ });
});

test('a first start that was cut short leaves nothing that looks like a database', async (t) => {
  const file = placeFor(t);
  writeFileSync(`${file}.creating`, 'half a database');
  const store = await openSqliteStore({ file, create });
  assert.equal((await store.hall()).seq, 0);
  await store.close();
  assert.equal(existsSync(`${file}.creating`), false);
});

test('a file of another program is refused and left alone', async (t) => {
  const file = placeFor(t);
  writeFileSync(file, 'Dear diary, today nobody had to wait. '.repeat(200));
  await refuses(file, 'foreign', /is not a database/);
  rmSync(file);
  meddle(file, 'CREATE TABLE diary (day TEXT)');
  await refuses(file, 'foreign', /another program/);
});

test('a database with a zeroed head, a damaged page or a cut tail is refused', async (t) => {
  const file = await aDay(t);
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  overwrite(file, 0, Buffer.alloc(100));
  await refuses(file, 'foreign', /is not a database/);
  copyFileSync(whole, file);
  for (let page = 8; page < 40; page += 1) overwrite(file, page * 4096, Buffer.alloc(200, 0xff));
  await refuses(file, 'corrupt', /is damaged/);
  copyFileSync(whole, file);
  const { size } = statSync(whole);
  const cut = openSync(file, 'r+');
  ftruncateSync(cut, Math.floor(size / 2 / 4096) * 4096);
  closeSync(cut);
  await refuses(file, 'corrupt', /is damaged/);
});

test('a damaged page that no start would read is found all the same', async (t) => {
  const file = await aDay(t);
  const db = new Database(file);
  const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'command_at'").pluck().get());
  db.close();
  overwrite(file, (page - 1) * 4096, Buffer.alloc(64, 0xff));
  await refuses(file, 'corrupt', /is damaged/);
});

test('an event is chained by SHA-256 over the hash before it, its place as eight bytes and its stored text', async (t) => {
  const file = await aDay(t);
  const db = new Database(file);
  const rows = db.prepare<[], { seq: number; hash: string; body: string }>('SELECT seq, hash, body FROM event').all();
  db.close();
  assert.equal(rows.length, 41);
  let before = Buffer.alloc(32);
  for (const { seq, hash, body } of rows) {
    const text = Buffer.concat([before, Buffer.from([0, 0, 0, 0, 0, 0, 0, seq]), Buffer.from(body)]);
    before = createHash('sha256').update(text).digest();
    assert.equal(hash, before.toString('hex'));
  }
});

test('a database of a newer program is refused and left as it is', async (t) => {
  const file = await aDay(t);
  meddle(file, 'PRAGMA user_version = 999');
  await refuses(file, 'newer', /newer Antrean \(tables 999/);
});

test('a second server on the same data is refused, and the first one goes on', async (t) => {
  const file = placeFor(t);
  const store = await openSqliteStore({ file, create });
  const mall = await Mall.on(store);
  await refuses(file, 'inUse', /Another server runs/);
  assert.equal((await mall.issue('card')).visit.number, 'BQ001');
  assert.equal(existsSync(`${file}-shm`), false);
  await store.close();
});

test('a log whose end was changed, cut or torn from its site is refused', async (t) => {
  const file = await aDay(t);
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  const free = ['DROP TRIGGER event_is_never_updated', 'DROP TRIGGER event_is_never_deleted'];
  for (const [attack, broken] of [
    ["UPDATE event SET body = replace(body, 'BQ005', 'BQ006') WHERE seq = 6", 6],
    ['UPDATE event SET at = at + 1 WHERE seq = 9', 9],
    ["UPDATE event SET command_id = 'x' WHERE seq = 40", 40],
    ['DELETE FROM event WHERE seq = 41', 41],
    ['UPDATE site SET seq = 40', 41],
    [`UPDATE site SET last_hash = '${'0'.repeat(64)}'`, 41],
  ] as const) {
    copyFileSync(whole, file);
    meddle(file, ...free, attack);
    await refuses(file, 'brokenLog', new RegExp(`broken at event ${broken}`));
  }
});

test('one flipped byte anywhere in the log is found', async (t) => {
  const file = placeFor(t);
  const store = await openSqliteStore({ file, create });
  const mall = await Mall.on(store);
  for (let n = 0; n < 1_100; n += 110) await Promise.all(Array.from({ length: 110 }, () => mall.issue('card')));
  assert.equal(await store.firstBrokenLink(), null);
  await store.close();
  meddle(
    file,
    'DROP TRIGGER event_is_never_updated',
    "UPDATE event SET body = replace(body, 'BQ007', 'BQ00w') WHERE seq = 8",
  );
  // Too far back for the check at the start, which looks at the last thousand.
  const opened = await openSqliteStore({ file });
  assert.equal(await opened.firstBrokenLink(), 8);
  await opened.close();
});

test('a catalogue that has become unreadable is refused with the place', async (t) => {
  const file = await aDay(t);
  meddle(file, `UPDATE catalogue SET document = replace(document, '"track":"long"', '"track":"slow"')`);
  await refuses(file, 'badCatalogue', /track must be one of/);
});

test('commits reach the disk before they are answered, or the database is not opened', async (t) => {
  const file = await aDay(t);
  const db = new Database(file);
  makeDurable(db);
  claim(db);
  verifyDurable(db, file);
  db.pragma('synchronous = NORMAL');
  assert.throws(() => verifyDurable(db, file), { code: 'notDurable' });
  db.close();
});

test('a copy of the running database is whole, checked and never put over a file', async (t) => {
  const file = placeFor(t);
  const store = await openSqliteStore({ file, create });
  const mall = await Mall.on(store);
  await mall.issue('card');
  await store.backup(`${file}.copy`);
  await mall.issue('card');
  await assert.rejects(store.backup(`${file}.copy`), /is there already/);
  await store.close();
  const copy = await openSqliteStore({ file: `${file}.copy` });
  assert.equal((await copy.hall()).seq, 2);
  assert.equal(await copy.firstBrokenLink(), null);
  await copy.close();
});

test('the file says whose it is', async (t) => {
  const file = await aDay(t);
  const db = new Database(file);
  assert.equal(db.pragma('application_id', { simple: true }), applicationId);
  db.close();
});
