import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, officerAt, openScene, reception, type Scene } from '../testing/scene.ts';
import { listOf } from './register.ts';
import type { RefusalCode } from './result.ts';
import type { TicketStep } from './ticket-steps.ts';

const steps = {
  recall: { kind: 'recall' },
  start: { kind: 'start' },
  finish: { kind: 'finish', outcome: 'done' },
  noShow: { kind: 'no-show' },
  park: { kind: 'park', minutes: 10 },
  resume: { kind: 'resume' },
  transfer: { kind: 'transfer' },
  forward: { kind: 'forward', inOrder: false, outcome: 'forwarded' },
  requeue: { kind: 'requeue' },
  cancel: { kind: 'cancel' },
  void: { kind: 'void', reason: 'print.notSent' },
} as const satisfies Record<string, TicketStep>;

/** One visitor for the quick desk of civil registration, called to counter 1. */
function called(): { readonly mall: Scene; readonly ticketId: string } {
  const mall = openScene();
  mall.opens('c1');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  return { mall, ticketId };
}

function refuses(mall: Scene, code: RefusalCode, ticketId: string, step: TicketStep, actor?: typeof reception) {
  mall.refuses(code, { kind: 'step', ticketId, step, serviceIds: ['bank-quick-1'] }, actor);
}

test('[H2] each state allows its own steps and refuses every other', () => {
  const allowed: Record<string, readonly (keyof typeof steps)[]> = {
    waiting: ['cancel', 'void'],
    called: ['recall', 'start', 'park', 'transfer', 'cancel'],
    serving: ['finish', 'park', 'transfer', 'forward', 'cancel'],
    parked: ['resume', 'cancel'],
    no_show: ['requeue', 'cancel'],
    finished: [],
    cancelled: [],
    voided: [],
    expired: [],
  };
  const bring: Record<string, (mall: Scene, id: string) => void> = {
    waiting: () => {},
    called: (mall) => mall.calls('c1'),
    serving: (mall, id) => [mall.calls('c1'), mall.steps(id, steps.start)],
    parked: (mall, id) => [mall.calls('c1'), mall.steps(id, steps.park)],
    no_show: (mall, id) => [mall.calls('c1'), mall.misses(id)],
    finished: (mall, id) => [mall.calls('c1'), mall.steps(id, steps.start), mall.steps(id, steps.finish)],
    cancelled: (mall, id) => mall.steps(id, steps.cancel),
    voided: (mall, id) => mall.steps(id, steps.void),
    expired: (mall) => mall.gives({ kind: 'close-day' }),
  };
  const anyone = { ...officerAt('c1'), roles: ['officer', 'kiosk', 'supervisor'] } as const;
  for (const [state, may] of Object.entries(allowed))
    for (const [name, step] of Object.entries(steps)) {
      const mall = openScene();
      mall.opens('c1');
      const ticketId = mall.arrives(['civil-quick-1', 'bank-quick-2'])[0];
      bring[state]?.(mall, ticketId);
      assert.equal(mall.ticket(ticketId).state, state);
      mall.passes(1);
      const given = mall.site.give({ kind: 'step', ticketId, step, serviceIds: ['bank-quick-1'] }, anyone, mall.now());
      const wanted = may.includes(name as keyof typeof steps) ? 'ok' : 'ticket.state';
      const got = given.ok ? 'ok' : given.error.code;
      if (state === 'called' && name === 'noShow') assert.equal(got, 'ticket.tooFewCalls');
      else assert.equal(got, wanted, `${name} while ${state}`);
    }
});

test('[S1] a number is called three times and not a fourth', () => {
  const { mall, ticketId } = called();
  mall.recalls(ticketId);
  mall.recalls(ticketId);
  refuses(mall, 'ticket.recallLimit', ticketId, steps.recall);
  assert.deepEqual(
    mall.hall().calls.map(({ times }) => times),
    [3],
  );
});

test('[S2] [S3] a visitor who comes is served, and the end says with what outcome', () => {
  const { mall, ticketId } = called();
  mall.passes(1);
  mall.steps(ticketId, steps.start);
  mall.passes(12);
  mall.steps(ticketId, { kind: 'finish', outcome: 'papersMissing' });
  const ticket = mall.ticket(ticketId);
  assert.ok(ticket.state === 'finished');
  assert.equal(ticket.outcome, 'papersMissing');
  const { served, serviceMs } = mall.counter('c1');
  assert.deepEqual({ served, serviceMs }, { served: 1, serviceMs: 12 * minute });
  assert.deepEqual([listOf(mall.hall().tickets), listOf(mall.hall().visits)], [[], []]);
});

test('[S4] a number is not passed over before its third call', () => {
  const { mall, ticketId } = called();
  refuses(mall, 'ticket.tooFewCalls', ticketId, steps.noShow);
  mall.recalls(ticketId);
  refuses(mall, 'ticket.tooFewCalls', ticketId, steps.noShow);
  mall.recalls(ticketId);
  mall.passes(1);
  mall.steps(ticketId, steps.noShow);
  assert.equal(mall.ticket(ticketId).state, 'no_show');
  assert.equal(mall.calls('c1'), null);
});

test('[S5] a missed number waits again once; a second miss is final', () => {
  const { mall, ticketId } = called();
  mall.misses(ticketId);
  mall.steps(ticketId, steps.requeue, [], reception);
  mall.calls('c1');
  mall.misses(ticketId);
  refuses(mall, 'ticket.final', ticketId, steps.requeue);
});

test('[S6] parking takes one to 120 minutes and frees the counter', () => {
  const { mall, ticketId } = called();
  for (const minutes of [0, -1, 1.5, 121, Number.NaN])
    refuses(mall, 'park.minutes', ticketId, { kind: 'park', minutes });
  mall.steps(ticketId, { kind: 'park', minutes: 120 });
  const next = mall.arrives('civil-quick-1')[0];
  assert.equal(mall.calls('c1'), next);
});

test('[S7] a parked visitor waits again when the time has come, before those who came later', () => {
  const { mall, ticketId } = called();
  mall.steps(ticketId, steps.park);
  mall.passes(5);
  const later = mall.arrives('civil-quick-1')[0];
  mall.gives({ kind: 'tick' });
  assert.equal(mall.ticket(ticketId).state, 'parked');
  mall.passes(5);
  mall.gives({ kind: 'tick' });
  assert.deepEqual([mall.serves('c1'), mall.serves('c1')], [ticketId, later]);
});

test('[S7] those whose time has come return in the order of their times', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [a, b] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  mall.calls('c1');
  mall.calls('c2');
  mall.steps(a, { kind: 'park', minutes: 20 });
  mall.steps(b, { kind: 'park', minutes: 10 });
  mall.passes(30);
  assert.deepEqual(
    mall.gives({ kind: 'tick' }).map((event) => 'ticketId' in event && event.ticketId),
    [b, a],
  );
});

test('[S8] a parked visitor who is back earlier is taken back by an officer of the queue', () => {
  const { mall, ticketId } = called();
  mall.steps(ticketId, steps.park);
  mall.opens('c2', 'c9');
  refuses(mall, 'counter.track', ticketId, steps.resume, officerAt('c9'));
  mall.steps(ticketId, steps.resume, [], officerAt('c2'));
  assert.equal(mall.calls('c2'), ticketId);
});

test('[S9] a transfer within the queue, or to a resting agency, is taken and waits', () => {
  const { mall, ticketId } = called();
  mall.opens('c2', 'c9');
  mall.steps(ticketId, steps.transfer, ['civil-quick-2']);
  assert.equal(mall.calls('c2'), ticketId);
  mall.gives({ kind: 'start-pause', agencyId: 'bank', reason: 'systemDown', until: null });
  mall.steps(ticketId, steps.transfer, ['bank-quick-1']);
  mall.refuses('pause.active', { kind: 'call-next', counterId: 'c9' });
  for (const { id } of Object.values(mall.hall().pauses)) mall.gives({ kind: 'end-pause', pauseId: id });
  assert.equal(mall.calls('c9'), ticketId);
  refuses(mall, 'ticket.notYours', ticketId, steps.transfer, officerAt('c1'));
  mall.refuses('service.unknown', { kind: 'step', ticketId, step: steps.transfer });
});

test('[S10] forwarding ends this leg and begins one for each service, the same service again included', () => {
  const { mall, ticketId } = called();
  mall.opens('c9');
  mall.steps(ticketId, steps.start);
  mall.refuses('service.unknown', { kind: 'step', ticketId, step: steps.forward });
  mall.steps(ticketId, steps.forward, ['bank-quick-1', 'civil-quick-1']);
  assert.equal(mall.ticket(ticketId).state, 'finished');
  assert.deepEqual(
    new Set(listOf(mall.hall().tickets).map(({ queueId }) => queueId)),
    new Set(['bank-quick', 'civil-quick']),
  );
  assert.ok(mall.serves('c9'));
  assert.ok(mall.serves('c1'));
  assert.deepEqual(listOf(mall.hall().visits), []);
});

test('[S11] a cancelled ticket is called no more, and its counter is free again', () => {
  const { mall, ticketId } = called();
  mall.steps(ticketId, steps.cancel);
  const other = mall.arrives('civil-quick-1')[0];
  mall.steps(other, steps.cancel, [], reception);
  assert.equal(mall.calls('c1'), null);
  assert.equal(mall.counter('c1').served, 0);
});

test('[S12] a ticket that was ever called cannot be voided, not even after it waits again', () => {
  const { mall, ticketId } = called();
  const kinds: readonly TicketStep[] = [steps.void];
  for (const step of kinds) {
    mall.steps(ticketId, steps.park);
    mall.steps(ticketId, steps.resume, [], officerAt('c1'));
    refuses(mall, 'ticket.state', ticketId, step);
    mall.calls('c1');
    mall.misses(ticketId);
    mall.steps(ticketId, steps.requeue, [], reception);
    refuses(mall, 'ticket.state', ticketId, step);
    mall.calls('c1');
    mall.steps(ticketId, steps.transfer, ['civil-quick-2']);
    refuses(mall, 'ticket.state', ticketId, step);
  }
});

test('[S13] an officer keeps hands off another counter’s ticket and off another queue’s', () => {
  const { mall, ticketId } = called();
  mall.opens('c2', 'c9');
  for (const step of [steps.recall, steps.start, steps.noShow, steps.park, steps.transfer, steps.cancel])
    refuses(mall, 'ticket.notYours', ticketId, step, officerAt('c2'));
  const waiting = mall.arrives('civil-quick-1')[0];
  refuses(mall, 'counter.track', waiting, steps.cancel, officerAt('c9'));
  refuses(mall, 'counter.track', waiting, steps.cancel, { ...officerAt('c9'), counterId: null });
  mall.steps(waiting, steps.cancel, [], officerAt('c2'));
  mall.misses(ticketId);
  refuses(mall, 'counter.track', ticketId, steps.requeue, officerAt('c9'));
  mall.steps(ticketId, steps.requeue, [], reception);
});
