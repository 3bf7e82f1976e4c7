import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue, Recorded } from '@antrean/domain';
import { contradictionsOf } from './evidence.ts';
import { wallMorning } from './morning.ts';

test('[W8] six displays on bad networks through two kills of the server: every call is seen on all, and spoken once where it belongs', {
  timeout: 120_000,
}, async (t) => {
  const seed = Number(process.env.ANTREAN_SEED ?? 11);
  const { contradictions, ...morning } = await wallMorning(24, 2, seed, () => {});
  t.diagnostic(JSON.stringify({ seed, ...morning }));
  assert.deepEqual(contradictions, []);
  const { faults, spoken, doubtful, calls, kills } = morning;
  assert.equal(spoken + doubtful, calls, 'each call was heard, or a fault struck just then');
  const struck = kills + faults.lost + faults.cut + faults.stalled;
  assert.ok(doubtful <= struck, `${doubtful} doubtful of ${struck} faults`);
  assert.ok(spoken > calls / 2 && faults.doubled > 0, 'nothing was proved without faults');
});

const catalogue = { counters: [{ id: 'one', zoneId: '1' }] } as unknown as Catalogue;
const log = [
  { seq: 5, at: 0, type: 'ticket.called', ticketId: 't', counterId: 'one', reason: { code: 'arrival', since: 0 } },
  { seq: 6, at: 1, type: 'announcement.handedOut', key: 'call 5', zoneId: '1', deviceId: 'tv' },
] as const satisfies readonly Recorded[];
const honest = {
  name: 'tv',
  zoneId: '1',
  seen: new Set([5]),
  spoken: [{ zone: '1', callSeq: 5, spokenAt: 900 }],
  wall: () => '5',
};

test('the judge of the morning acquits an honest wall, and convicts what was not shown, not given, or said twice', () => {
  assert.deepEqual(contradictionsOf(log, catalogue, [honest]), []);
  assert.deepEqual(contradictionsOf(log, catalogue, [{ ...honest, seen: new Set() }]), ['tv never showed call 5']);
  assert.deepEqual(contradictionsOf(log, catalogue, [{ ...honest, wall: () => '' }]), [
    '[I9] tv shows something else than the server',
  ]);
  assert.deepEqual(contradictionsOf(log.slice(0, 1), catalogue, [honest]), ['nobody was given call 5 to speak']);
  assert.deepEqual(contradictionsOf(log, catalogue, [honest, { ...honest, name: 'other' }]), [
    '[I9] call 5 was spoken twice in 1',
  ]);
});
