import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintOutcome } from '../src/store.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { Mall } from './mall.ts';
import { OfflineKiosk } from './offline-kiosk.ts';
import { day, minute, monday, smallMall, tuesday } from './small-mall.ts';

/** What staff see of the kiosks: doubtful slips, searches in vain, lists of papers, the services most used. */
export function kioskDayContract({ name, make }: EngineUnderTest): void {
  test(`a slip is in doubt until it is known to have come out, or its visitor is at a counter (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = new OfflineKiosk(mall);
    const doubtful = async () =>
      (await mall.store.kioskDay(monday)).doubtful.map((slip) => `${slip.number} ${slip.outcome}`);
    const tell = async (visitId: string, jobId: string, outcome: PrintOutcome) => {
      mall.now += minute;
      await kiosk.sync({ outcomes: [{ visitId, jobId, outcome }] });
    };
    await kiosk.lease();
    const paper = kiosk.paper(['card', 'bill']);
    await kiosk.sync({ tickets: [paper] });
    const { visit } = await mall.issue('bill');
    const theirs = await mall.must<'issue'>(mall.device('other kiosk'), {
      kind: 'issue',
      serviceIds: ['card'],
      priorityClass: null,
      language: 'id',
      promise: () => [null],
    });
    await tell(paper.visitId, 'job', 'NOT_SENT');
    await tell(visit.id, 'job 1', 'UNKNOWN');
    await tell('nobody', 'job', 'UNKNOWN');
    await tell(theirs.visit.id, 'job', 'UNKNOWN');
    assert.deepEqual(await doubtful(), ['BQ801 NOT_SENT', 'CQ001 UNKNOWN']);
    assert.equal((await mall.store.kioskDay(monday)).doubtful[0]?.kiosk, 'kiosk');
    await tell(paper.visitId, 'word', 'CONFIRMED');
    assert.deepEqual(await doubtful(), ['CQ001 UNKNOWN']);
    await tell(paper.visitId, 'word', 'UNKNOWN');
    assert.deepEqual(await doubtful(), ['CQ001 UNKNOWN'], 'what a visitor has said is not forgotten');
    const printed = await mall.issue('bill');
    await tell(printed.visit.id, 'job 2', 'UNKNOWN');
    await tell(printed.visit.id, 'job 2', 'PRINTED');
    // The first report, worked off at last.
    await tell(printed.visit.id, 'job 2', 'UNKNOWN');
    assert.deepEqual(await doubtful(), ['CQ001 UNKNOWN'], 'a slip that came out is out');
    await mall.staff('four');
    const called = await mall.callNext('four');
    await mall.step(mall.at('four'), called?.ticket.id ?? '', { kind: 'park', minutes: 5 });
    const second = await mall.callNext('four');
    assert.equal(second?.visit.id, visit.id);
    await mall.step(mall.at('four'), second?.ticket.id ?? '', { kind: 'start' });
    assert.deepEqual(await doubtful(), []);
  });

  test(`a slip that a second attempt printed is in no doubt (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const ticket = await mall.ticket();
    const kiosk = mall.device('kiosk');
    const report = { kind: 'print-outcome', ticketId: ticket.id } as const;
    await mall.must(kiosk, { ...report, jobId: '1', outcome: 'NOT_SENT' });
    assert.equal((await mall.store.kioskDay(monday)).doubtful.length, 1);
    await mall.must(kiosk, { ...report, jobId: '2', outcome: 'PRINTED' });
    assert.deepEqual((await mall.store.kioskDay(monday)).doubtful, []);
  });

  test(`[A3] searches in vain and lists of papers add up for each day, without what may name a person (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const tell = (misses: readonly (readonly [string, number])[], lists: readonly (readonly [string, number])[]) =>
      mall.must<'tally'>(mall.device('kiosk'), {
        kind: 'tally',
        misses: misses.map(([text, times]) => ({ text, times })),
        lists: lists.map(([serviceId, times]) => ({ serviceId, times })),
      });
    await tell(
      [
        [' Paspor ', 2],
        ['3510 0512', 1],
        ['umroh', 3],
      ],
      [
        ['card', 1],
        ['flying', 9],
      ],
    );
    await tell(
      [['paspor', 2]],
      [
        ['card', 2],
        ['bill', 4],
      ],
    );
    const { misses, lists } = await mall.store.kioskDay(monday);
    assert.deepEqual(misses, [
      { text: 'paspor', times: 4 },
      { text: 'umroh', times: 3 },
    ]);
    assert.deepEqual(lists, [
      { serviceId: 'bill', times: 4 },
      { serviceId: 'card', times: 3 },
    ]);
    mall.now += day;
    await tell(
      [
        ['paspor', 2],
        ['siti aminah', 1],
      ],
      [],
    );
    // What only one visitor typed may be a name.
    assert.deepEqual((await mall.store.kioskDay(tuesday)).misses, [{ text: 'paspor', times: 2 }]);
    assert.equal(
      await mall.refusal(mall.device('reception'), { kind: 'tally', misses: [], lists: [] }),
      'access.denied',
    );
  });

  test(`the services that most came for on the last seven service days are known (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    assert.deepEqual(await mall.store.mostUsed(), []);
    for (const serviceId of ['adoption', 'adoption', 'adoption']) await mall.issue(serviceId);
    const nextDay = async (n: number) => {
      await mall.must(mall.system(), { kind: 'close-day' });
      mall.now += day;
      const serviceDay = `2026-07-${13 + n}`;
      await mall.must(mall.system(), { kind: 'open-day', serviceDay, by: 'hand' });
    };
    await nextDay(1);
    const voided = await mall.ticket('family');
    await mall.step(mall.device('kiosk'), voided.id, { kind: 'void', reason: 'print.notSent' });
    for (const serviceId of ['bill', 'card', 'bill']) await mall.issue(serviceId);
    assert.deepEqual(await mall.store.mostUsed(), ['adoption', 'bill', 'card']);
    for (let n = 2; n <= 7; n += 1) await nextDay(n);
    assert.deepEqual(await mall.store.mostUsed(), ['bill', 'card']);
  });

  test(`every enrolled station is listed, a revoked one not (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    await Mall.on(store);
    await meddle("UPDATE device SET revoked_at = 1 WHERE id = 'other kiosk'");
    const found = (await current().devices()).map(({ id, role }) => `${role} ${id}`);
    assert.deepEqual(found.slice(-3), ['display display', 'kiosk kiosk', 'reception reception']);
    assert.equal(found.length, 8);
  });
}
