import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeTurns } from './turns.ts';

test('no more than so many are let in at a time, the others follow in their order', async () => {
  const turns = takeTurns(2);
  const inside = new Set<number>();
  const order: number[] = [];
  let most = 0;
  await Promise.all(
    [1, 2, 3, 4, 5, 6].map((who) =>
      turns(async () => {
        inside.add(who);
        order.push(who);
        most = Math.max(most, inside.size);
        await new Promise((resolve) => setImmediate(resolve));
        inside.delete(who);
      }),
    ),
  );
  assert.equal(most, 2);
  assert.deepEqual(order, [1, 2, 3, 4, 5, 6]);
});

test('who fails inside lets the next one in', async () => {
  const turns = takeTurns(1);
  await assert.rejects(turns(() => Promise.reject(new Error('fell'))));
  assert.equal(await turns(async () => 'next'), 'next');
});
