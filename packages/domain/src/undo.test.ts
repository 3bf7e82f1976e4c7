import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officerAt, openScene, type Scene, supervisor } from '../testing/scene.ts';
import type { TicketStep } from './ticket-steps.ts';

const second = 1 / 60;

/** A visitor at counter 1 with a card to fetch and a bill to pay, called or being served, after three calls. */
function present(state: 'called' | 'serving'): { readonly mall: Scene; readonly ticketId: string } {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const ticketId = mall.arrives(['civil-quick-1', 'bank-quick-1'])[0];
  mall.calls('c1');
  mall.recalls(ticketId);
  mall.recalls(ticketId);
  mall.passes(1);
  if (state === 'serving') mall.steps(ticketId, { kind: 'start' });
  mall.passes(5);
  return { mall, ticketId };
}

const undone: readonly (readonly ['called' | 'serving', TicketStep, ...string[]])[] = [
  ['called', { kind: 'start' }],
  ['called', { kind: 'no-show' }],
  ['called', { kind: 'cancel' }],
  ['serving', { kind: 'finish', outcome: 'done' }],
  ['serving', { kind: 'park', minutes: 10 }],
  ['serving', { kind: 'cancel' }],
  ['serving', { kind: 'transfer' }, 'civil-long-1'],
];

for (const [state, step, ...to] of undone)
  test(`[S15] a ${step.kind} of a visitor who is ${state} is taken back, and everything is as it was`, () => {
    const { mall, ticketId } = present(state);
    const { seq, ...before } = mall.hall();
    mall.steps(ticketId, step, to);
    assert.notDeepEqual(mall.hall().tickets, before.tickets);
    mall.passes(10 * second);
    mall.gives({ kind: 'undo', counterId: 'c1' });
    assert.deepEqual({ ...mall.hall(), seq: 0 }, { ...before, seq: 0 });
    assert.equal(mall.hall().seq, seq + 2);
  });

test('[S15] after ten seconds a step stays, and so does one that was taken back already', () => {
  const { mall, ticketId } = present('serving');
  mall.steps(ticketId, { kind: 'finish', outcome: 'done' });
  mall.passes(10.1 * second);
  mall.refuses('undo.tooLate', { kind: 'undo', counterId: 'c1' });
  const other = present('called');
  other.mall.steps(other.ticketId, { kind: 'start' });
  other.mall.gives({ kind: 'undo', counterId: 'c1' });
  other.mall.refuses('undo.nothing', { kind: 'undo', counterId: 'c1' });
});

test('[S15] a call and a forward are not taken back', () => {
  const { mall, ticketId } = present('called');
  mall.steps(ticketId, { kind: 'start' });
  mall.steps(ticketId, { kind: 'forward', inOrder: false, outcome: 'forwarded' }, ['bank-quick-1']);
  mall.refuses('undo.nothing', { kind: 'undo', counterId: 'c1' });
  mall.arrives('civil-quick-1');
  mall.calls('c1');
  mall.refuses('undo.nothing', { kind: 'undo', counterId: 'c1' });
});

test('[S15] only the officer whose step it was takes it back, at the own counter', () => {
  const { mall, ticketId } = present('called');
  mall.steps(ticketId, { kind: 'start' });
  mall.refuses('access.denied', { kind: 'undo', counterId: 'c1' }, officerAt('c9'));
  mall.refuses('access.denied', { kind: 'undo', counterId: 'c1' }, supervisor);
  mall.refuses('undo.nothing', { kind: 'undo', counterId: 'c1' }, { ...officerAt('c1'), officerId: 'a colleague' });
  mall.gives({ kind: 'undo', counterId: 'c1' });
});

test('[S15] once the ticket has moved on, its counter is taken or shut, or its visitor is elsewhere, the step stays', () => {
  const undo = { kind: 'undo', counterId: 'c1' } as const;
  const finish = { kind: 'finish', outcome: 'done' } as const;
  const moved = present('serving');
  moved.mall.steps(moved.ticketId, { kind: 'transfer' }, ['bank-quick-2']);
  moved.mall.calls('c9');
  moved.mall.steps(moved.ticketId, { kind: 'transfer' }, ['bank-quick-2']);
  moved.mall.refuses('undo.nothing', undo);
  const taken = present('serving');
  taken.mall.steps(taken.ticketId, finish);
  taken.mall.arrives('civil-quick-1');
  taken.mall.calls('c1');
  taken.mall.refuses('counter.busy', undo);
  const elsewhere = present('serving');
  elsewhere.mall.steps(elsewhere.ticketId, finish);
  elsewhere.mall.calls('c9');
  elsewhere.mall.refuses('visit.busy', undo);
  const shut = present('serving');
  shut.mall.steps(shut.ticketId, finish);
  shut.mall.atCounter('c1', { kind: 'pause', reason: 'prayer' });
  shut.mall.refuses('counter.paused', undo);
  shut.mall.atCounter('c1', { kind: 'close' });
  shut.mall.refuses('counter.closed', undo);
  const other = present('serving');
  other.mall.steps(other.ticketId, finish);
  other.mall.changesTrack('c1', 'long');
  other.mall.refuses('counter.track', undo);
});

test('[S15] [L3] a leg that was set free by an end waits for it again', () => {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const first = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  mall.steps(first, { kind: 'start' });
  mall.steps(first, { kind: 'forward', inOrder: true, outcome: 'done' }, ['civil-quick-2', 'bank-quick-1']);
  const leg = mall.calls('c1') ?? '';
  mall.steps(leg, { kind: 'start' });
  assert.equal(mall.calls('c9'), null);
  mall.steps(leg, { kind: 'finish', outcome: 'done' });
  mall.gives({ kind: 'undo', counterId: 'c1' });
  assert.equal(mall.calls('c9'), null);
  mall.steps(leg, { kind: 'finish', outcome: 'done' });
  assert.ok(mall.calls('c9'));
});
