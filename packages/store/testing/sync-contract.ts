import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyHall, evolve, listOf, lookUp } from '@antrean/domain';
import type { Store } from '../src/store.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall } from './mall.ts';
import { OfflineKiosk } from './offline-kiosk.ts';
import { day, minute, monday, smallMall, tuesday } from './small-mall.ts';

async function assertFolded(store: Store): Promise<void> {
  const events = await store.eventsAfter(0, 10_000);
  assert.deepEqual(await store.hall(), events.reduce(evolve, emptyHall(smallMall)));
  assert.equal(await store.firstBrokenLink(), null);
}

/** A mall with a kiosk that holds numbers, and the next day’s mall. */
async function alone(make: EngineUnderTest['make'], t: Parameters<EngineUnderTest['make']>[0]) {
  const opened = await make(t, smallMall);
  const mall = await Mall.on(opened.store);
  const kiosk = new OfflineKiosk(mall);
  await kiosk.lease();
  const nextDay = async () => {
    await mall.must(mall.system(), { kind: 'close-day' });
    mall.now += day;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
  };
  return { ...opened, mall, kiosk, nextDay };
}

/** What a kiosk tells after it was alone: numbers on paper, requests it gave up. */
export function syncContract({ name, make }: EngineUnderTest): void {
  test(`[K4] [K5] a number on paper is stored as printed, and called by its arrival (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    await mall.issue('card');
    mall.now += 10 * minute;
    const paper = kiosk.paper(['card', 'bill']);
    mall.now += 10 * minute;
    const elderly = kiosk.paper(['card'], { priorityClass: 'elderly' });
    mall.now += 10 * minute;
    const later = await mall.issue('card');
    const told = await kiosk.sync({ tickets: [paper, elderly] });
    assert.deepEqual(told.tickets, [
      { commandId: paper.commandId, fate: 'stored' },
      { commandId: elderly.commandId, fate: 'stored' },
    ]);
    assert.deepEqual([told.epoch, told.head, told.now], [1, await mall.seq(), mall.now]);
    await assertFolded(mall.store);
    const stored = await mall.store.visitByStatusToken(paper.visitId);
    assert.deepEqual(stored?.visit, {
      id: paper.visitId,
      number: 'BQ801',
      arrivedAt: paper.issuedAt,
      eligibleAt: paper.issuedAt,
      priority: false,
      language: 'id',
    });
    assert.deepEqual(
      stored.tickets.map(({ id, serviceId, issuedAt }) => [id, serviceId, issuedAt]),
      paper.ticketIds.map((id, leg) => [id, paper.serviceIds[leg], paper.issuedAt]),
    );
    await mall.staff('one');
    const called = [];
    for (let n = 0; n < 4; n += 1) {
      const next = await mall.callNext('one');
      called.push(next?.visit.number);
      await mall.step(mall.at('one'), next?.ticket.id ?? '', { kind: 'start' });
      await mall.step(mall.at('one'), next?.ticket.id ?? '', { kind: 'finish', outcome: 'done' });
    }
    assert.deepEqual(called, ['BQ802', 'BQ001', 'BQ801', later.visit.number]);
  });

  test(`[K4] a full quota and the last hour do not refuse paper (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    await mall.issue('birth');
    await mall.issue('birth');
    const paper = kiosk.paper(['birth']);
    mall.now += 7 * 60 * minute;
    assert.deepEqual(await kiosk.fates(paper), ['stored']);
    assert.equal((await mall.store.hall()).issuedToday.birth, 3);
  });

  test(`the same number told again is known, however long ago and by whichever sync (${name})`, async (t) => {
    const { mall, kiosk, current, meddle } = await alone(make, t);
    const paper = kiosk.paper();
    assert.deepEqual(await kiosk.fates(paper, paper), ['stored', 'known']);
    assert.deepEqual(await kiosk.fates(paper), ['known']);
    const seq = await mall.seq();
    await meddle('DELETE FROM command');
    const reopened = Object.assign(new Mall(current()), { now: mall.now });
    const told = await reopened.must<'sync'>(reopened.device('kiosk'), {
      kind: 'sync',
      journalId: kiosk.journalId,
      abandoned: [],
      outcomes: [],
      untaken: [],
      leases: [],
      tickets: [paper],
    });
    assert.deepEqual(told.tickets, [{ commandId: paper.commandId, fate: 'known' }]);
    assert.equal((await current().hall()).seq, seq);
  });

  test(`[K4] what does not fit is refused, each for itself, and undoes nothing beside it (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const other = new OfflineKiosk(mall, 'other kiosk');
    await other.lease();
    const online = await mall.issue('card');
    const good = kiosk.paper();
    const last = kiosk.paper();
    const bad = [
      [{ ...kiosk.paper(), value: good.value }, 'lease.used'],
      [{ ...kiosk.paper(), visitId: online.visit.id }, 'lease.used'],
      [{ ...kiosk.paper(), ticketIds: [online.tickets[0]?.id ?? ''] }, 'lease.used'],
      [{ ...kiosk.paper(), statusTokenHash: good.statusTokenHash }, 'lease.used'],
      [{ ...kiosk.paper(), value: 821 }, 'lease.outside'],
      [{ ...kiosk.paper(), serviceIds: ['bill'] }, 'lease.outside'],
      [other.paper(), 'lease.unknown'],
      [{ ...kiosk.paper(), serviceIds: ['flying'] }, 'service.unknown'],
      [{ ...kiosk.paper(), ticketIds: ['one', 'two'] }, 'service.unknown'],
      [{ ...kiosk.paper(), priorityClass: 'vip' }, 'priority.unknown'],
      [{ ...kiosk.paper(), commandId: good.commandId }, 'command.mismatch'],
    ] as const;
    const fates = await kiosk.fates(good, ...bad.map(([visit]) => visit), last);
    assert.deepEqual(fates, ['stored', ...bad.map(([, code]) => code), 'stored']);
    assert.equal(listOf((await mall.store.hall()).visits).length, 3);
    await assertFolded(mall.store);
    // Nobody asks online with the id of a number on paper.
    assert.deepEqual(await mall.give(mall.device('kiosk'), issueOf(['card']), good.commandId), {
      ok: false,
      error: { code: 'command.mismatch' },
    });
  });

  test(`[K7] a number for tomorrow waits until tomorrow has opened (${name})`, async (t) => {
    const { mall, kiosk, nextDay } = await alone(make, t);
    kiosk.held.length = 0;
    await kiosk.lease('civil-quick', tuesday);
    const [early, today] = [kiosk.paper(), kiosk.paper()];
    assert.deepEqual(await kiosk.fates(early), ['later']);
    await nextDay();
    assert.deepEqual(await kiosk.fates(early, today), ['stored', 'stored']);
    const { visits } = await mall.store.hall();
    // Given on Monday by a kiosk whose clock ran ahead: not before Tuesday began.
    assert.equal(lookUp(visits, early.visitId)?.arrivedAt, Date.parse('2026-07-14T00:00:00+07:00'));
    await assertFolded(mall.store);
  });

  test(`[K7] a number of a day that is over is kept there as expired, also of a day the server slept through (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const mondays = kiosk.paper(['card', 'bill']);
    kiosk.held.length = 0;
    await kiosk.lease('civil-quick', tuesday);
    mall.now += day;
    const tuesdays = kiosk.paper();
    await mall.must(mall.system(), { kind: 'close-day' });
    mall.now += day;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: '2026-07-15', by: 'calendar' });
    assert.deepEqual(await kiosk.fates(mondays, tuesdays), ['stored', 'stored']);
    assert.deepEqual(await kiosk.fates(mondays, tuesdays), ['known', 'known']);
    for (const [paper, serviceDay, states] of [
      [mondays, monday, ['expired', 'expired']],
      [tuesdays, tuesday, ['expired']],
    ] as const) {
      const stored = await mall.store.visitByStatusToken(paper.visitId);
      assert.equal(stored?.serviceDay, serviceDay);
      assert.equal(stored.visit.arrivedAt, paper.issuedAt);
      assert.deepEqual(
        stored.tickets.map(({ state }) => state),
        states,
      );
    }
    const hall = await mall.store.hall();
    assert.deepEqual([listOf(hall.visits), listOf(hall.tickets), hall.issuedToday], [[], [], {}]);
    assert.equal(hall.day?.serviceDay, '2026-07-15');
    await assertFolded(mall.store);
  });

  test(`[K6] a request that was given up and never came is refused when it comes (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const id = mall.nextId();
    for (let n = 0; n < 2; n += 1)
      assert.deepEqual((await kiosk.sync({ abandoned: [id] })).abandoned, [{ commandId: id, fate: 'absent' }]);
    const given = await mall.give(mall.device('kiosk'), issueOf(['card']), id);
    assert.deepEqual(given, { ok: false, error: { code: 'command.abandoned' } });
    assert.equal((await mall.issue('card')).visit.number, 'BQ001');
  });

  test(`[K6] the ticket of a request that was given up is voided, and its place in the quota is free (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const id = mall.nextId();
    await mall.give(mall.device('kiosk'), issueOf(['birth', 'bill']), id);
    for (let n = 0; n < 2; n += 1)
      assert.deepEqual((await kiosk.sync({ abandoned: [id] })).abandoned, [{ commandId: id, fate: 'voided' }]);
    const hall = await mall.store.hall();
    assert.deepEqual([listOf(hall.tickets), hall.issuedToday], [[], { birth: 0, bill: 0 }]);
    // The answer that is kept would lead to a number that is void.
    const again = await mall.give(mall.device('kiosk'), issueOf(['birth', 'bill']), id);
    assert.deepEqual(again, { ok: false, error: { code: 'command.abandoned' } });
    assert.equal((await mall.issue('birth')).visit.number, 'BQ002', 'a void number stays void');
    await assertFolded(mall.store);
  });

  test(`[K6] one that was called meanwhile is left to its counter, its other legs are voided (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const id = mall.nextId();
    await mall.give(mall.device('kiosk'), issueOf(['card', 'bill']), id);
    await mall.staff('one');
    const called = await mall.callNext('one');
    assert.deepEqual((await kiosk.sync({ abandoned: [id] })).abandoned, [{ commandId: id, fate: 'late' }]);
    assert.deepEqual(
      listOf((await mall.store.hall()).tickets).map(({ id }) => id),
      [called?.ticket.id],
    );
  });

  test(`[K6] nobody gives up what another kiosk has asked for, nor what was refused (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    const [theirs, refused] = [mall.nextId(), mall.nextId()];
    const first = await mall.give(mall.device('other kiosk'), issueOf(['card']), theirs);
    await mall.give(mall.device('kiosk'), issueOf(['flying']), refused);
    const { abandoned } = await kiosk.sync({ abandoned: [theirs, refused] });
    assert.deepEqual(
      abandoned.map(({ fate }) => fate),
      ['absent', 'absent'],
    );
    assert.equal(listOf((await mall.store.hall()).tickets).length, 1);
    assert.deepEqual(await mall.give(mall.device('other kiosk'), issueOf(['card']), theirs), first);
  });

  test(`numbers that reached nobody are voided while they wait, of this kiosk only (${name})`, async (t) => {
    const { mall, kiosk } = await alone(make, t);
    await mall.staff('one');
    const [called, untaken] = [kiosk.paper(), kiosk.paper()];
    mall.now += minute;
    const online = await mall.issue('card');
    const theirs = await mall.must<'issue'>(mall.device('other kiosk'), issueOf(['card']));
    await kiosk.sync({ tickets: [called] });
    await mall.callNext('one');
    const { tickets } = await kiosk.sync({
      tickets: [untaken],
      untaken: [called.visitId, untaken.visitId, online.visit.id, theirs.visit.id, 'nobody'],
    });
    assert.equal(tickets[0]?.fate, 'stored');
    const left = listOf((await mall.store.hall()).tickets).map(({ visitId, state }) => [visitId, state]);
    assert.deepEqual(
      left.sort(),
      [
        [called.visitId, 'called'],
        [theirs.visit.id, 'waiting'],
      ].sort(),
    );
    const reasons = (await mall.store.eventsAfter(0, 100)).flatMap((e) =>
      e.type === 'ticket.voided' ? [e.reason] : [],
    );
    assert.deepEqual(reasons, ['print.notSent', 'print.notSent']);
    await assertFolded(mall.store);
  });
}
