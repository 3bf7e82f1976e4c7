import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from './catalogue.ts';
import type { Day } from './hall.ts';
import { decideLease, type LeaseFacts, onlineNumberAfter } from './leases.ts';

const rules = defaultRules.leases;
const monday: Day = { serviceDay: '2026-07-13', state: 'open', by: 'calendar', at: 1 };
const facts: LeaseFacts = { day: monday, today: '2026-07-13', taken: null, kiosks: 1, rules };
const wish = { leaseId: 'lease', queueId: 'civil-quick', serviceDay: '2026-07-13', size: 20 };

const granted = (some: Partial<LeaseFacts>, more: Partial<typeof wish> = {}) => {
  const decided = decideLease({ ...facts, ...some }, { ...wish, ...more });
  return decided.ok ? `${decided.value.from}–${decided.value.to}` : decided.error.code;
};

test('[K1] [N3] the numbers that the server gives jump from 800 to 1000, and go on from there', () => {
  const given = [0];
  for (let n = 0; n < 802; n += 1) given.push(onlineNumberAfter(given.at(-1) ?? 0, rules));
  assert.deepEqual(given.slice(1, 801), [...given.keys()].slice(1, 801));
  assert.deepEqual(given.slice(801), [1000, 1001]);
});

test('[K1] a mall may move the range; a series that stands inside it leaves it', () => {
  const moved = { ...rules, from: 5, to: 9 };
  assert.deepEqual(
    [3, 4, 7, 9, 10].map((last) => onlineNumberAfter(last, moved)),
    [4, 10, 10, 10, 11],
  );
});

test('[K2] ranges follow one another from the start of the range to its end, whoever gets them', () => {
  const ranges: string[] = [];
  for (let taken: number | null = null; ; ) {
    const decided = decideLease({ ...facts, taken }, wish);
    if (!decided.ok) {
      assert.equal(decided.error.code, 'lease.exhausted');
      break;
    }
    ranges.push(`${decided.value.from}–${decided.value.to}`);
    taken = decided.value.to;
  }
  assert.deepEqual([ranges[0], ranges[1], ranges.at(-1), ranges.length], ['801–820', '821–840', '981–999', 10]);
});

test('[K2] a number of the range that somebody has, however it came about, is not granted', () => {
  assert.equal(granted({ taken: 850 }), '851–870');
  assert.equal(granted({ taken: 12 }), '801–820');
});

test('[K3] a kiosk gets what it asks for, but no more than its part', () => {
  assert.equal(granted({}, { size: 5 }), '801–805');
  assert.equal(granted({}, { size: 50 }), '801–840');
  assert.equal(granted({ kiosks: 10 }), '801–809');
  assert.equal(granted({ kiosks: 500 }), '801–801');
  assert.equal(granted({ taken: 997 }), '998–999');
});

test('[K3] whatever is asked for, a range lies inside the lease range and behind all that is taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.option(fc.integer({ min: 1, max: 1200 })),
      fc.integer({ min: 1, max: 300 }),
      (size, taken, kiosks) => {
        const decided = decideLease({ ...facts, taken, kiosks }, { ...wish, size });
        if (!decided.ok) return assert.ok(taken !== null && taken >= rules.to);
        const { from, to } = decided.value;
        assert.ok(from >= rules.from && from <= to && to <= rules.to && from > (taken ?? 0) && to - from < size);
      },
    ),
  );
});

test('[K3] numbers are lent for the open day, today and later days, never for one that is over', () => {
  const closed: Day = { ...monday, state: 'closed' };
  assert.equal(granted({ day: null }), '801–820');
  assert.equal(granted({ day: closed }), '801–820');
  assert.equal(granted({}, { serviceDay: '2026-07-14' }), '801–820');
  assert.equal(granted({}, { serviceDay: '2026-07-11' }), 'day.closed');
  // Past midnight, before yesterday is closed.
  assert.equal(granted({ today: '2026-07-14' }), '801–820');
  assert.equal(granted({ today: '2026-07-14', day: closed }), 'day.closed');
});

test('[D1] [K3] a clock behind the service day lends nothing for a day that is over', () => {
  const tuesday: Day = { ...monday, serviceDay: '2026-07-14', state: 'closed' };
  assert.equal(granted({ day: tuesday, today: '2026-07-12' }), 'day.closed');
  assert.equal(granted({ day: tuesday, today: '2026-07-12' }, { serviceDay: '2026-07-14' }), '801–820');
});
