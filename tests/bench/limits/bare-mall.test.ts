import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBareMall } from './bare-mall.ts';

test('the limit writes what the product writes: one row of each kind, each with values of its own, and the number next in line', async (t) => {
  const { db, replay, fresh, close } = await openBareMall();
  t.after(close);
  const tables = ['visit', 'ticket', 'event', 'command', 'series', 'issued'];
  const rows = () =>
    tables.map((table) => db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0);
  const before = rows();
  for (let n = 0; n < 3; n += 1) {
    db.exec('BEGIN');
    replay.run(fresh(crypto.randomUUID()));
    db.exec('COMMIT');
  }
  assert.deepEqual(
    rows().map((count, n) => count - (before[n] ?? 0)),
    [3, 3, 3, 3, 0, 0],
  );
  const numbers = db
    .prepare<unknown[], { number: string }>('SELECT number FROM visit ORDER BY number_value DESC LIMIT 3')
    .all();
  const [last, second, first] = numbers.map(({ number }) => Number(number.slice(2)));
  assert.deepEqual([Number(last) - Number(second), Number(second) - Number(first)], [1, 1]);
  const waits = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE state = 'waiting'`).get();
  assert.equal(waits?.n, (before[1] ?? 0) + 3);
});
