import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HallEvent } from '@antrean/domain';
import { calledAt, dayOpened, hallAfter, morning, smallMall } from '../testing/small-mall.ts';
import { agencyPauses, headlineFor, hoursAhead } from './hours.ts';

const catalogue = smallMall(2);
const open = hallAfter(catalogue, [[morning - 60_000, dayOpened]]);
const pause = (pauseId: string, agencyId: string | null, until: number | null = null): HallEvent => ({
  type: 'pause.started',
  pauseId,
  agencyId,
  reason: 'stretching',
  until,
});

test('a mall that has just opened welcomes until the first call', () => {
  assert.deepEqual(headlineFor(open, catalogue, false, morning), { kind: 'empty' });
  assert.equal(headlineFor(hallAfter(catalogue, [[1, dayOpened], ...calledAt(1, 2)]), catalogue, true, morning), null);
});

test('a closed mall says when it opens again', () => {
  const closed = hallAfter(catalogue, [
    [1, dayOpened],
    [2, { type: 'day.closed', serviceDay: '2026-11-24' }],
  ]);
  const evening = Date.parse('2026-11-24T10:00:00Z');
  assert.deepEqual(headlineFor(closed, catalogue, true, evening), {
    kind: 'closed',
    opens: { date: '2026-11-25', time: '07:30' },
  });
});

test('a pause of the whole mall comes before the calls, with its end', () => {
  const paused = hallAfter(catalogue, [
    [1, dayOpened],
    [2, pause('p1', null, morning)],
  ]);
  assert.deepEqual(headlineFor(paused, catalogue, true, morning), {
    kind: 'paused',
    reason: 'stretching',
    until: morning,
  });
});

test('the next pause, the last number and the closing time are those that still lie ahead', () => {
  const friday = Date.parse('2026-11-27T02:00:00Z');
  assert.deepEqual(hoursAhead(open, catalogue, friday), {
    byHand: false,
    nextBreak: { from: '11:30', to: '13:00', reason: 'fridayPrayer' },
    lastTicket: '13:15',
    closes: '15:00',
  });
  const afternoon = Date.parse('2026-11-27T06:30:00Z');
  assert.deepEqual(hoursAhead(open, catalogue, afternoon), {
    byHand: false,
    nextBreak: null,
    lastTicket: null,
    closes: '15:00',
  });
});

test('a day opened by hand outside the calendar promises no closing time', () => {
  const byHand = hallAfter(catalogue, [[1, { type: 'day.opened', serviceDay: '2026-11-28', by: 'hand' }]]);
  const saturday = Date.parse('2026-11-28T03:00:00Z');
  assert.deepEqual(hoursAhead(byHand, catalogue, saturday), {
    byHand: true,
    nextBreak: null,
    lastTicket: null,
    closes: null,
  });
});

test('a zone hears of the pauses of its own agencies only', () => {
  const paused = hallAfter(catalogue, [
    [1, dayOpened],
    [2, pause('p1', 'A')],
    [3, pause('p2', 'B')],
  ]);
  const pauses = Object.values(paused.pauses);
  assert.deepEqual(
    agencyPauses(pauses, catalogue, '1').map(({ agency }) => agency),
    ['B'],
  );
  assert.equal(agencyPauses(pauses, catalogue, null).length, 2);
});
