import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeVoice } from '../testing/made-voices.ts';
import { clipAddress, overlay } from './index.ts';

const made = madeVoice('id');

test('a recording of the mall takes the place of the synthetic clip', () => {
  const { clips } = overlay(made, [{ file: 'dua.wav', sha256: 'f'.repeat(64) }]);
  assert.equal(clips.length, made.clips.length);
  const clip = clips.find(({ token }) => token === 'dua');
  assert.deepEqual(clip, { source: 'recorded', token: 'dua', text: 'dua', file: 'dua.wav', sha256: 'f'.repeat(64) });
  assert.ok(clip);
  assert.equal(clipAddress(made, clip), '/voice/recorded/id/dua.wav?v=ffffffffffffffff');
});

test('a whole voice can be recordings, and one more word than the product knows', () => {
  const files = [...made.clips.map(({ token }) => `${token}.mp3`), 'agency-new.wav'];
  const { clips } = overlay(
    made,
    files.map((file) => ({ file, sha256: '0' })),
  );
  assert.ok(clips.every(({ source }) => source === 'recorded'));
  assert.equal(clips.at(-1)?.token, 'agency-new');
});

test('of two recordings of one word the first by name is heard, in whatever order they are found', () => {
  const files = ['dua.wav', 'dua.mp3'].map((file) => ({ file, sha256: '0' }));
  for (const found of [files, files.toReversed()])
    assert.equal(overlay(made, found).clips.find(({ token }) => token === 'dua')?.file, 'dua.mp3');
});

test('without recordings the voice is what it was', () => {
  assert.deepEqual(overlay(made, []), made);
});
