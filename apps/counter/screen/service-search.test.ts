import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../testing/small-mall.ts';
import { searchServices } from './service-search.ts';

const found = (query: string) => searchServices(catalogue, query).map(({ id }) => id);

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

test('an empty search shows everything in the order of the catalogue', () => {
  assert.deepEqual(found('  '), ['DKC-01', 'DKC-02', 'JKN-01']);
});
