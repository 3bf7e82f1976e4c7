import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyHall, evolve } from '@antrean/domain';
import type { EngineUnderTest } from './engine-under-test.ts';
import { Mall } from './mall.ts';
import { smallMall } from './small-mall.ts';

/** The log is append-only and chained, and the hall is its fold. */
export function logContract({ name, make }: EngineUnderTest): void {
  test(`the log refuses to be rewritten, and to have a gap (${name})`, async (t) => {
    const { store, current, meddle } = await make(t, smallMall);
    const mall = await Mall.on(store);
    await mall.issue('card');
    for (const attack of [
      "UPDATE event SET body = '{}' WHERE seq = 1",
      'DELETE FROM event WHERE seq = 2',
      `INSERT INTO event (seq, prev_hash, hash, type, at, command_id, body)
        SELECT 9, prev_hash, hash, type, at, command_id, body FROM event WHERE seq = 1`,
    ])
      await assert.rejects(meddle(attack), /append-only|gapless/);
    assert.equal(await current().firstBrokenLink(), null);
    assert.equal((await current().hall()).seq, 2);
  });

  test(`after a restart the day is as it was left, and the fold of the log is the hall (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const mall = await Mall.on(store);
    await mall.issue('card', 'bill');
    await mall.issue('birth');
    const one = await mall.staff('one');
    const called = await mall.callNext('one');
    await mall.step(one, called?.ticket.id ?? '', { kind: 'recall' });
    const before = await store.hall();
    const reopened = await reopen();
    assert.deepEqual(await reopened.hall(), before);
    const events = await reopened.eventsAfter(0, 1_000);
    assert.deepEqual(events.reduce(evolve, emptyHall(reopened.catalogue())), before);
    assert.deepEqual(await reopened.eventsAfter(events.length - 1, 5), events.slice(-1));
    assert.deepEqual(
      (await reopened.eventsAfter(1, 2)).map(({ seq }) => seq),
      [2, 3],
    );
    assert.deepEqual(reopened.catalogue(), smallMall);
    assert.equal(reopened.epoch(), 1);
  });

  test(`no event says which class of priority a visitor has, or carries the slip's token (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { statusToken } = await mall.must(mall.device('kiosk'), {
      kind: 'issue',
      serviceIds: ['card'],
      priorityClass: 'elderly',
      language: 'en',
      promise: () => [],
    });
    const told = JSON.stringify([await mall.store.eventsAfter(0, 100), await mall.store.hall()]);
    assert.ok(!told.includes('elderly') && !told.includes(statusToken));
    assert.ok(told.includes('"priority":true'));
  });
}
