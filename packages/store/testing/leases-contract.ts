import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Given } from '../src/store.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall } from './mall.ts';
import { OfflineKiosk } from './offline-kiosk.ts';
import { day, minute, monday, smallMall, tuesday } from './small-mall.ts';

const range = (given: Given<'lease'>) => (given.ok ? `${given.value.from}–${given.value.to}` : given.error.code);

/** Numbers that only one kiosk may give. */
export function leasesContract({ name, make }: EngineUnderTest): void {
  test(`[K2] a lease asked for again has the same range, and no other one ever has (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const kiosk = new OfflineKiosk(mall);
    const id = mall.nextId();
    const first = await kiosk.ask('civil-quick', monday, 20, id);
    assert.ok(first.ok);
    assert.deepEqual(first.value, {
      leaseId: id,
      queueId: 'civil-quick',
      serviceDay: monday,
      epoch: 1,
      from: 801,
      to: 820,
      grantedAt: mall.now,
    });
    mall.now += minute;
    assert.deepEqual(await kiosk.ask('civil-quick', monday, 20, id), first);
    assert.equal(range(await kiosk.ask('civil-quick')), '821–840');
    assert.equal(range(await new OfflineKiosk(mall, 'other kiosk').ask('civil-quick')), '841–860');
    assert.equal(range(await kiosk.ask('tax-quick')), '801–820');
    assert.equal(range(await kiosk.ask('civil-quick', tuesday)), '801–820');
    const seq = await mall.seq();
    const order = { kind: 'lease', journalId: kiosk.journalId, queueId: 'civil-quick', serviceDay: monday, size: 20 };
    const command = mall.command<'lease'>(mall.device('kiosk'), order as never, id);
    assert.deepEqual(await (await reopen()).give(command), first);
    assert.equal((await (await reopen()).hall()).seq, seq);
  });

  test(`[K2] a kiosk that lost its journal gets other numbers, and those of before stay unused (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const lost = new OfflineKiosk(mall);
    await lost.lease();
    const paper = lost.paper();
    const found = new OfflineKiosk(mall);
    assert.equal(range(await found.ask('civil-quick')), '821–840');
    assert.deepEqual(await found.fates(paper), ['lease.unknown']);
  });

  test(`[K2] [K6] a kiosk that is enrolled anew keeps its numbers and takes back what it asked for before (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    const before = await Mall.on(store);
    const kiosk = new OfflineKiosk(before);
    await kiosk.lease();
    const paper = kiosk.paper();
    const ghost = before.nextId();
    assert.ok((await before.give<'issue'>(before.device('kiosk'), issueOf(['card']), ghost)).ok);
    const anew = (mall: Mall) =>
      Object.assign(new OfflineKiosk(mall, 'other kiosk'), { journalId: kiosk.journalId, held: kiosk.held });
    const others = await anew(before).sync({ abandoned: [ghost] });
    assert.deepEqual(others.abandoned, [{ commandId: ghost, fate: 'absent' }], 'it is still the first kiosk’s');
    await meddle("UPDATE device SET revoked_at = 1 WHERE id = 'kiosk'");
    const mall = Object.assign(new Mall(current()), { now: before.now + minute });
    assert.deepEqual(await anew(mall).fates(paper), ['stored']);
    const own = await anew(mall).sync({ abandoned: [ghost] });
    assert.deepEqual(own.abandoned, [{ commandId: ghost, fate: 'voided' }]);
  });

  test(`[K2] the id of a lease is nobody else’s, also when its answer is forgotten (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    const mall = await Mall.on(store);
    const id = mall.nextId();
    await new OfflineKiosk(mall).ask('civil-quick', monday, 20, id);
    const other = new OfflineKiosk(mall, 'other kiosk');
    assert.equal(range(await other.ask('civil-quick', monday, 20, id)), 'command.mismatch');
    await meddle('DELETE FROM command');
    const again = new OfflineKiosk(Object.assign(new Mall(current()), { now: mall.now }), 'other kiosk');
    assert.equal(range(await again.ask('civil-quick', monday, 20, id)), 'command.mismatch');
    assert.equal(range(await again.ask('civil-quick')), '821–840');
  });

  test(`[K2] a number of the range that was given online is not granted (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    await (await Mall.on(store)).issue('card');
    await meddle("UPDATE visit SET number_value = 850, number = 'BQ850'");
    assert.equal(range(await new OfflineKiosk(new Mall(current())).ask('civil-quick')), '851–870');
  });

  test(`[K1] the numbers that the server gives jump over the range (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    await (await Mall.on(store)).issue('card');
    await meddle('UPDATE series SET last_value = 799');
    const mall = new Mall(current());
    const numbers = [];
    for (let n = 0; n < 3; n += 1) numbers.push((await mall.issue('card')).visit.number);
    assert.deepEqual(numbers, ['BQ800', 'BQ1000', 'BQ1001']);
  });

  test(`[K3] kiosks share the range, one that is revoked no longer, until nothing is left (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    const mall = await Mall.on(store);
    for (let n = 0; n < 8; n += 1)
      await store.addDevice(
        { id: `kiosk ${n}`, role: 'kiosk', name: 'kiosk', counterId: null, zoneId: null },
        `token of kiosk ${n}`,
        mall.now,
      );
    assert.equal(range(await new OfflineKiosk(mall).ask('civil-quick')), '801–809');
    await meddle("UPDATE device SET revoked_at = 1 WHERE id LIKE 'kiosk _'");
    const kiosk = new OfflineKiosk(new Mall(current()));
    const ranges = [];
    for (let n = 0; n < 11; n += 1) ranges.push(range(await kiosk.ask('civil-quick')));
    assert.deepEqual(
      [ranges[0], ranges[8], ranges[9], ranges[10]],
      ['810–829', '970–989', '990–999', 'lease.exhausted'],
    );
  });

  test(`[K3] [A1] a day that is over, a queue nobody knows, and who is no kiosk get none (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = new OfflineKiosk(mall);
    assert.equal(range(await kiosk.ask('civil-quick', '2026-07-11')), 'day.closed');
    assert.equal(range(await kiosk.ask('flying')), 'service.unknown');
    assert.equal(range(await new OfflineKiosk(mall, 'reception').ask('civil-quick')), 'access.denied');
    mall.now += day;
    assert.equal(range(await kiosk.ask('civil-quick')), '801–820', 'past midnight the open day goes on');
    await mall.must(mall.system(), { kind: 'close-day' });
    assert.equal(range(await kiosk.ask('civil-quick')), 'day.closed');
  });

  test(`[K8] at the day’s end the log says what was left of each lease, and again when a number came later (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = new OfflineKiosk(mall);
    const [a, b] = [await kiosk.lease(), await kiosk.lease('tax-quick')];
    const tomorrows = await kiosk.lease('civil-quick', tuesday);
    const papers = [kiosk.paper(), kiosk.paper(), kiosk.paper()];
    await kiosk.sync({ tickets: papers.slice(0, 1), leases: [{ leaseId: b.leaseId, next: 805 }] });
    // What a lease cannot have given, and what goes back, is not believed.
    await kiosk.sync({
      leases: [
        { leaseId: b.leaseId, next: 822 },
        { leaseId: b.leaseId, next: 803 },
      ],
    });
    const ended = async () => {
      const from = (await mall.store.eventsAfter(0, 1_000)).findLast(({ type }) => type === 'day.opened')?.seq ?? 0;
      await mall.must(mall.system(), { kind: 'close-day' });
      return (await mall.store.eventsAfter(from, 100)).flatMap((event) =>
        event.type === 'lease.ended' ? [[event.leaseId, event.next]] : [],
      );
    };
    assert.deepEqual(await ended(), [
      [a.leaseId, 802],
      [b.leaseId, 805],
    ]);
    mall.now += day;
    await mall.must(mall.system(), { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    assert.deepEqual(await kiosk.fates(...papers), ['known', 'stored', 'stored']);
    assert.deepEqual(await ended(), [
      [a.leaseId, 804],
      [tomorrows.leaseId, 801],
    ]);
  });
}
