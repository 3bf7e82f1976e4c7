import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HallEvent } from '@antrean/domain';
import { hallAfter, opened, rules, twoWait, viewOf } from '../testing/small-mall.ts';
import { type LastStep, lastStepAfter, lastStepTold, undoSecondsLeft } from './last-step.ts';
import type { Choice } from './orders.ts';

const held = { ticketId: 'a', number: 'BQ001' };
const called: HallEvent = {
  type: 'ticket.called',
  ticketId: 'a',
  counterId: 'counter-3',
  reason: { code: 'arrival', since: 0 },
};
const parked: HallEvent = { type: 'ticket.parked', ticketId: 'a', until: 900_000 };
const park: LastStep = { choice: { action: 'park' }, ...held, at: 50_000 };

const left = (step: LastStep | null, events: readonly HallEvent[], now: number) =>
  undoSecondsLeft(step, viewOf(hallAfter([...opened, ...twoWait, ...events])), rules, now);

test('[S15] a step with a visitor is remembered, and the next command of the counter makes it final', () => {
  const step = lastStepAfter(null, { action: 'finish', outcome: 'papersMissing' }, held, 7);
  assert.deepEqual(step, { choice: { action: 'finish', outcome: 'papersMissing' }, ...held, at: 7 });
  assert.equal(lastStepAfter(step, { action: 'callNext' }, null, 8), null);
  assert.equal(lastStepAfter(step, { action: 'undo' }, null, 8), null);
  assert.equal(lastStepAfter(step, { action: 'pause', reason: 'meal' }, null, 8), null);
});

test('[S15] a note or a slip moves nobody, so the step before it can still be undone', () => {
  const step = lastStepAfter(null, { action: 'start' }, held, 7);
  assert.equal(lastStepAfter(step, { action: 'note', text: 'fotokopi kurang' }, held, 8), step);
  assert.equal(lastStepAfter(step, { action: 'reprint' }, held, 8), step);
});

test('[S15] forwarding and calling cannot be undone', () => {
  const forward: Choice = { action: 'forward', serviceIds: ['JKN-01'], inOrder: false };
  assert.equal(lastStepAfter(null, forward, held, 7), null);
  assert.equal(lastStepAfter(null, { action: 'recall' }, held, 7), null);
});

test('[S15] what the server tells counts after a reload or a lost answer, and never instead of a newer press', () => {
  const told = { step: 'no-show', outcome: null, ...held, at: 60_000 } as const;
  const step: LastStep = { choice: { action: 'noShow' }, ...held, at: 60_000 };
  assert.deepEqual(lastStepTold(null, { undoable: told }), step);
  assert.deepEqual(lastStepTold(park, { undoable: told }), step);
  assert.equal(lastStepTold(park, { undoable: { ...told, at: 49_000 } }), park);
  assert.equal(lastStepTold(park, { undoable: null }), park);
  const finish = lastStepTold(null, { undoable: { ...told, step: 'finish', outcome: 'fileReceived' } });
  assert.deepEqual(finish?.choice, { action: 'finish', outcome: 'fileReceived' });
});

test('[S15] the seconds run down, and are over when somebody else moved the ticket on', () => {
  assert.equal(left(park, [called, parked], 50_000), 10);
  assert.equal(left(park, [called, parked], 57_500), 3);
  assert.equal(left(park, [called, parked], 60_000), 0);
  const back: HallEvent = { type: 'ticket.resumed', ticketId: 'a', by: 'officer' };
  assert.equal(left(park, [called, parked, back], 51_000), 0);
});

test('[S15] a start can be undone only while its visitor is still there', () => {
  const start: LastStep = { choice: { action: 'start' }, ...held, at: 50_000 };
  const started: HallEvent = { type: 'ticket.started', ticketId: 'a' };
  assert.equal(left(start, [called, started], 51_000), 9);
  assert.equal(left(start, [called, started, parked], 51_000), 0);
});

test('[S15] a closed or paused counter undoes nothing', () => {
  assert.equal(left(park, [called, parked, { type: 'counter.closed', counterId: 'counter-3' }], 51_000), 0);
});
