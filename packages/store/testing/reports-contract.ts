import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DayReader } from '@antrean/domain';
import type { EngineUnderTest } from './engine-under-test.ts';
import { Mall } from './mall.ts';
import { day, monday, smallMall, tuesday } from './small-mall.ts';

const system = { kind: 'system' } as const;

/** Which part of the log is which day's, and the figures that are kept of it. */
export function reportsContract({ name, make }: EngineUnderTest): void {
  test(`a day's part of the log ends where the next one begins, and a day opened anew stays one part (${name})`, async (t) => {
    const { store } = await make(t, smallMall);
    const mall = await Mall.on(store);
    await mall.issue('card');
    await mall.must(system, { kind: 'close-day' });
    await mall.must(system, { kind: 'open-day', serviceDay: monday, by: 'hand' });
    await mall.issue('card');
    await mall.must(system, { kind: 'close-day' });
    const lastSeq = (await store.hall()).seq;
    mall.now += day;
    await mall.must(system, { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    assert.deepEqual(await store.reports.days(monday, tuesday), [
      { serviceDay: monday, afterSeq: 0, lastSeq, kept: null },
      { serviceDay: tuesday, afterSeq: lastSeq, lastSeq: null, kept: null },
    ]);
    assert.deepEqual(await store.reports.days(tuesday, '2027-01-01'), [
      { serviceDay: tuesday, afterSeq: lastSeq, lastSeq: null, kept: null },
    ]);
  });

  test(`a report is kept once and read as it was, and is missing until then (${name})`, async (t) => {
    const { store, reopen, meddle, current } = await make(t, smallMall);
    const mall = await Mall.on(store);
    await mall.issue('card');
    assert.deepEqual(await store.reports.missing(), []);
    mall.now += day;
    await mall.must(system, { kind: 'close-day' });
    await mall.must(system, { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    assert.deepEqual(await store.reports.missing(), [monday]);
    const reader = new DayReader(monday, smallMall);
    reader.read(await store.eventsAfter(0, 100));
    const report = reader.report(null);
    await store.reports.keep(report);
    await store.reports.keep(report);
    const reopened = await reopen();
    assert.deepEqual(await reopened.reports.missing(), []);
    assert.deepEqual((await reopened.reports.days(monday, monday))[0]?.kept, report);
    await meddle('UPDATE day_report SET form = form + 1');
    assert.deepEqual(await current().reports.missing(), [monday], 'one of another form is made anew');
    await current().reports.keep(report);
    assert.deepEqual((await current().reports.days(monday, monday))[0]?.kept, report);
  });
}
