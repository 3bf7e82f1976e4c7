import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterQuery, noMisses } from './misses.ts';

/** What one visitor's typing counts; `null` leaves the search. Nothing but “paspor” is ever found. */
function counted(...queries: (string | null)[]): string[] {
  let misses = noMisses;
  return queries.flatMap((query) => {
    const step = afterQuery(misses, query, query === 'paspor');
    misses = step.misses;
    return step.missed ?? [];
  });
}
const typed = (text: string) => Array.from(text, (_, n) => text.slice(0, n + 1));

test('a search without a result counts when it is left or cleared, and its beginnings do not', () => {
  assert.deepEqual(counted(...typed('Tahu Isi'), null), ['tahu isi']);
  assert.deepEqual(counted(...typed('ojek'), ''), ['ojek']);
});

test('a visitor who goes on typing until something is found has missed nothing', () => {
  assert.deepEqual(counted(...typed('paspor'), null), []);
});

test('letters taken back are no second search, and the longest text is the one that was meant', () => {
  assert.deepEqual(counted(...typed('ojekk'), 'ojek', 'oje', 'oj', 'o', ''), ['ojekk']);
  assert.deepEqual(counted(...typed('ojek'), 'oje', 'ojes', null), ['ojek', 'ojes']);
});

test('one visitor counts a text once', () => {
  assert.deepEqual(counted('ojek', '', 'ojek', '', 'ojek', null), ['ojek']);
});

test('too few letters are no search, and a row of digits is nobody’s business', () => {
  assert.deepEqual(counted('xy', '', '3510 1234 5678 0001', null), []);
});
