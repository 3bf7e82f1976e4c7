import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateAfter } from '@antrean/domain';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall, nextEvents, stepOf } from './mall.ts';
import { day, monday, mondayMorning, smallMall } from './small-mall.ts';

/** One command takes effect once; commands that come together share a commit and nothing else. */
export function commandsContract({ name, make }: EngineUnderTest): void {
  test(`the same command gets the same answer again and takes effect once (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const command = mall.command(mall.device('kiosk'), issueOf(['card', 'bill']));
    const [first, twin] = await Promise.all([store.give(command), store.give(command)]);
    mall.now += 60_000;
    const again = await store.give({ ...command, at: mall.now });
    assert.equal(JSON.stringify(twin), JSON.stringify(first));
    assert.equal(JSON.stringify(again), JSON.stringify(first));
    const seq = await mall.seq();
    const reopened = await reopen();
    assert.equal(JSON.stringify(await reopened.give(command)), JSON.stringify(first));
    assert.equal((await reopened.hall()).seq, seq);
  });

  test(`a refusal is an answer too, even when the reason has gone (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store, false);
    const command = mall.command(mall.device('kiosk'), issueOf(['card']));
    const refused = await mall.store.give(command);
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: '2026-07-13', by: 'calendar' });
    assert.deepEqual(await mall.store.give(command), refused);
  });

  test(`a retry gets its first answer even when the officer has signed out since (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const id = mall.nextId();
    const call = { kind: 'call-next', counterId: 'one' } as const;
    const first = await mall.give(one, call, id);
    assert.ok(first.ok);
    await mall.store.endSession(one.kind === 'station' ? (one.sessionTokenHash ?? '') : '', mall.now);
    assert.deepEqual(await mall.give(one, call, id), first);
    assert.equal(await mall.refusal(one, call), 'access.expired');
  });

  test(`the same command id with another payload or from another device is refused (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const id = mall.nextId();
    await mall.give(mall.device('kiosk'), issueOf(['card']), id);
    const codes = [
      await mall.give(mall.device('kiosk'), issueOf(['bill']), id),
      await mall.give(mall.device('other kiosk'), issueOf(['card']), id),
      await mall.give(mall.system(), { kind: 'close-day' }, id),
    ].map((given) => (given.ok ? 'accepted' : given.error.code));
    assert.deepEqual(codes, ['command.mismatch', 'command.mismatch', 'command.mismatch']);
    assert.equal((await mall.issue('card')).visit.number, 'BQ002');
  });

  test(`answers are kept for eight days and no longer (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const command = mall.command(mall.device('kiosk'), issueOf(['card']));
    const first = await mall.store.give(command);
    const nextDay = async (days: number, serviceDay: string) => {
      mall.now += days * day;
      await mall.must(mall.system(), { kind: 'close-day' });
      await mall.must(mall.system(), { kind: 'open-day', serviceDay, by: 'calendar' });
    };
    await nextDay(8, '2026-07-21');
    assert.deepEqual(await mall.store.give(command), first);
    await nextDay(1, '2026-07-22');
    const later = await mall.store.give({ ...command, at: mall.now });
    assert.equal(later.ok && later.value.serviceDay, '2026-07-22');
  });

  test(`who was signed in is forgotten after ninety days, what was searched in vain after four hundred, and what happened never (${name})`, async (t) => {
    const { store, current } = await make(t, smallMall);
    const mall = await Mall.on(store);
    await mall.staff('one');
    const caller = mall.at('one');
    const token = caller.kind === 'station' ? (caller.sessionTokenHash ?? '') : '';
    await mall.must(mall.device('kiosk'), {
      kind: 'tally',
      misses: [{ text: 'kawin', times: 3 }],
      lists: [{ serviceId: 'card', times: 2 }],
    });
    const events = (await store.hall()).seq;
    const opens = async (days: number) => {
      mall.now = mondayMorning + days * day;
      await mall.must(mall.system(), { kind: 'close-day' });
      await mall.must(mall.system(), { kind: 'open-day', serviceDay: dateAfter(monday, days), by: 'calendar' });
    };
    await opens(90);
    assert.equal((await current().sessionEnd(token, mall.now))?.why, 'day');
    assert.deepEqual((await current().kioskDay(monday)).misses, [{ text: 'kawin', times: 3 }]);
    await opens(91);
    assert.equal(await current().sessionEnd(token, mall.now), null);
    await opens(400);
    assert.deepEqual((await current().kioskDay(monday)).lists, [{ serviceId: 'card', times: 2 }]);
    await opens(401);
    const { misses, lists } = await current().kioskDay(monday);
    assert.deepEqual([misses, lists], [[], []]);
    assert.ok((await current().eventsAfter(0, 1_000)).length > events);
    assert.equal(await current().firstBrokenLink(), null);
  });

  test(`a command that its kiosk gave up is refused when it arrives late (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const id = mall.nextId();
    await meddle(`INSERT INTO tombstone (command_id, device_id, at) VALUES ('${id}', 'kiosk', 1)`);
    const given = await current().give(mall.command(mall.device('kiosk'), issueOf(['card']), id));
    assert.deepEqual(given, { ok: false, error: { code: 'command.abandoned' } });
  });

  test(`[N1] sixty-four presses at once give sixty-four numbers, unique and without a gap (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const issued = await Promise.all(Array.from({ length: 64 }, () => mall.issue('card')));
    const numbers = issued.map(({ visit }) => visit.number).sort();
    assert.deepEqual(
      numbers,
      Array.from({ length: 64 }, (_, n) => `BQ${String(n + 1).padStart(3, '0')}`),
    );
  });

  test(`[H1] two officers who press at once get two visitors (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.ticket();
    await mall.ticket();
    await mall.staff('one');
    await mall.staff('two');
    const [a, b] = await Promise.all([mall.callNext('one'), mall.callNext('two')]);
    assert.deepEqual([a?.visit.number, b?.visit.number], ['BQ001', 'BQ002']);
    assert.notEqual(a?.ticket.id, b?.ticket.id);
  });

  test(`a command that fails in the middle of a shared commit undoes its own work only (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = mall.device('kiosk');
    const listening = nextEvents(mall.store);
    // Throws when its event is written, after its number has been taken and its visit stored.
    const broken = { ...issueOf(['card']), promise: () => [[1n, 2n]] as unknown as readonly [number, number][] };
    const results = await Promise.allSettled([
      mall.issue('card'),
      mall.give(kiosk, broken),
      mall.give(kiosk, issueOf(['flying'])),
      mall.issue('card'),
    ]);
    assert.deepEqual(
      results.map((result) => (result.status === 'fulfilled' ? 'answered' : result.reason.name)),
      ['answered', 'TypeError', 'answered', 'answered'],
    );
    assert.deepEqual(
      (await listening).map((event) => event.type),
      ['ticket.issued', 'ticket.issued'],
    );
    assert.equal((await mall.issue('card')).visit.number, 'BQ003');
    assert.equal(await mall.store.firstBrokenLink(), null);
  });

  test(`answers come before events, and events in the order of the log (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const order: string[] = [];
    mall.store.onEvents((events) => order.push(...events.map(({ seq }) => `event ${seq}`)));
    const heard = nextEvents(mall.store);
    const answers = [1, 2].map(async (n) => {
      await mall.issue('card');
      // What a server still does between the answer and the wire.
      await Promise.resolve();
      order.push(`answer ${n}`);
    });
    await Promise.all(answers);
    await heard;
    assert.deepEqual(order, ['answer 1', 'answer 2', 'event 2', 'event 3']);
  });

  test(`two steps on one ticket at once: one wins, the other is told the state (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { id } = await mall.ticket();
    const one = await mall.staff('one');
    await mall.callNext('one');
    const given = await Promise.all([
      mall.give(one, stepOf(id, { kind: 'start' })),
      mall.give(one, stepOf(id, { kind: 'start' })),
    ]);
    assert.deepEqual(
      given.map((g) => (g.ok ? 'started' : g.error.code)),
      ['started', 'ticket.state'],
    );
  });
}
