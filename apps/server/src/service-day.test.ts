import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calendar, type Catalogue, defaultRules, emptyHall, type Hall, registerOf } from '@antrean/domain';
import { breakName, dueNow } from './service-day.ts';

const hours = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '13:15', closes: '14:00', breaks: [] };
const calendar: Calendar = {
  week: {
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: { ...hours, breaks: [{ from: '11:30', to: '13:00', reason: 'fridayPrayer' }] },
    sat: hours,
    sun: null,
  },
  days: { '2026-11-24': { kind: 'holiday', name: 'Libur', hours: null } },
};
const catalogue: Catalogue = {
  site: { id: 's', name: 'MPP', timeZone: 'Asia/Jakarta' },
  rules: defaultRules,
  calendar,
  zones: [],
  agencies: [],
  services: [],
  queues: [],
  counters: [],
  priorityClasses: [],
};
const empty = emptyHall(catalogue);
const hallOf = (serviceDay: string, state: 'open' | 'closed', by: 'calendar' | 'hand' = 'calendar'): Hall => ({
  ...empty,
  day: { serviceDay, state, by, at: 0 },
});
/** Jakarta is seven hours ahead of UTC. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 7, minute);
const due = (hall: Hall, moment: number, demo = false) =>
  dueNow(hall, catalogue, { at: moment, isSuspect: false, demo, begun: null });

test('[D3] the day opens by the calendar when the kiosks do, not before', () => {
  assert.equal(due(empty, at(23, 7, 29)), null);
  assert.deepEqual(due(empty, at(23, 7, 30)), { kind: 'open-day', serviceDay: '2026-11-23', by: 'calendar' });
  assert.equal(due(empty, at(24, 9)), null, 'not on a holiday');
  assert.equal(due(empty, at(22, 9)), null, 'not on a Sunday');
});

test('[D2] after closing time the day ends once nobody with a number is left', () => {
  const waiting: Hall = {
    ...hallOf('2026-11-23', 'open'),
    tickets: registerOf([{ ...ticket, state: 'waiting', after: null, resumed: false }]),
  };
  assert.equal(due(waiting, at(23, 14, 30)), null, 'whoever holds a number is served');
  assert.deepEqual(due(hallOf('2026-11-23', 'open'), at(23, 14, 0)), { kind: 'close-day' });
  assert.equal(due(hallOf('2026-11-23', 'open'), at(23, 13, 59)), null);
  assert.deepEqual(due(waiting, at(24, 0, 0)), { kind: 'close-day' }, 'at midnight it ends in any case');
});

test('[D1] a clock behind the service day changes nothing', () => {
  assert.equal(due(hallOf('2026-11-23', 'closed'), at(21, 9)), null);
  assert.equal(due(hallOf('2026-11-23', 'open'), at(21, 9)), null);
});

test('a day that was closed by hand stays closed, the next one opens', () => {
  assert.equal(due(hallOf('2026-11-23', 'closed'), at(23, 9)), null);
  assert.deepEqual(due(hallOf('2026-11-23', 'closed'), at(25, 9)), {
    kind: 'open-day',
    serviceDay: '2026-11-25',
    by: 'calendar',
  });
});

test('a demonstration is open at night, on a holiday and on a Sunday', () => {
  for (const moment of [at(23, 23), at(24, 9), at(22, 9)]) assert.equal(due(empty, moment, true)?.kind, 'open-day');
  assert.equal(due(hallOf('2026-11-23', 'open', 'hand'), at(23, 23), true), null);
});

test('[S7] [P3] a parked visitor and a pause are taken up when their time has come', () => {
  const parked: Hall = {
    ...hallOf('2026-11-23', 'open'),
    tickets: registerOf([{ ...ticket, state: 'parked', parkedAt: 0, until: at(23, 9) }]),
  };
  assert.equal(due(parked, at(23, 9) - 1), null);
  assert.deepEqual(due(parked, at(23, 9)), { kind: 'tick' });
  const paused: Hall = {
    ...hallOf('2026-11-23', 'open'),
    pauses: { p: { id: 'p', agencyId: null, reason: 'prayer', startedAt: 0, until: at(23, 10) } },
  };
  assert.equal(due(paused, at(23, 10) - 1), null);
  assert.deepEqual(due(paused, at(23, 10)), { kind: 'tick' });
});

test('[S7] [P3] after closing, too, a parked visitor returns and a pause ends', () => {
  const closed: Hall = {
    ...hallOf('2026-11-23', 'closed'),
    pauses: { p: { id: 'p', agencyId: null, reason: 'prayer', startedAt: 0, until: at(23, 15) } },
  };
  assert.deepEqual(due(closed, at(23, 15)), { kind: 'tick' });
});

test('[D6] Friday prayer stops the calls until its end, unless somebody ended it early', () => {
  const friday = hallOf('2026-11-27', 'open');
  assert.equal(due(friday, at(27, 11, 29)), null);
  assert.deepEqual(due(friday, at(27, 11, 31) + 500), {
    kind: 'start-pause',
    agencyId: null,
    reason: 'fridayPrayer',
    until: at(27, 13),
  });
  assert.equal(
    dueNow(friday, catalogue, {
      ...suspect(at(27, 11, 40)),
      isSuspect: false,
      begun: breakName(catalogue, at(27, 11, 31)),
    }),
    null,
  );
  assert.equal(due(hallOf('2026-11-27', 'open', 'hand'), at(27, 11, 31)), null, 'a day opened by hand has no calendar');
});

test('[D1] a clock that is not believed neither closes the day nor opens one, but still ends a pause', () => {
  const over: Hall = {
    ...hallOf('2026-11-23', 'open'),
    pauses: { p: { id: 'p', agencyId: null, reason: 'other', startedAt: at(23, 9), until: at(23, 10) } },
  };
  assert.equal(dueNow(hallOf('2026-11-23', 'open'), catalogue, suspect(at(25, 9))), null);
  assert.equal(dueNow(hallOf('2026-11-23', 'closed'), catalogue, suspect(at(25, 9))), null);
  assert.deepEqual(dueNow(over, catalogue, suspect(at(23, 10))), { kind: 'tick' });
});

const suspect = (moment: number) => ({ at: moment, isSuspect: true, demo: false, begun: null });

const ticket = {
  id: 't',
  visitId: 'v',
  queueId: 'q',
  serviceId: 's',
  issuedAt: 0,
  place: { eligibleAt: 0, order: 1, behind: 0 },
  requeues: 0,
  moved: false,
  wasCalled: false,
} as const;
