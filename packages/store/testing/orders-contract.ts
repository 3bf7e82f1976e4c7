import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall } from './mall.ts';
import { minute, monday, smallMall, tuesday } from './small-mall.ts';

/** Every order, accepted: what it answers and what it leaves in the hall. */
export function ordersContract({ name, make }: EngineUnderTest): void {
  test(`a visitor takes a number, is called, served and leaves (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { visit, tickets, serviceDay, statusToken } = await mall.issue('card');
    assert.equal(visit.number, 'BQ001');
    assert.equal(serviceDay, monday);
    assert.match(statusToken, /^[\w-]{22}$/);
    const ticket = tickets[0];
    assert.ok(ticket);
    assert.deepEqual([ticket.state, ticket.ahead, ticket.estimate], ['waiting', 0, [5, 10]]);
    const officer = await mall.staff('one');
    mall.now += 3 * minute;
    const called = await mall.callNext('one');
    assert.equal(called?.ticket.id, ticket.id);
    assert.deepEqual(called?.reason, { code: 'arrival', since: visit.arrivedAt });
    assert.equal((await mall.step(officer, ticket.id, { kind: 'recall' })).state, 'called');
    assert.equal((await mall.step(officer, ticket.id, { kind: 'start' })).state, 'serving');
    mall.now += 4 * minute;
    const finished = await mall.step(officer, ticket.id, { kind: 'finish', outcome: 'done' });
    assert.equal(finished.state, 'finished');
    const hall = await mall.store.hall();
    assert.deepEqual([listOf(hall.tickets), listOf(hall.visits)], [[], []]);
    assert.equal(hall.counters.one?.served, 1);
    assert.equal(hall.counters.one?.serviceMs, 4 * minute);
    assert.deepEqual([hall.counters.one.called, hall.counters.one.waitMs], [1, 3 * minute]);
    assert.equal(hall.calls[0]?.times, 2);
    assert.equal((await mall.store.ticket(ticket.id))?.ticket.state, 'finished');
  });

  test(`[L1] one number carries a leg for each service, and the other leg is free again when the first ends (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { visit, tickets } = await mall.issue('card', 'bill');
    assert.equal(tickets.length, 2);
    const one = await mall.staff('one');
    await mall.staff('four');
    await mall.callNext('one');
    assert.equal(await mall.callNext('four'), null);
    assert.equal((await mall.issue('bill')).tickets[0]?.ahead, 0);
    const mine = tickets[0]?.id ?? '';
    await mall.step(one, mine, { kind: 'start' });
    await mall.step(one, mine, { kind: 'finish', outcome: 'done' });
    const second = await mall.callNext('four');
    assert.equal(second?.visit.number, visit.number);
    assert.equal((await mall.store.visitByStatusToken('no such token')) ?? null, null);
  });

  test(`[L3] a forwarded visitor goes from leg to leg in the order given (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.ticket('card');
    const one = await mall.staff('one');
    const four = await mall.staff('four');
    await mall.staff('three');
    const called = await mall.callNext('one');
    const id = called?.ticket.id ?? '';
    await mall.step(one, id, { kind: 'start' });
    await mall.step(one, id, { kind: 'forward', inOrder: true, outcome: 'forwarded' }, ['bill', 'adoption']);
    assert.equal(await mall.callNext('three'), null);
    const bill = await mall.callNext('four');
    assert.equal(bill?.ticket.serviceId, 'bill');
    assert.equal(bill?.reason.code, 'credit');
    await mall.step(four, bill?.ticket.id ?? '', { kind: 'start' });
    await mall.step(four, bill?.ticket.id ?? '', { kind: 'finish', outcome: 'done' });
    assert.equal((await mall.callNext('three'))?.ticket.serviceId, 'adoption');
  });

  test(`[O4] a no-show who reports back is placed three tickets later (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const tickets = [];
    for (let n = 0; n < 6; n += 1) tickets.push(await mall.ticket());
    const one = await mall.staff('one');
    const missed = (await mall.callNext('one'))?.ticket.id ?? '';
    for (let n = 0; n < 2; n += 1) await mall.step(one, missed, { kind: 'recall' });
    assert.equal((await mall.step(one, missed, { kind: 'no-show' })).state, 'no_show');
    await mall.step(mall.device('reception'), missed, { kind: 'requeue' });
    const order: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const called = await mall.callNext('one');
      order.push(called?.visit.number ?? 'nobody');
      await mall.step(one, called?.ticket.id ?? '', { kind: 'start' });
      await mall.step(one, called?.ticket.id ?? '', { kind: 'finish', outcome: 'done' });
    }
    assert.deepEqual(order, ['BQ002', 'BQ003', 'BQ004', 'BQ001', 'BQ005', 'BQ006']);
  });

  test(`[O4] whoever is at another counter just now still counts among the three (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const missed = await mall.ticket();
    await mall.issue('card', 'bill');
    for (let n = 0; n < 3; n += 1) await mall.ticket();
    const one = await mall.staff('one');
    await mall.staff('four');
    await mall.callNext('one');
    for (let n = 0; n < 2; n += 1) await mall.step(one, missed.id, { kind: 'recall' });
    await mall.step(one, missed.id, { kind: 'no-show' });
    assert.equal((await mall.callNext('four'))?.visit.number, 'BQ002');
    await mall.step(mall.device('reception'), missed.id, { kind: 'requeue' });
    const order: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const called = await mall.callNext('one');
      order.push(called?.visit.number ?? 'nobody');
      await mall.step(one, called?.ticket.id ?? '', { kind: 'start' });
      await mall.step(one, called?.ticket.id ?? '', { kind: 'finish', outcome: 'done' });
    }
    assert.deepEqual(order, ['BQ003', 'BQ004', 'BQ001', 'BQ005']);
  });

  test(`[O1] a priority visitor overtakes those who came less than the head start before (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.ticket();
    mall.now += 20 * minute;
    await mall.ticket();
    mall.now += 20 * minute;
    const elder = await mall.must(mall.device('kiosk'), issueOf(['card'], 'elderly'));
    assert.equal(elder.visit.priorityClass, 'elderly');
    assert.equal(elder.tickets[0]?.ahead, 1);
    const one = await mall.staff('one');
    const order: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const called = await mall.callNext('one');
      order.push(`${called?.visit.number} ${called?.reason.code}`);
      await mall.step(one, called?.ticket.id ?? '', { kind: 'cancel' });
    }
    assert.deepEqual(order, ['BQ001 arrival', 'BQ003 headStart', 'BQ002 arrival']);
  });

  test(`[S7] a parked visitor returns by time or by hand, and a transferred one keeps the credit (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const first = await mall.ticket();
    const second = await mall.ticket();
    const one = await mall.staff('one');
    await mall.callNext('one');
    assert.equal((await mall.step(one, first.id, { kind: 'park', minutes: 9 })).state, 'parked');
    await mall.callNext('one');
    await mall.step(one, second.id, { kind: 'park', minutes: 60 });
    mall.now += 9 * minute;
    await mall.must(mall.system(), { kind: 'tick' });
    assert.equal((await mall.store.ticket(first.id))?.ticket.state, 'waiting');
    assert.equal((await mall.step(one, second.id, { kind: 'resume' })).state, 'waiting');
    assert.equal((await mall.callNext('one'))?.reason.code, 'resumed');
    const moved = await mall.step(one, first.id, { kind: 'transfer' }, ['adoption']);
    assert.deepEqual([moved.queueId, moved.moved, moved.place], ['civil-long', true, first.place]);
  });

  test(`[O7] an officer with the permission calls out of order, for a stated reason (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.ticket();
    const late = await mall.ticket();
    const picker = await mall.staff('one', 'a picker', ['officer', 'picker']);
    const { called } = await mall.must(picker, {
      kind: 'call',
      counterId: 'one',
      ticketId: late.id,
      why: 'other',
    });
    assert.deepEqual(called.reason, { code: 'picked', why: 'other' });
  });

  test(`a counter pauses, resumes, changes its track and closes (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one', 'a supervisor', ['officer', 'supervisor']);
    assert.equal((await mall.counter(one, 'one', { kind: 'pause', reason: 'prayer' })).state, 'paused');
    assert.equal((await mall.counter(one, 'one', { kind: 'resume-counter' })).state, 'open');
    const long = { kind: 'change-track', track: 'long', reason: 'crowd' } as const;
    assert.equal((await mall.counter(one, 'one', long)).track, 'long');
    const seq = await mall.seq();
    assert.equal((await mall.counter(one, 'one', long)).track, 'long');
    assert.equal(await mall.seq(), seq);
    assert.equal((await mall.counter(one, 'one', { kind: 'close' })).state, 'closed');
  });

  test(`[P3] a pause stops numbers and calls until it ends by itself (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const boss = await mall.staff('one', 'a supervisor', ['officer', 'supervisor']);
    await mall.must(boss, { kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: mall.now + minute });
    const hand = await mall.must(boss, { kind: 'start-pause', agencyId: null, reason: 'prayer', until: null });
    assert.equal(await mall.refusal(mall.device('kiosk'), issueOf(['bill'])), 'pause.active');
    await mall.must(boss, { kind: 'end-pause', pauseId: hand.pauseId });
    assert.equal(await mall.refusal(mall.device('kiosk'), issueOf(['card'])), 'service.closed');
    await mall.issue('bill');
    mall.now += minute;
    await mall.must(mall.system(), { kind: 'tick' });
    assert.deepEqual((await mall.store.hall()).pauses, {});
    await mall.issue('card');
  });

  test(`[D2] the day closes with an event for everyone who still waits, and numbers begin anew the next day (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.issue('card', 'bill');
    await mall.issue('card');
    await mall.staff('one');
    await mall.callNext('one');
    const { serviceDay } = await mall.must(mall.system(), { kind: 'close-day' });
    assert.equal(serviceDay, monday);
    const expired = (await mall.store.eventsAfter(0, 100)).filter(({ type }) => type === 'ticket.expired');
    assert.equal(expired.length, 2);
    assert.equal(listOf((await mall.store.hall()).tickets).length, 1);
    mall.now += 24 * 60 * minute;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    const hall = await mall.store.hall();
    assert.deepEqual([listOf(hall.tickets), hall.calls, hall.issuedToday], [[], [], {}]);
    assert.equal((await mall.issue('card')).visit.number, 'BQ001');
  });

  test(`[S12] a slip that never came out is voided, and its place in the quota is free again (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const ticket = await mall.ticket('birth');
    await mall.ticket('birth');
    const kiosk = mall.device('kiosk');
    assert.equal(await mall.refusal(kiosk, issueOf(['birth'])), 'service.quota');
    const report = { kind: 'print-outcome', ticketId: ticket.id, jobId: 'job', outcome: 'NOT_SENT' } as const;
    await mall.must(kiosk, report);
    await mall.must(kiosk, { ...report, outcome: 'UNKNOWN' });
    await mall.step(kiosk, ticket.id, { kind: 'void', reason: 'print.notSent' });
    assert.equal((await mall.store.hall()).issuedToday.birth, 1);
    assert.equal((await mall.issue('birth')).visit.number, 'BQ003');
  });

  test(`the token on the slip opens the visit and nothing else does (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { statusToken, visit } = await mall.issue('card', 'bill');
    const seen = await mall.store.visitByStatusToken(statusToken);
    assert.deepEqual([seen?.visit.number, seen?.serviceDay, seen?.tickets.length], [visit.number, monday, 2]);
    assert.equal(await mall.store.visitByStatusToken(visit.number), null);
    assert.equal(await mall.store.ticket('nobody'), null);
  });
}
