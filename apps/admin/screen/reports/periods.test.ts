import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedPeriod, periodBefore, periodOf } from './periods.ts';

test('a period that runs ends today, a week begins on Monday, last month is whole', () => {
  assert.deepEqual(periodOf('today', '2026-11-27'), { from: '2026-11-27', to: '2026-11-27' });
  assert.deepEqual(periodOf('week', '2026-11-29'), { from: '2026-11-23', to: '2026-11-29' });
  assert.deepEqual(periodOf('week', '2026-11-23'), { from: '2026-11-23', to: '2026-11-23' });
  assert.deepEqual(periodOf('month', '2026-11-27'), { from: '2026-11-01', to: '2026-11-27' });
  assert.deepEqual(periodOf('lastMonth', '2026-03-31'), { from: '2026-02-01', to: '2026-02-28' });
  assert.deepEqual(periodOf('lastMonth', '2027-01-05'), { from: '2026-12-01', to: '2026-12-31' });
  assert.deepEqual(periodOf('year', '2026-11-27'), { from: '2026-01-01', to: '2026-11-27' });
});

test('a whole month is compared with the month before, other days with the same weekdays', () => {
  assert.deepEqual(periodBefore({ from: '2026-03-01', to: '2026-03-31' }), { from: '2026-02-01', to: '2026-02-28' });
  assert.deepEqual(periodBefore({ from: '2026-11-27', to: '2026-11-27' }), { from: '2026-11-20', to: '2026-11-20' });
  assert.deepEqual(periodBefore({ from: '2026-11-23', to: '2026-11-27' }), { from: '2026-11-16', to: '2026-11-20' });
  assert.deepEqual(periodBefore({ from: '2026-11-01', to: '2026-11-10' }), { from: '2026-10-18', to: '2026-10-27' });
});

test('dates that are none, turned round or too far apart are no period', () => {
  const year = { from: '2025-11-28', to: '2026-11-27' };
  assert.deepEqual(checkedPeriod(year, 366), year);
  assert.equal(checkedPeriod({ ...year, from: '2025-11-26' }, 366), null);
  assert.equal(checkedPeriod({ from: '2026-11-02', to: '2026-11-01' }, 366), null);
  assert.equal(checkedPeriod({ from: '2026-02-30', to: '2026-03-01' }, 366), null);
  assert.equal(checkedPeriod({ from: '', to: '2026-03-01' }, 366), null);
});
