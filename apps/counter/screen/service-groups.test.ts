import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, hallAfter, opened, twoWait } from '../testing/small-mall.ts';
import { groupsOf } from './service-groups.ts';

test('services of one queue stand under its one wait, in the order of the best find', () => {
  const [lahir, kk, bayi] = catalogue.services;
  assert.ok(lahir && kk && bayi);
  const groups = groupsOf([bayi, lahir, kk], catalogue, hallAfter([...opened, ...twoWait]), Number.MAX_SAFE_INTEGER);
  assert.deepEqual(
    groups.map(({ queue, services, outlook }) => [queue.prefix, services.map(({ id }) => id), outlook.ahead]),
    [
      ['CQ', ['JKN-01'], 1],
      ['BQ', ['DKC-01', 'DKC-02'], 1],
    ],
  );
});

test('who waits with an earlier place is counted, who comes later is not', () => {
  const [lahir] = catalogue.services;
  assert.ok(lahir);
  const [group] = groupsOf([lahir], catalogue, hallAfter([...opened, ...twoWait]), -1);
  assert.equal(group?.outlook.ahead, 0);
});
