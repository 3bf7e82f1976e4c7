import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall, stepOf } from './mall.ts';
import { day, minute, monday, smallMall, tuesday } from './small-mall.ts';

/** Every refusal: its code, and that nothing but the answer is kept of it. */
export function refusalsContract({ name, make }: EngineUnderTest): void {
  test(`[N1] a refused number is not used up, and leaves log and rows as they were (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = mall.device('kiosk');
    await mall.issue('birth');
    await mall.issue('birth');
    const before = await mall.store.hall();
    assert.equal(await mall.refusal(kiosk, issueOf(['birth'])), 'service.quota');
    assert.equal(await mall.refusal(kiosk, issueOf(['card', 'birth'])), 'service.quota');
    assert.equal(await mall.refusal(kiosk, issueOf(['card', 'flying'])), 'service.unknown');
    assert.equal(await mall.refusal(kiosk, issueOf([])), 'service.unknown');
    assert.equal(await mall.refusal(kiosk, issueOf(['card'], 'royal')), 'priority.unknown');
    assert.deepEqual(await mall.store.hall(), before);
    assert.equal((await mall.issue('card')).visit.number, 'BQ003');
  });

  test(`[D3] no numbers while the day is closed, and after the last hour (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store, false);
    const kiosk = mall.device('kiosk');
    assert.equal(await mall.refusal(kiosk, issueOf(['card'])), 'day.closed');
    assert.equal(await mall.refusal(mall.system(), { kind: 'close-day' }), 'day.closed');
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: monday, by: 'calendar' });
    mall.now += 6 * 60 * minute;
    assert.equal(await mall.refusal(kiosk, issueOf(['card'])), 'site.ticketing');
  });

  test(`[D1] a clock that goes back keeps the day and the order of the log (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const open = (serviceDay: string) => ({ kind: 'open-day', serviceDay, by: 'calendar' }) as const;
    await mall.issue('card');
    assert.equal(await mall.refusal(mall.system(), open(tuesday)), 'day.open');
    mall.now -= 400 * day;
    assert.equal(await mall.refusal(mall.system(), open('2025-06-08')), 'day.backwards');
    await mall.must(mall.system(), { kind: 'close-day' });
    assert.equal(await mall.refusal(mall.system(), open('2025-06-08')), 'day.backwards');
    mall.now += 400 * day;
    await mall.must(mall.system(), open(monday));
    assert.equal((await mall.issue('card')).visit.number, 'BQ002');
    const seqs = (await mall.store.eventsAfter(0, 100)).map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      seqs.map((_, n) => n + 1),
    );
  });

  test(`[C2] a counter refuses what it cannot do now (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one', 'a supervisor', ['officer', 'supervisor', 'picker']);
    const call = { kind: 'call-next', counterId: 'one' } as const;
    const counter = (step: 'open' | 'close' | 'resume-counter') =>
      ({ kind: 'counter', counterId: 'one', step: { kind: step } }) as const;
    const pause = { kind: 'counter', counterId: 'one', step: { kind: 'pause', reason: 'meal' } } as const;
    assert.equal(await mall.refusal(one, counter('open')), 'counter.open');
    assert.equal(await mall.refusal(one, counter('resume-counter')), 'counter.notPaused');
    const card = await mall.ticket();
    const adoption = await mall.ticket('adoption');
    const pick = (ticketId: string) => ({ kind: 'call', counterId: 'one', ticketId, why: 'other' }) as const;
    assert.equal(await mall.refusal(one, pick(adoption.id)), 'counter.track');
    assert.equal(await mall.refusal(one, pick('nobody')), 'ticket.unknown');
    await mall.must(one, call);
    assert.equal(await mall.refusal(one, call), 'counter.busy');
    assert.equal(await mall.refusal(one, pick(card.id)), 'counter.busy');
    assert.equal(await mall.refusal(one, counter('close')), 'counter.busy');
    await mall.step(one, card.id, { kind: 'cancel' });
    await mall.must(one, pause);
    assert.equal(await mall.refusal(one, call), 'counter.paused');
    await mall.must(one, counter('close'));
    assert.equal(await mall.refusal(one, call), 'counter.closed');
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'nine' }), 'counter.unknown');
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'two' }), 'access.denied');
  });

  test(`[H2] a ticket refuses what its state does not allow (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const two = await mall.staff('two');
    const three = await mall.staff('three');
    const { id } = await mall.ticket();
    assert.equal(await mall.refusal(one, stepOf('nobody', { kind: 'start' })), 'ticket.unknown');
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'start' })), 'ticket.state');
    assert.equal(await mall.refusal(three, stepOf(id, { kind: 'cancel' })), 'counter.track');
    await mall.callNext('one');
    assert.equal(await mall.refusal(two, stepOf(id, { kind: 'start' })), 'ticket.notYours');
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'no-show' })), 'ticket.tooFewCalls');
    await mall.step(one, id, { kind: 'recall' });
    await mall.step(one, id, { kind: 'recall' });
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'recall' })), 'ticket.recallLimit');
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'park', minutes: 0 })), 'park.minutes');
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'transfer' }, ['flying'])), 'service.unknown');
    await mall.step(one, id, { kind: 'no-show' });
    await mall.step(one, id, { kind: 'requeue' });
    await mall.callNext('one');
    await mall.step(one, id, { kind: 'recall' });
    await mall.step(one, id, { kind: 'recall' });
    await mall.step(one, id, { kind: 'no-show' });
    assert.equal(await mall.refusal(one, stepOf(id, { kind: 'requeue' })), 'ticket.final');
  });

  test(`[L2] a visitor at one counter cannot be picked by another, nor one whose leg comes later (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const four = await mall.staff('four', 'a picker', ['officer', 'picker']);
    const { tickets } = await mall.issue('card', 'bill');
    const [card, bill] = tickets.map(({ id }) => id);
    assert.ok(card && bill);
    await mall.callNext('one');
    const pick = (ticketId: string) => ({ kind: 'call', counterId: 'four', ticketId, why: 'other' }) as const;
    assert.equal(await mall.refusal(four, pick(bill)), 'visit.busy');
    await mall.step(one, card, { kind: 'start' });
    await mall.step(one, card, { kind: 'forward', inOrder: true, outcome: 'forwarded' }, ['adoption', 'bill']);
    const later = listOf((await mall.store.hall()).tickets).find(
      (ticket) => ticket.state === 'waiting' && ticket.after !== null,
    );
    assert.equal(await mall.refusal(four, pick(later?.id ?? '')), 'ticket.held');
  });

  test(`[P1] one pause of a scope at a time, and none that is not there ends (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const boss = await mall.staff('one', 'a supervisor', ['officer', 'supervisor']);
    const pause = (agencyId: string | null) =>
      ({ kind: 'start-pause', agencyId, reason: 'meeting', until: null }) as const;
    await mall.must(boss, pause(null));
    assert.equal(await mall.refusal(boss, pause(null)), 'pause.active');
    assert.equal(await mall.refusal(boss, { kind: 'call-next', counterId: 'one' }), 'pause.active');
    assert.equal(await mall.refusal(boss, { kind: 'end-pause', pauseId: 'none' }), 'pause.unknown');
    assert.equal(await mall.refusal(boss, pause('nobody')), 'agency.unknown');
  });
}
