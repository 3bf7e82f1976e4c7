import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayView, type HallEvent } from '@antrean/domain';
import { calledAt, dayOpened, hallAfter, morning, smallMall } from '../testing/small-mall.ts';
import { counterFace } from './counter-face.ts';

const catalogue = smallMall(3);
const called = calledAt(1, morning);
const at = (event: HallEvent) => [morning, event] as const;

function faceOf(counterId: string | null, events: readonly (readonly [number, HallEvent])[], now = morning) {
  const hall = hallAfter(catalogue, [[morning - 60_000, dayOpened], ...events]);
  return counterFace(hall, catalogue, displayView(hall, catalogue, null), counterId, now);
}

test('the screen above a counter shows the number that its officer called, and no other counter’s', () => {
  const own = faceOf('c1', [...called, ...calledAt(2, morning)]);
  assert.equal(own.state === 'busy' && own.call.number, 'BQ001');
  assert.equal(faceOf('c3', called).state, 'closed');
});

test('it says when the counter is free, paused or closed', () => {
  const opened = at({ type: 'counter.opened', counterId: 'c2', officerId: 'o2' });
  assert.equal(faceOf('c2', [opened]).state, 'free');
  const paused = faceOf('c2', [opened, at({ type: 'counter.paused', counterId: 'c2', reason: 'prayer' })]);
  assert.equal(paused.state === 'paused' && paused.reason, 'prayer');
});

test('a number called a moment ago stays although its visitor was passed over at once', () => {
  const missed = [...called, at({ type: 'ticket.noShow', ticketId: 't1' })];
  assert.equal(faceOf('c1', missed, morning + 5_000).state, 'busy');
  assert.equal(faceOf('c1', missed, morning + 31_000).state, 'free');
});

test('a counter that nobody has named, or that is not there, says so', () => {
  assert.equal(faceOf(null, called).state, 'unknown');
  assert.equal(faceOf('c99', called).state, 'unknown');
});
