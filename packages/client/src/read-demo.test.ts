import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handClock } from '../testing/hand-clock.ts';
import { readDemo } from './read-demo.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a real installation has no demonstration to read', async () => {
  assert.equal(await readDemo('', handClock(), async () => new Response('{}', { status: 404 })), null);
});

test('a page that was opened before its server asks until it answers', async () => {
  const clock = handClock();
  const answers = [
    () => Promise.reject(new TypeError('refused')),
    async () => new Response('', { status: 503 }),
    async () => Response.json({ pin: '1234' }),
  ];
  const reading = readDemo('', clock, () => (answers.shift() ?? assert.fail)());
  for (const left of [2, 1]) {
    await turn();
    assert.equal(answers.length, left);
    clock.move(2_000);
  }
  assert.equal((await reading)?.pin, '1234');
});
