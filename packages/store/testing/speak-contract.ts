import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpeakOrder } from '../src/speak-order.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { Mall } from './mall.ts';
import { day, smallMall, tuesday } from './small-mall.ts';

/** What is written of announcements, before and after they are heard. */
export function speakContract({ name, make }: EngineUnderTest): void {
  test(`[W8] an announcement is handed out once in each zone, unless its display gives it back unheard (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const isFirst = async (step: SpeakOrder['step'], key = 'call 7', zoneId = 'floor-1') => {
      const order = { kind: 'speak', step, key, zoneId, deviceId: 'display' } as const;
      return (await mall.must<'speak'>({ kind: 'system' }, order)).isFirst;
    };
    const before = (await mall.store.hall()).seq;
    assert.equal(await isFirst('handOut'), true);
    assert.equal(await isFirst('handOut'), false);
    assert.equal(await isFirst('handOut', 'call 7', 'floor-2'), true, 'another zone');
    await isFirst('givenBack');
    assert.equal(await isFirst('handOut'), true);
    await isFirst('spoken');
    await isFirst('failed', 'call 7', 'floor-2');
    assert.equal(await isFirst('handOut', 'call 7', 'floor-2'), false, 'somebody may have heard half of it');
    await isFirst('spoken', 'call 8');
    assert.deepEqual(
      (await mall.store.eventsAfter(before, 20)).map(({ type }) => type.replace('announcement.', '')),
      ['handedOut', 'handedOut', 'failed', 'handedOut', 'spoken', 'failed'],
    );
    assert.equal(await mall.store.firstBrokenLink(), null);
  });

  test(`nothing is handed out to a display that was never enrolled, and the log does not say so (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const before = (await mall.store.hall()).seq;
    const order = { kind: 'speak', step: 'handOut', key: 'call 7', zoneId: 'floor-1', deviceId: 'nobody' } as const;
    await assert.rejects(mall.give({ kind: 'system' }, order), /foreign key/i);
    assert.equal((await mall.store.hall()).seq, before);
  });

  test(`what was handed out is forgotten when a new day opens, and a display may not order it itself (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const order = { kind: 'speak', step: 'handOut', key: 'call 7', zoneId: 'floor-1', deviceId: 'display' } as const;
    assert.deepEqual(await mall.must<'speak'>({ kind: 'system' }, order), { isFirst: true });
    const given = await mall.give(mall.device('display'), order);
    assert.equal(given.ok ? 'accepted' : given.error.code, 'access.denied');
    mall.now += day;
    await mall.must({ kind: 'system' }, { kind: 'close-day' });
    await mall.must({ kind: 'system' }, { kind: 'open-day', serviceDay: tuesday, by: 'calendar' });
    assert.deepEqual(await mall.must<'speak'>({ kind: 'system' }, order), { isFirst: true });
  });
}
