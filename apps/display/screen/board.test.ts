import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayView } from '@antrean/domain';
import { calledAt, dayOpened, hallAfter, morning, smallMall } from '../testing/small-mall.ts';
import { bigCalls, burnInShift, byCounter, pageAt, pageMs, turnOf } from './board.ts';

const viewOf = (...calls: readonly (readonly [number, number])[]) => {
  const catalogue = smallMall(12);
  const events = calls.flatMap(([n, at]) => calledAt(n, at));
  return displayView(hallAfter(catalogue, [[morning - 60_000, dayOpened], ...events]), catalogue, null);
};
const numbers = (shown: ReturnType<typeof bigCalls>) => shown.items.map(({ number }) => number);

test('the newest call stands in the first row and is marked as new', () => {
  const shown = bigCalls(viewOf([1, morning - 40_000], [2, morning - 1_000]), 3, morning);
  assert.deepEqual(numbers(shown), ['BQ002', 'BQ001']);
  assert.deepEqual(
    shown.items.map(({ isNew }) => isNew),
    [true, false],
  );
});

test('two calls at the same moment are both in the big rows', () => {
  assert.deepEqual(numbers(bigCalls(viewOf([1, morning], [2, morning]), 3, morning)).sort(), ['BQ001', 'BQ002']);
});

test('of ten calls in one second every one comes into the big rows while the newest keeps the first', () => {
  const tens = Array.from({ length: 10 }, (_, i): [number, number] => [i + 1, morning + i * 90]);
  const view = viewOf(...tens);
  const seen = new Set<string>();
  for (let turn = 0; turn < 5; turn += 1) {
    const shown = bigCalls(view, 3, morning + 1_000 + turn * pageMs);
    assert.equal(shown.items.length, 3, 'no row is empty while others wait for their turn');
    assert.equal(shown.items[0]?.number, 'BQ010');
    for (const { number } of shown.items) seen.add(number);
  }
  assert.equal(seen.size, 10);
});

test('on a panel with room for one row ten calls take turns in it', () => {
  const view = viewOf(...Array.from({ length: 10 }, (_, i): [number, number] => [i + 1, morning + i]));
  const seen = new Set(Array.from({ length: 10 }, (_, turn) => numbers(bigCalls(view, 1, morning + turn * pageMs))[0]));
  assert.equal(seen.size, 10);
});

test('a recall is a new row, so that it draws the eye again', () => {
  const catalogue = smallMall(2);
  const called = [[morning - 60_000, dayOpened] as const, ...calledAt(1, morning - 30_000)];
  const before = displayView(hallAfter(catalogue, called), catalogue, null);
  const again = displayView(
    hallAfter(catalogue, [...called, [morning, { type: 'ticket.recalled', ticketId: 't1' }]]),
    catalogue,
    null,
  );
  const [first] = bigCalls(before, 3, morning).items;
  const [second] = bigCalls(again, 3, morning).items;
  assert.notEqual(first?.key, second?.key);
  assert.equal(second?.times, 2);
  assert.equal(second?.isNew, true);
});

test('who is served fills the rows that no call needs, and says so', () => {
  const catalogue = smallMall(3);
  const hall = hallAfter(catalogue, [
    [morning - 600_000, dayOpened],
    ...calledAt(1, morning - 500_000),
    [morning - 480_000, { type: 'ticket.started', ticketId: 't1' }],
    ...calledAt(2, morning),
  ]);
  const shown = bigCalls(displayView(hall, catalogue, null), 3, morning);
  assert.deepEqual(
    shown.items.map(({ number, state }) => [number, state]),
    [
      ['BQ002', 'called'],
      ['BQ001', 'serving'],
    ],
  );
});

test('a number that left its counter goes from the big rows when the counter calls the next', () => {
  const catalogue = smallMall(1);
  const [issued, , called] = calledAt(2, morning);
  assert.ok(issued && called && called[1].type === 'ticket.called');
  const hall = hallAfter(catalogue, [
    [morning - 60_000, dayOpened],
    ...calledAt(1, morning - 5_000),
    [morning - 1_000, { type: 'ticket.cancelled', ticketId: 't1', by: 'officer' }],
    issued,
    [morning, { ...called[1], counterId: 'c1' }],
  ]);
  assert.deepEqual(numbers(bigCalls(displayView(hall, catalogue, null), 3, morning)), ['BQ002']);
});

test('a long list turns its pages evenly, and each line comes up', () => {
  const lines = Array.from({ length: 9 }, (_, i) => i);
  const pages = [0, 1].map((turn) => pageAt(lines, 8, turn * pageMs));
  assert.deepEqual(
    pages.map(({ items }) => items.length),
    [5, 4],
  );
  assert.deepEqual(pages.flatMap(({ items }) => items).sort(), lines);
  assert.deepEqual(pageAt([], 8, morning), { items: [], page: 1, pages: 1 });
});

test('counters are listed as they stand in the hall, 2 before 10', () => {
  const view = viewOf([10, morning - 2_000], [2, morning - 1_000], [1, morning]);
  assert.deepEqual(
    byCounter(view.nowServing).map(({ counter }) => counter.name),
    ['1', '2', '10'],
  );
});

test('the picture moves a few pixels each hour and never further', () => {
  const places = Array.from({ length: 24 }, (_, hour) => burnInShift(hour * 3_600_000));
  assert.ok(new Set(places.map(String)).size > 4);
  for (const axis of places.flat()) assert.ok(Math.abs(axis) <= 4);
});

test('earlier calls and expected waits take turns, page by page, and none is left out', () => {
  const seen = Array.from({ length: 5 }, (_, turn) => {
    const shown = turnOf(['a', 'b', 'c'], [1, 2, 3, 4, 5], 2, turn * pageMs);
    return 'first' in shown ? shown.first.items.join('') : shown.second.items.join('');
  });
  assert.deepEqual(seen, ['ab', 'c', '12', '34', '5']);
  assert.ok('first' in turnOf(['a'], [], 2, pageMs));
});
