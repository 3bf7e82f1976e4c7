import assert from 'node:assert/strict';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { every, inBackground } from './every.ts';

/** A disk with room for a few pages only, full after the first write. */
function fullDisk() {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE row (text TEXT)');
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  return db.prepare('INSERT INTO row VALUES (zeroblob(100000))');
}

test('a full disk behind the screen is told to the log, and the station goes on', async () => {
  const log: string[] = [];
  const insert = fullDisk();
  inBackground(
    (line) => log.push(line),
    () => void insert.run(),
  )();
  inBackground(
    (line) => log.push(line),
    async () => void insert.run(),
  )();
  await new Promise(setImmediate);
  assert.deepEqual(log, ['the journal failed (SQLITE_FULL)', 'the journal failed (SQLITE_FULL)']);
});

test('a fault of ours is not taken for one of the disk', () => {
  const broken = inBackground(
    () => assert.fail('told as a fault of the disk'),
    () => {
      throw new TypeError('a bug');
    },
  );
  assert.throws(broken, TypeError);
});

test('what is done now and then goes on after a turn that failed, until it is stopped', () => {
  const waiting: (() => void)[] = [];
  const clock = {
    now: () => 0,
    after: (_ms: number, wake: () => void) => {
      waiting.push(wake);
      return () => void waiting.splice(waiting.indexOf(wake), 1);
    },
  };
  const insert = fullDisk();
  let turns = 0;
  const stop = every(
    clock,
    5_000,
    inBackground(
      () => {},
      () => {
        turns += 1;
        insert.run();
      },
    ),
  );
  for (let turn = 0; turn < 3; turn += 1) waiting.shift()?.();
  assert.equal(turns, 4);
  stop();
  assert.equal(waiting.length, 0);
});
