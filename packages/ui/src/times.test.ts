import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, dateText, dayText, timeText, wallTimeText } from './times.ts';

const moment = Date.parse('2026-11-24T02:41:30Z');

test('the clock shows the zone of the mall, in the custom of each language', () => {
  assert.equal(clockText(moment, 'Asia/Jakarta', 'id'), '09.41 WIB');
  assert.equal(clockText(moment, 'Asia/Jakarta', 'en'), '09:41 WIB');
  assert.equal(clockText(moment, 'Asia/Makassar', 'id'), '10.41 WITA');
  assert.equal(timeText(moment, 'Asia/Jayapura', 'id'), '11.41');
});

test('midnight is 00, not 24', () => {
  assert.equal(timeText(Date.parse('2026-11-23T17:05:00Z'), 'Asia/Jakarta', 'en'), '00:05');
});

test('dates are written out', () => {
  assert.equal(dateText(moment, 'Asia/Jakarta', 'id'), 'Selasa, 24 November 2026');
  assert.equal(dayText('2026-11-25', 'id'), 'Rabu, 25 November');
  assert.equal(wallTimeText('07:30', 'id'), '07.30');
  assert.equal(wallTimeText('07:30', 'en'), '07:30');
});
