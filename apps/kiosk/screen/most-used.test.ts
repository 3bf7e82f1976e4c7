import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallMall } from '../../../packages/station/testing/small-mall.ts';
import { mostUsed } from './most-used.ts';

test('the tiles of the start page follow the last days, and where those say nothing the first service of each agency', () => {
  const ids = (lastDays: readonly string[]) => mostUsed(lastDays, smallMall, 3).map(({ id }) => id);
  assert.deepEqual(ids(['scarce', 'gone']), ['scarce', 'card', 'loan']);
  assert.deepEqual(ids([]), ['card', 'loan']);
});
