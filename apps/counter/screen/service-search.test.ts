import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../testing/small-mall.ts';
import { searchServices } from './service-search.ts';

const found = (query: string, own: readonly string[] = ['DKC']) =>
  searchServices(catalogue, query, own).map(({ id }) => id);

test('every word of the query must begin a word of the service, in either language', () => {
  assert.deepEqual(found('akta lah'), ['DKC-01']);
  assert.deepEqual(found('birth cert'), ['DKC-01']);
  assert.deepEqual(found('akta mobil'), []);
});

test('a whole keyword counts more than the beginning of another', () => {
  assert.deepEqual(found('kk'), ['DKC-02', 'JKN-01']);
});

test('an agency by its short name comes before a keyword that mentions it', () => {
  assert.deepEqual(found('bpjs'), ['JKN-01', 'DKC-01']);
});

test('an empty search shows everything, the own agency first', () => {
  assert.deepEqual(found('  '), ['DKC-01', 'DKC-02', 'JKN-01']);
  assert.deepEqual(found('', ['JKN']), ['JKN-01', 'DKC-01', 'DKC-02']);
});

test('of equally good finds the own agency’s come first', () => {
  assert.deepEqual(found('ka', ['DKC']), ['DKC-02']);
  assert.deepEqual(found('b', ['JKN']), ['JKN-01', 'DKC-01']);
  assert.deepEqual(found('b', ['DKC']), ['DKC-01', 'JKN-01']);
});
