import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyHall, evolve, type Hall, type HallEvent } from '@antrean/domain';
import { type Act, oppositeOf } from './acts.ts';

const counters = [{ id: 'c1', name: '1', zoneId: '1', agencyIds: ['A'], track: 'quick' }] as const;
// An empty hall asks its catalogue for nothing but the counters.
const start: Hall = emptyHall({ counters } as unknown as Parameters<typeof emptyHall>[0]);
const after = (...events: readonly HallEvent[]) =>
  events.reduce((hall, event) => evolve(hall, { seq: hall.seq + 1, at: 1, ...event }), start);

test('what was changed is put back to what it was before, not to what the catalogue says', () => {
  const hall = after(
    { type: 'counter.trackChanged', counterId: 'c1', track: 'self', reason: 'staff' },
    { type: 'counter.assigned', counterId: 'c1', agencyIds: ['B'] },
  );
  const track: Act = { kind: 'track', counterId: 'c1', track: 'long', reason: 'crowd' };
  assert.deepEqual(oppositeOf(track, hall, null, {}), { ...track, track: 'self' });
  assert.deepEqual(oppositeOf({ kind: 'assign', counterId: 'c1', agencyIds: null }, hall, null, {}), {
    kind: 'assign',
    counterId: 'c1',
    agencyIds: ['B'],
  });
  const quota: Act = { kind: 'quota', serviceId: 's', quota: 5 };
  assert.deepEqual(oppositeOf(quota, hall, 40, {}), { ...quota, quota: 40 });
});

test('a pause ends by the id that the server gave it, and one that was ended begins again with its reason and end', () => {
  const pause: Act = { kind: 'pause', agencyId: 'A', reason: 'systemDown', until: 90 };
  const resume: Act = { kind: 'resume', pauseId: 'p', agencyId: 'A' };
  assert.deepEqual(oppositeOf(pause, start, null, { pauseId: 'p' }), resume);
  const paused = after({ type: 'pause.started', pauseId: 'p', agencyId: 'A', reason: 'systemDown', until: 90 });
  assert.deepEqual(oppositeOf(resume, paused, null, {}), pause);
});

test('of a hand-over the other counter’s agencies are taken back, as they were', () => {
  const act: Act = {
    kind: 'handOver',
    counterId: 'c2',
    toCounterId: 'c1',
    agencyIds: ['B'],
    number: null,
    isClosing: true,
    reason: 'staff',
  };
  assert.deepEqual(oppositeOf(act, start, null, {}), { kind: 'assign', counterId: 'c1', agencyIds: null });
  const moved = after({ type: 'counter.assigned', counterId: 'c1', agencyIds: ['C'] });
  assert.deepEqual(oppositeOf(act, moved, null, {}), { kind: 'assign', counterId: 'c1', agencyIds: ['C'] });
});

test('a freed counter and the end of a day cannot be taken back', () => {
  assert.equal(
    oppositeOf({ kind: 'release', counterId: 'c1', number: 'AQ001', reason: 'left' }, start, null, {}),
    null,
  );
  assert.equal(oppositeOf({ kind: 'closeDay' }, start, null, {}), null);
});
