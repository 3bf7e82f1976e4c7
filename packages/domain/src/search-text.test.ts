import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedSearch } from './search-text.ts';

test('[A3] a search without a result is counted by what was looked for', () => {
  assert.equal(countedSearch('  Bikin   PASPOR '), 'bikin paspor');
  assert.equal(countedSearch('sim a 17'), 'sim a 17');
  assert.equal(countedSearch('pasal 123'), 'pasal 123');
});

test('[A3] what may be an identity card or a telephone is not counted, however it is grouped', () => {
  for (const typed of ['3510051203900004', '0812 3456 789', '0 8 1 2', '+62-812.345', 'nik 3510', '   '])
    assert.equal(countedSearch(typed), null, typed);
});
