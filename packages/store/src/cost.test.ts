import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'better-sqlite3';
import { type Counted, counting } from '../testing/counting-engine.ts';
import { Mall } from '../testing/mall.ts';
import { mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import { QueueStore } from './queue-store.ts';
import { makeDurable } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

// What a command costs, in statements and commits and not in time: these numbers do not depend on the machine, and may only go down.

async function countedMall(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-cost-'));
  const file = path.join(folder, 'mall.db');
  await (await openSqliteStore({ file, create: { catalogue: smallMall, at: mondayMorning } })).close();
  const db = new Database(file);
  makeDurable(db);
  const counted: Counted = { commits: 0, statements: [] };
  const store = await QueueStore.on(counting(new SqliteEngine(db), counted));
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const mall = await Mall.on(store);
  await mall.staff('one');
  /** What this one act adds to the count. */
  const costOf = async (act: () => Promise<unknown>) => {
    counted.commits = 0;
    counted.statements.length = 0;
    await act();
    return {
      commits: counted.commits,
      statements: counted.statements.filter((text) => !/SAVEPOINT/.test(text)).length,
    };
  };
  return { mall, db, counted, costOf };
}

const most = { issue: 17, callNext: 18, start: 17, finish: 20 };

test('a command is one commit, and no more statements than it was', async (t) => {
  const { mall, costOf } = await countedMall(t);
  const officer = mall.at('one');
  for (let n = 0; n < 5; n += 1) await mall.issue('card');
  const issue = await costOf(() => mall.issue('card'));
  let ticketId = '';
  const callNext = await costOf(async () => {
    ticketId = (await mall.callNext('one'))?.ticket.id ?? '';
  });
  const start = await costOf(() => mall.step(officer, ticketId, { kind: 'start' }));
  const finish = await costOf(() => mall.step(officer, ticketId, { kind: 'finish', outcome: 'done' }));
  const costs = { issue, callNext, start, finish };
  for (const [name, { commits, statements }] of Object.entries(costs)) {
    assert.equal(commits, 1, name);
    assert.ok(statements <= most[name as keyof typeof most], `${name}: ${statements} statements`);
  }
});

test('commands that arrive together share one commit', async (t) => {
  const { mall, costOf } = await countedMall(t);
  const { commits } = await costOf(() => Promise.all(Array.from({ length: 32 }, () => mall.issue('card'))));
  assert.equal(commits, 1);
});

test('what a command costs does not grow with the day: a hundred waiting need no statement more than ten', async (t) => {
  const { mall, costOf } = await countedMall(t);
  const wait = (count: number) => Promise.all(Array.from({ length: count }, () => mall.issue('card')));
  const pair = async () => {
    const issue = await costOf(() => mall.issue('card'));
    let ticketId = '';
    const call = await costOf(async () => {
      ticketId = (await mall.callNext('one'))?.ticket.id ?? '';
    });
    await mall.step(mall.at('one'), ticketId, { kind: 'start' });
    await mall.step(mall.at('one'), ticketId, { kind: 'finish', outcome: 'done' });
    return [issue.statements, call.statements];
  };
  await wait(10);
  const few = await pair();
  await wait(100);
  assert.deepEqual(await pair(), few);
});

test('no statement of the hot path reads a table from end to end', async (t) => {
  const { mall, db, counted, costOf } = await countedMall(t);
  const seen = new Set<string>();
  for (let n = 0; n < 3; n += 1) await mall.issue('card');
  await costOf(async () => {
    await mall.issue('card');
    const ticketId = (await mall.callNext('one'))?.ticket.id ?? '';
    await mall.step(mall.at('one'), ticketId, { kind: 'recall' });
    await mall.step(mall.at('one'), ticketId, { kind: 'start' });
    await mall.step(mall.at('one'), ticketId, { kind: 'finish', outcome: 'done' });
    for (const text of counted.statements) if (!/^\s*(ROLLBACK|RELEASE|SAVEPOINT)/.test(text)) seen.add(text);
  });
  // Tables that grow with every visitor; the others hold a line for each counter, pause or zone.
  const growing = /^SCAN (ticket|visit|event|command|call|lease|issued|series|session|note|service_day)\b(?!.*USING)/;
  const scansOf = (text: string) => {
    const places = (text.match(/\?/g) ?? []).map(() => null);
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...places);
    return plan.filter(({ detail }) => growing.test(detail)).map(({ detail }) => `${detail}: ${text}`);
  };
  assert.equal(scansOf('SELECT id FROM ticket WHERE requeues = ?').length, 1, 'one that does is noticed');
  const scans = [...seen].flatMap(scansOf);
  assert.ok(seen.size > 20, `${seen.size} statements`);
  assert.deepEqual(scans, []);
});
