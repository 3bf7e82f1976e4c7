import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall } from './mall.ts';
import { day, minute, smallMall, tuesday } from './small-mall.ts';

const words = 'Ibu Sri membawa kursi roda';

/** What officers and supervisors do beside calling and serving: what it answers, and what stays of it. */
export function deskContract({ name, make }: EngineUnderTest): void {
  test(`[S15] a step is taken back once, by its officer, and the tally with it (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const { id } = await mall.ticket();
    const one = await mall.staff('one');
    await mall.callNext('one');
    await mall.step(one, id, { kind: 'start' });
    mall.now += 4 * minute;
    const before = await store.hall();
    await mall.step(one, id, { kind: 'finish', outcome: 'done' });
    mall.now += 10_000;
    const command = mall.command(one, { kind: 'undo', counterId: 'one' });
    const back = await store.give(command);
    assert.ok(back.ok);
    assert.equal(back.value.ticket.state, 'serving');
    const { seq, ...hall } = await store.hall();
    assert.deepEqual({ ...hall, seq: before.seq }, before);
    // A lost answer is asked for again, and takes nothing more back.
    assert.deepEqual(await store.give(command), back);
    assert.equal((await store.hall()).seq, seq);
    assert.equal(await mall.refusal(one, { kind: 'undo', counterId: 'one' }), 'undo.nothing');
    await mall.step(one, id, { kind: 'finish', outcome: 'done' });
    assert.deepEqual((await store.hall()).counters.one?.served, 1);
    const served = await store.hall();
    assert.deepEqual(await (await reopen()).hall(), served);
  });

  test(`[S15] a page that was reloaded learns what may be taken back, for as long as it may (${name})`, async (t) => {
    const { store } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const { id } = await mall.ticket();
    const one = await mall.staff('one');
    const session = await mall.session('one');
    assert.equal(await store.undoable(session, mall.now), null);
    await mall.callNext('one');
    await mall.step(one, id, { kind: 'start' });
    await mall.step(one, id, { kind: 'finish', outcome: 'papersMissing' });
    const at = mall.now;
    const step = { step: 'finish', outcome: 'papersMissing', ticketId: id, number: 'BQ001', at } as const;
    assert.deepEqual(await store.undoable(session, at + 10_000), step);
    assert.equal(await store.undoable(session, at + 10_001), null);
    assert.equal(await store.undoable({ ...session, officerId: 'a colleague' }, at), null);
    assert.equal(await store.undoable({ ...session, counterId: 'two' }, at), null);
    await mall.ticket();
    await mall.callNext('one');
    assert.equal(await store.undoable(session, at), null);
  });

  test(`[S15] a colleague who signed in since takes nothing back, and a new day forgets (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { id } = await mall.ticket();
    const one = await mall.staff('one');
    await mall.callNext('one');
    await mall.step(one, id, { kind: 'park', minutes: 5 });
    await mall.signIn('one', 'a colleague');
    assert.equal(await mall.refusal(mall.at('one', 'a colleague'), { kind: 'undo', counterId: 'one' }), 'undo.nothing');
    await mall.signIn('one', 'officer one');
    await mall.must(mall.system(), { kind: 'close-day' });
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'hand' });
    assert.equal(await mall.refusal(mall.at('one'), { kind: 'undo', counterId: 'one' }), 'undo.nothing');
  });

  test(`[A4] a note is read in the story of its visit, stands in no event, and is gone the next day (${name})`, async (t) => {
    const { store, meddle } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const { visit, tickets } = await mall.issue('card', 'bill');
    const one = await mall.staff('one');
    await mall.callNext('one');
    const id = tickets[0]?.id ?? '';
    await mall.must(one, { kind: 'note', ticketId: id, text: `  ${words} ` });
    const calledAt = mall.now;
    mall.now += minute;
    await mall.step(one, id, { kind: 'start' });
    mall.now += minute;
    await mall.step(one, id, { kind: 'finish', outcome: 'papersMissing' });
    const story = await store.story(visit.id);
    assert.deepEqual(story?.notes, [{ at: calledAt, text: words, counterId: 'one' }]);
    assert.deepEqual(
      story?.stops.map(({ ticket, ...stop }) => ({ ...stop, state: ticket.state })),
      [
        { state: 'finished', counterId: 'one', calledAt, startedAt: calledAt + minute },
        { state: 'waiting', counterId: null, calledAt: null, startedAt: null },
      ],
    );
    assert.doesNotMatch(JSON.stringify(await store.eventsAfter(0, 1_000)), /kursi/);
    assert.equal(await store.story('nobody'), null);
    await mall.must(mall.system(), { kind: 'close-day' });
    mall.now += day;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    assert.deepEqual((await store.story(visit.id))?.notes, []);
    // A row that is found would be put where none may be: that nothing is refused says that nothing was found.
    for (const column of ['event.body', 'command.answer', 'ticket.reason'])
      await meddle(`INSERT INTO note (id) SELECT NULL FROM ${column.split('.')[0]} WHERE ${column} LIKE '%kursi%'`);
  });

  test(`[S16] a slip is asked for again at the kiosk that gave it, and at none when reception did (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { id, visitId } = await mall.ticket();
    await mall.must(mall.device('reception'), { kind: 'reprint', ticketId: id });
    const events = await mall.store.eventsAfter((await mall.seq()) - 1, 1);
    assert.deepEqual(events, [
      { seq: await mall.seq(), at: mall.now, type: 'ticket.reprintAsked', ticketId: id, visitId, deviceId: 'kiosk' },
    ]);
    const given = await mall.must(mall.device('reception'), issueOf(['card']));
    const byHand = given.tickets[0]?.id ?? '';
    assert.equal(await mall.refusal(mall.device('reception'), { kind: 'reprint', ticketId: byHand }), 'ticket.noKiosk');
  });

  test(`[Q3] [D8] [C7] [V7] what a supervisor changes for today is there after a restart and gone the next day (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const boss = await mall.staff('one', 'a supervisor', ['officer', 'supervisor']);
    await mall.must(boss, { kind: 'set-quota', serviceId: 'birth', quota: null });
    await mall.must(boss, { kind: 'set-quota', serviceId: 'card', quota: 0 });
    assert.equal(await mall.refusal(mall.device('kiosk'), issueOf(['card'])), 'service.quota');
    for (let n = 0; n < 3; n += 1) await mall.issue('birth');
    await mall.must(boss, { kind: 'close-ticketing' });
    assert.equal(await mall.refusal(mall.device('kiosk'), issueOf(['birth'])), 'site.ticketing');
    await mall.counter(boss, 'five', { kind: 'assign-counter', agencyIds: ['tax'] });
    const strange = { kind: 'assign-counter', agencyIds: ['nobody'] } as const;
    assert.equal(await mall.refusal(boss, { kind: 'counter', counterId: 'five', step: strange }), 'agency.unknown');
    const notice = { kind: 'post-notice', text: 'Jeda', textEn: 'Pause', until: null } as const;
    const { noticeId } = await mall.must(boss, { ...notice, zoneId: 'hall' });
    await mall.must(boss, { ...notice, zoneId: null, until: mall.now + minute });
    assert.equal(await mall.refusal(boss, { ...notice, zoneId: 'attic' }), 'zone.unknown');
    assert.equal(await mall.refusal(boss, { kind: 'set-quota', serviceId: 'none', quota: 1 }), 'service.unknown');
    const hall = await store.hall();
    assert.deepEqual([hall.quotas, hall.ticketing], [{ birth: null, card: 0 }, 'closed']);
    const again = new Mall(await reopen());
    assert.deepEqual(await again.store.hall(), hall);
    again.now = mall.now + minute;
    await again.must(again.system(), { kind: 'tick' });
    assert.deepEqual(Object.keys((await again.store.hall()).notices), [noticeId]);
    await again.must(again.system(), { kind: 'close-day' });
    await again.must(again.system(), { kind: 'open-day', serviceDay: tuesday, by: 'hand' });
    const tomorrow = await again.store.hall();
    assert.deepEqual([tomorrow.quotas, tomorrow.ticketing, tomorrow.counters.five?.agencyIds], [{}, 'open', null]);
  });

  test(`[C8] an abandoned counter is released, and its visitor is called elsewhere (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { id } = await mall.ticket();
    const boss = await mall.staff('two', 'a supervisor', ['officer', 'supervisor']);
    await mall.staff('one');
    await mall.callNext('one');
    const after = await mall.counter(boss, 'one', { kind: 'release-counter', reason: 'left' });
    assert.equal(after.state, 'closed');
    assert.equal((await mall.callNext('two', 'a supervisor'))?.ticket.id, id);
  });

  test(`[C11] the officer whose counter was closed reads who did it, why, and whose number waits again (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.ticket();
    const boss = await mall.staff('two', 'a supervisor', ['officer', 'supervisor']);
    await mall.staff('one');
    const session = await mall.session('one');
    await mall.callNext('one');
    assert.equal(await mall.store.closing(session), null);
    await mall.counter(boss, 'one', { kind: 'release-counter', reason: 'fault' });
    const { seq, ...closing } = (await mall.store.closing(session)) ?? {};
    assert.deepEqual(closing, {
      at: mall.now,
      officer: 'a supervisor',
      reason: 'fault',
      toCounterId: null,
      number: 'BQ001',
    });
    assert.ok(seq);
    assert.equal(await mall.store.closing({ ...session, officerId: 'a colleague' }), null);
    assert.equal(await mall.store.closing({ ...session, counterId: 'two' }), null);
  });

  test(`[C10] a counter that closes hands its visitors over in one transaction, with the person who did it (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const { id } = await mall.ticket('bill');
    const boss = await mall.staff('two', 'a supervisor', ['officer', 'supervisor']);
    await mall.staff('four');
    await mall.callNext('four');
    const seq = await mall.seq();
    const handOver = { kind: 'hand-over-counter', toCounterId: 'two', agencyIds: ['tax'], reason: 'staff' } as const;
    const strange = { ...handOver, agencyIds: ['nobody'] };
    assert.equal(await mall.refusal(boss, { kind: 'counter', counterId: 'four', step: strange }), 'agency.unknown');
    const nowhere = { ...handOver, toCounterId: 'nowhere' };
    assert.equal(await mall.refusal(boss, { kind: 'counter', counterId: 'four', step: nowhere }), 'counter.unknown');
    assert.equal(await mall.seq(), seq);
    assert.equal((await mall.counter(boss, 'four', handOver)).state, 'closed');
    const hall = await store.hall();
    assert.deepEqual(hall.counters.two?.agencyIds, ['civil', 'tax']);
    assert.equal((await mall.callNext('two', 'a supervisor'))?.ticket.id, id);
    const { acts } = await store.oddities(mall.now);
    assert.deepEqual(
      acts.map(({ type, officer }) => [type, officer]),
      [
        ['ticket.released', 'a supervisor'],
        ['counter.closed', 'a supervisor'],
        ['counter.assigned', 'a supervisor'],
      ],
    );
    const held = await store.hall();
    assert.deepEqual(await (await reopen()).hall(), held);
  });

  test(`[V10] the day's oddities name the person and the number, and nothing of the day before (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const pick = async (name: string) => {
      await mall.ticket();
      const late = await mall.ticket();
      const picker = await mall.staff('one', name, ['officer', 'picker', 'supervisor']);
      await mall.must(picker, { kind: 'call', counterId: 'one', ticketId: late.id, why: 'frail' });
      await mall.must(picker, { kind: 'set-quota', serviceId: 'card', quota: 90 });
      return late.id;
    };
    await pick('Ayu');
    await mall.must(mall.system(), { kind: 'close-day' });
    mall.now += day;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    const late = await pick('Budi');
    const { outOfOrder, acts, visits } = await mall.store.oddities(mall.now);
    assert.deepEqual(outOfOrder, [{ at: mall.now, ticketId: late, counterId: 'one', why: 'frail', officer: 'Budi' }]);
    assert.deepEqual(visits.get(late), { number: 'BQ002', priorityClass: null });
    assert.deepEqual(acts, [
      { at: mall.now, type: 'quota.changed', officer: 'Budi', values: { serviceId: 'card', quota: 90 } },
    ]);
  });
}
