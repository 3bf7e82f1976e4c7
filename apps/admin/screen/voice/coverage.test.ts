import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '@antrean/domain';
import { lackingIn } from './coverage.ts';

const words = [
  'nomor-antrean',
  'letter-a',
  'satu',
  'silakan-menuju',
  'gerai',
  'loket',
  'agency-dkc',
  'named-counter-p',
];
const clips = { id: new Map(words.map((token) => [token, { durationMs: 500 }])) };
const catalogue = {
  site: { id: 's', name: 'S', timeZone: 'Asia/Jakarta' },
  zones: [],
  agencies: [
    { id: 'DKC', shortName: 'Dukcapil' },
    { id: 'NEW', shortName: 'Baru' },
  ],
  counters: [
    { id: 'counter-1', name: '1', zoneId: '1' },
    { id: 'counter-p', name: 'Prioritas', zoneId: '1' },
    { id: 'counter-q', name: 'Cepat', zoneId: '1' },
  ],
} as unknown as Catalogue;

test('the manager is told which agencies and named counters nobody has recorded yet, and only those', () => {
  assert.deepEqual(lackingIn(catalogue, 'id', clips), {
    agencies: [{ name: 'Baru', token: 'agency-new' }],
    counters: [{ name: 'Cepat', token: 'named-counter-q' }],
  });
});
