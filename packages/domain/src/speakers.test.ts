import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speakerIn, type Voice } from './speakers.ts';

const voice = (seat: string, more: Partial<Voice> = {}): Voice => ({
  seat,
  zoneId: 'zone-1',
  sound: 'ready',
  heardAt: 0,
  restsUntil: 0,
  ...more,
});

test('[W7] one display speaks and goes on speaking, whoever comes later', () => {
  const voices = [voice('a'), voice('b')];
  assert.equal(speakerIn('zone-1', voices, null, 0), 'a');
  assert.equal(speakerIn('zone-1', voices, 'b', 0), 'b');
  assert.equal(speakerIn('zone-2', voices, null, 0), null);
});

test('[W7] the next one speaks when three seconds have passed without a word, or at once when the first is locked or off', () => {
  const quiet = [voice('a'), voice('b', { heardAt: 2_500 })];
  assert.equal(speakerIn('zone-1', quiet, 'a', 2_999), 'a');
  assert.equal(speakerIn('zone-1', quiet, 'a', 3_000), 'b');
  for (const sound of ['locked', 'off'] as const)
    assert.equal(speakerIn('zone-1', [voice('a', { sound }), voice('b')], 'a', 0), 'b');
  assert.equal(speakerIn('zone-1', [voice('a', { sound: 'locked' })], 'a', 0), null);
});

test("[W7] a display of the whole mall speaks where the zone's own cannot", () => {
  const mall = voice('a', { zoneId: null });
  assert.equal(speakerIn('zone-1', [mall, voice('b')], 'a', 0), 'b');
  assert.equal(speakerIn('zone-1', [mall, voice('b', { sound: 'off' })], 'b', 0), 'a');
});

test('[W7] one whose announcement failed lets another go first, and speaks when there is no other', () => {
  const failed = voice('a', { restsUntil: 10_000 });
  assert.equal(speakerIn('zone-1', [failed, voice('b')], 'a', 1), 'b');
  assert.equal(speakerIn('zone-1', [failed], 'a', 1), 'a');
});
