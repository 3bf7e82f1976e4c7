import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta } from '../testing/scene.ts';
import { dateAfter, siteTime, startOfDate, weekdayOf } from './site-time.ts';

test('the wall of a mall shows its own zone, whatever the machine thinks', () => {
  const at = jakarta('2026-07-13', '23:30');
  assert.deepEqual(siteTime(at, 'Asia/Jakarta'), { date: '2026-07-13', time: '23:30', weekday: 'mon' });
  assert.deepEqual(siteTime(at, 'Asia/Jayapura'), { date: '2026-07-14', time: '01:30', weekday: 'tue' });
  assert.deepEqual(siteTime(at + 30 * 60_000, 'Asia/Jakarta').time, '00:00');
  assert.throws(() => siteTime(at, 'Asia/Bintan'));
});

test('a clock asked again within its minute is not read anew, and shows the next minute when that comes', () => {
  const at = jakarta('2026-07-13', '09:00');
  const shown = siteTime(at, 'Asia/Jakarta');
  assert.equal(siteTime(at + 59_999, 'Asia/Jakarta'), shown);
  assert.equal(siteTime(at + 60_000, 'Asia/Jakarta').time, '09:01');
  assert.equal(siteTime(at, 'Asia/Makassar').time, '10:00');
  assert.equal(siteTime(at - 1, 'Asia/Jakarta').time, '08:59');
});

test('dates count over months, leap days and centuries as the calendar does', () => {
  assert.equal(dateAfter('2026-12-31', 1), '2027-01-01');
  assert.equal(dateAfter('2028-02-28', 1), '2028-02-29');
  assert.equal(dateAfter('2100-02-28', 1), '2100-03-01');
  assert.equal(dateAfter('2026-03-01', -1), '2026-02-28');
  assert.equal(weekdayOf('2026-07-13'), 'mon');
});

test('two hundred years of dates agree with the platform’s own calendar', () => {
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  for (let days = -36_500; days < 36_500; days += 1) {
    const theirs = new Date(days * 86_400_000);
    const ours = dateAfter('1970-01-01', days);
    assert.equal(ours, theirs.toISOString().slice(0, 10));
    assert.equal(weekdayOf(ours), names[theirs.getUTCDay()]);
  }
});

test('a date begins at midnight on the mall’s wall, also where clocks are put forward', () => {
  assert.equal(startOfDate('2026-07-13', 'Asia/Jakarta'), Date.parse('2026-07-13T00:00:00+07:00'));
  assert.equal(startOfDate('2026-07-13', 'Asia/Jayapura'), Date.parse('2026-07-13T00:00:00+09:00'));
  assert.equal(startOfDate('2026-03-30', 'Europe/Berlin'), Date.parse('2026-03-30T00:00:00+02:00'));
  assert.equal(startOfDate('2026-03-29', 'Europe/Berlin'), Date.parse('2026-03-29T00:00:00+01:00'));
  assert.equal(startOfDate('2026-11-01', 'America/New_York'), Date.parse('2026-11-01T00:00:00-04:00'));
});
