import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answered } from '@antrean/client';
import type { Choice } from './orders.ts';
import { openPresses } from './presses.ts';

/** Presses whose server answers, and whose pause ends, only when the test says so. */
function desk() {
  const given: { choice: Choice; key: string; answer: (answered: Answered<unknown>) => void }[] = [];
  const pauses: (() => void)[] = [];
  let keys = 0;
  const presses = openPresses({
    give: (choice, key) => new Promise((answer) => given.push({ choice, key, answer })),
    newKey: () => `key-${++keys}`,
    pause: () => new Promise((over) => pauses.push(() => over())),
  });
  const press = async (choice: Choice, answered: Answered<unknown>) => {
    const done = presses.press(choice);
    given.at(-1)?.answer(answered);
    await Promise.resolve();
    await Promise.resolve();
    pauses.at(-1)?.();
    await done;
  };
  return { presses, given, pauses, press };
}

const callNext: Choice = { action: 'callNext' };
const done: Answered<unknown> = { ok: true, value: {} };
const lost: Answered<unknown> = { ok: false, error: { code: 'link.down' } };
const busy: Answered<unknown> = { ok: false, error: { code: 'counter.busy' } };

test('a double click gives one command', async () => {
  const { presses, given, pauses } = desk();
  const first = presses.press(callNext);
  await presses.press(callNext);
  assert.equal(given.length, 1);
  given[0]?.answer(done);
  await Promise.resolve();
  await Promise.resolve();
  // The answer has come, and another button may stand under the pointer by now.
  await presses.press({ action: 'start' });
  assert.equal(given.length, 1);
  assert.deepEqual(presses.current().under, callNext);
  pauses[0]?.();
  await first;
  assert.equal(presses.current().under, null);
});

test('each press has a key of its own', async () => {
  const { given, press } = desk();
  await press(callNext, done);
  await press(callNext, done);
  assert.deepEqual(
    given.map(({ key }) => key),
    ['key-1', 'key-2'],
  );
});

test('after a lost answer the same press asks again with the same key', async () => {
  const { presses, given, press } = desk();
  await press(callNext, lost);
  assert.equal(presses.current().failed?.failure.code, 'link.down');
  await press(callNext, lost);
  await press({ action: 'pause', reason: 'meal' }, lost);
  assert.deepEqual(
    given.map(({ key }) => key),
    ['key-1', 'key-1', 'key-2'],
  );
});

test('a refusal is over: pressing again is a new command', async () => {
  const { presses, given, press } = desk();
  await press(callNext, busy);
  assert.deepEqual(presses.current(), {
    under: null,
    settles: false,
    failed: { choice: callNext, failure: { code: 'counter.busy' } },
    done: null,
  });
  await press(callNext, done);
  assert.equal(given[1]?.key, 'key-2');
  assert.equal(presses.current().failed, null);
});

test('a failure is forgotten with the moment it was about, and its key with it', async () => {
  const { presses, given, press } = desk();
  await press(callNext, lost);
  presses.forget();
  assert.equal(presses.current().failed, null);
  await press(callNext, done);
  assert.equal(given[1]?.key, 'key-2');
});

test('a press that the hall has answered is over: its lost answer is not told, and the next press is a new one', async () => {
  const { presses, given, pauses, press } = desk();
  const recall: Choice = { action: 'recall' };
  const first = presses.press(recall);
  presses.forget();
  pauses[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(presses.current(), { under: null, settles: false, failed: null, done: null });
  given[0]?.answer(lost);
  await new Promise(setImmediate);
  assert.deepEqual(presses.current(), { under: null, settles: false, failed: null, done: null });
  await first;
  await press(recall, done);
  assert.deepEqual(
    given.map(({ key }) => key),
    ['key-1', 'key-2'],
  );
});

test('what has just succeeded is told until the moment is over', async () => {
  const { presses, press } = desk();
  await press({ action: 'reprint' }, done);
  assert.deepEqual(presses.current().done, { action: 'reprint' });
  presses.forget();
  assert.equal(presses.current().done, null);
});

test('another key is taken as soon as the first press has its answer, and not before', async () => {
  const { presses, given, pauses } = desk();
  const started = presses.press({ action: 'start' });
  await presses.press({ action: 'finish', outcome: 'fileReceived' }, true);
  assert.equal(given.length, 1);
  given[0]?.answer(done);
  await Promise.resolve();
  await Promise.resolve();
  assert.equal(presses.current().settles, true);
  await presses.press({ action: 'start' });
  assert.equal(given.length, 1, 'the second half of a double press is kept out');
  const finished = presses.press({ action: 'finish', outcome: 'fileReceived' }, true);
  assert.deepEqual(presses.current().under, { action: 'finish', outcome: 'fileReceived' });
  // The first press settles while the second one is under way, and must not free the buttons.
  pauses[0]?.();
  await started;
  assert.deepEqual([presses.current().under?.action, presses.current().settles], ['finish', false]);
  given[1]?.answer(done);
  await Promise.resolve();
  await Promise.resolve();
  pauses[1]?.();
  await finished;
  assert.equal(presses.current().under, null);
});
