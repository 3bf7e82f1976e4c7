import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyHall } from '@antrean/domain';
import { mall } from '../testing/mall.ts';
import { type IssuedVisit, slipFromIssued } from './slip-from-issued.ts';

const at = Date.UTC(2026, 11, 22, 2, 41);

test('a slip is made of the number given and of the hall as it was then, or of the catalogue alone', () => {
  const issued: IssuedVisit = {
    visit: { id: 'v-00000000-7f3a91c2', number: 'BQ012', arrivedAt: at, language: 'en' },
    tickets: [{ serviceId: 'ktp', queueId: 'dkc-quick', priority: true, ahead: null, estimate: null }],
    offline: true,
  };
  const context = { statusUrl: 'https://mpp.example/t/x', kioskName: 'Anjungan 1' };
  const slip = slipFromIssued(mall, issued, context);
  assert.ok(slip);
  const { number, shortId, priority, offline, kioskName, secondLanguage } = slip;
  assert.deepEqual(
    { number, shortId, priority, offline, kioskName, secondLanguage },
    {
      number: 'BQ012',
      shortId: '7F3A91C2',
      priority: true,
      offline: true,
      kioskName: 'Anjungan 1',
      secondLanguage: 'en',
    },
  );
  assert.deepEqual(slip.legs[0]?.counters, ['1', '2']);
  const counter = {
    id: 'c2',
    track: 'quick',
    agencyIds: null,
    since: 0,
    served: 0,
    serviceMs: 0,
    called: 0,
    waitMs: 0,
    state: 'open',
  } as const;
  const hall = {
    ...emptyHall(mall),
    counters: { c2: { ...counter, officerId: 'o', ticketId: null } },
  };
  assert.deepEqual(slipFromIssued(mall, issued, { ...context, hall })?.legs[0]?.counters, ['2']);
  assert.equal(slipFromIssued({ ...mall, services: [] }, issued, context), null, 'a catalogue older than the visit');
});
