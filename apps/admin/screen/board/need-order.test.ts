import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Need } from './need.ts';
import { openNeedOrder } from './need-order.ts';

const need = (key: string, severity: Need['severity'], minutes = 0): Need => ({
  ...{ key, severity, minutes },
  sentence: `${key} since ${minutes}`,
  act: null,
});
const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key).join(' ');

test('[V9] the worst stands first, and of one severity whoever stood there first', () => {
  const order = openNeedOrder();
  assert.equal(keys(order.arrange([need('late', 'medium', 5), need('later', 'medium', 3)], false)), 'late later');
  // The other one has waited longer by now, and a third has come.
  const grown = [need('new', 'medium', 9), need('later', 'medium', 8), need('late', 'medium', 6)];
  assert.equal(keys(order.arrange(grown, false)), 'late later new');
  assert.equal(keys(order.arrange([...grown, need('alone', 'high')], false)), 'alone late later new');
  assert.equal(order.arrange(grown, false)[1]?.sentence, 'later since 8');
});

test('while somebody may be about to press no line moves: what is new waits at the end, what is gone keeps its place', () => {
  const order = openNeedOrder();
  order.arrange([need('a', 'medium'), need('b', 'medium'), need('c', 'low')], false);
  const held = order.arrange([need('worse', 'high'), need('b', 'medium'), need('c', 'high')], true);
  assert.deepEqual(
    held.map(({ key, isGone }) => [key, isGone]),
    [
      ['a', true],
      ['b', false],
      ['c', false],
      ['worse', false],
    ],
  );
  assert.equal(
    keys(order.arrange([need('worse', 'high'), need('b', 'medium'), need('c', 'high')], false)),
    'c worse b',
  );
});

test('one that comes back has not stood there all the time', () => {
  const order = openNeedOrder();
  order.arrange([need('a', 'low'), need('b', 'low')], false);
  order.arrange([need('b', 'low')], false);
  assert.equal(keys(order.arrange([need('a', 'low'), need('b', 'low')], false)), 'b a');
});
