import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivalTimes, minuteOf, readProfile, timeOf } from './day-profile.ts';
import { seeded } from './random.ts';
import { monday } from './testing/small-mall.ts';

const profile = readProfile();
const share = (times: readonly number[], from: string, to: string) =>
  times.filter((time) => minuteOf(from) <= time && time < minuteOf(to)).length / times.length;

test('exactly as many come as were asked for, in order, and nobody after the last ticket', () => {
  for (const day of ['mon', 'fri', 'sat'] as const) {
    const times = arrivalTimes(profile, day, monday, 900, seeded(3));
    assert.equal(times.length, 900);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
    assert.ok(times.every((time) => time >= minuteOf('07:30') && time < minuteOf('13:15')));
  }
});

test('most numbers of a Monday are taken before eleven, and a crowd stands at the door at half past seven', () => {
  const times = arrivalTimes(profile, 'mon', monday, 5_000, seeded(4));
  assert.ok(share(times, '07:30', '11:00') > 0.65);
  assert.ok(share(times, '07:30', '07:35') > 2 * share(times, '07:50', '07:55'));
});

test('a Friday of two sessions leaves the time of the prayer free', () => {
  const hours = { ...monday, lastTicket: '15:00' };
  const times = arrivalTimes(profile, 'fri', hours, 2_000, seeded(5));
  assert.equal(share(times, '12:00', '13:00'), 0);
  assert.ok(share(times, '13:00', '15:00') > 0.08);
});

test('the clock of the played day is written as the clock on the wall', () => {
  assert.equal(timeOf(minuteOf('07:05') + 0.9), '07:05');
});
