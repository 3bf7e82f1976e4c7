import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, openScene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { breakAt, closureAt, hoursOn, wantsClosed, wantsOpen } from './calendar.ts';
import type { Day } from './hall.ts';
import { listOf } from './register.ts';
import { siteTime } from './site-time.ts';

const { calendar } = smallMall;
const wall = (date: string, time: string) => siteTime(jakarta(date, time), 'Asia/Jakarta');
const why = (date: string, time: string) => closureAt(calendar, wall(date, time))?.why ?? 'open';

test('[D5] [D6] a Friday gives numbers until prayer, and after it until a quarter past two', () => {
  assert.deepEqual(
    ['07:29', '07:30', '11:29', '11:30', '12:59', '13:00', '14:14', '14:15'].map((time) => why('2026-07-17', time)),
    ['notYet', 'open', 'open', 'break', 'break', 'open', 'open', 'cutOff'],
  );
  assert.deepEqual(closureAt(calendar, wall('2026-07-17', '12:00')), {
    why: 'break',
    name: 'fridayPrayer',
    opens: { date: '2026-07-17', time: '13:00' },
  });
  assert.equal(breakAt(calendar, wall('2026-07-17', '11:30'))?.to, '13:00');
  assert.equal(breakAt(calendar, wall('2026-07-16', '11:30')), null);
});

test('[D6] a break that lasts until the last number names the next day, not its own end', () => {
  const friday = hoursOn(calendar, '2026-07-17');
  assert.ok(friday);
  const short = { ...calendar, week: { ...calendar.week, fri: { ...friday, lastTicket: '13:00' } } };
  assert.deepEqual(closureAt(short, wall('2026-07-17', '12:00'))?.opens, { date: '2026-07-18', time: '07:30' });
});

test('[D5] a Saturday is half a day, and a Sunday none', () => {
  assert.deepEqual([why('2026-07-18', '11:44'), why('2026-07-18', '11:45')], ['open', 'cutOff']);
  assert.deepEqual(closureAt(calendar, wall('2026-07-19', '09:00')), {
    why: 'closedDay',
    name: null,
    opens: { date: '2026-07-20', time: '07:30' },
  });
});

test('[D4] a holiday, a leave day and hours of its own win over the week, and the closure has a name', () => {
  assert.deepEqual(closureAt(calendar, wall('2026-08-17', '09:00')), {
    why: 'holiday',
    name: 'Proklamasi Kemerdekaan',
    opens: { date: '2026-08-19', time: '10:00' },
  });
  assert.equal(why('2026-08-18', '09:00'), 'leave');
  assert.deepEqual([why('2026-08-19', '09:59'), why('2026-08-19', '10:00')], ['notYet', 'open']);
  assert.equal(why('2026-08-20', '09:00'), 'closedDay');
  assert.equal(closureAt(calendar, wall('2026-08-20', '09:00'))?.name, 'Pembersihan');
});

test('[D5] a mall without any open day names no opening', () => {
  const never = { week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, days: {} };
  assert.equal(closureAt(never, wall('2026-07-13', '09:00'))?.opens, null);
  assert.equal(wantsOpen(never, wall('2026-07-13', '09:00')), false);
});

test('[D7] the calendar opens an open date from its kiosk hour to its end', () => {
  const at = (date: string, time: string) => wantsOpen(calendar, wall(date, time));
  assert.deepEqual(
    [at('2026-07-13', '07:29'), at('2026-07-13', '07:30'), at('2026-07-13', '15:29'), at('2026-07-13', '15:30')],
    [false, true, true, false],
  );
  assert.deepEqual([at('2026-07-19', '09:00'), at('2026-08-17', '09:00')], [false, false]);
});

test('[D7] the day closes when the hours are over and nobody is left, else when the date is over', () => {
  const mall = openScene();
  mall.opens('c1');
  const day: Day = { serviceDay: '2026-07-13', state: 'open', by: 'calendar', at: 0 };
  const closes = (date: string, time: string, of: Day = day) =>
    wantsClosed(calendar, of, listOf(mall.hall().tickets), wall(date, time));
  assert.deepEqual([closes('2026-07-13', '15:29'), closes('2026-07-13', '15:30')], [false, true]);
  const ticketId = mall.arrives('civil-quick-1')[0];
  assert.deepEqual([closes('2026-07-13', '16:00'), closes('2026-07-14', '00:00')], [false, true]);
  mall.calls('c1');
  assert.equal(closes('2026-07-13', '16:00'), false);
  mall.misses(ticketId);
  assert.equal(closes('2026-07-13', '16:00'), true);
  assert.equal(closes('2026-07-13', '16:00', { ...day, by: 'hand' }), false);
  assert.equal(closes('2026-07-14', '00:00', { ...day, by: 'hand' }), true);
  assert.equal(closes('2026-07-14', '00:00', { ...day, state: 'closed' }), false);
  assert.equal(wantsClosed(calendar, day, [], { date: '2026-07-12', time: '23:00', weekday: 'sun' }), false);
});
