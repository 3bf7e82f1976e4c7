import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { emptyHall, type Hall } from '@antrean/domain';
import { smallMall } from '../testing/small-mall.ts';
import { hallWithoutServer } from './hall-without-server.ts';
import { type OfflineFacts, offlineNumber } from './offline-number.ts';

const monday = Date.UTC(2026, 10, 23, 2, 0); // 09.00 in Jakarta
const sunday = Date.UTC(2026, 10, 22, 2, 0);
const hour = 3_600_000;

const openHall: Hall = {
  ...emptyHall(smallMall),
  day: { serviceDay: '2026-11-23', state: 'open', by: 'calendar', at: monday - hour },
};

function facts(change: Partial<OfflineFacts> = {}): OfflineFacts {
  let ids = 0;
  return {
    catalogue: smallMall,
    hall: openHall,
    time: { at: monday, isSure: true },
    lease: () => ({ leaseId: 'lease', value: 801 }),
    untoldHere: () => 0,
    publicUrl: 'http://mall/',
    newId: () => `id-${ids++}`,
    ...change,
  };
}

const wish = { serviceIds: ['card', 'loan'], priorityClass: null, language: 'id' } as const;
const asked = (change: Partial<OfflineFacts> = {}, serviceIds: readonly string[] = wish.serviceIds) =>
  offlineNumber({ ...wish, serviceIds: [...serviceIds] }, facts(change));

test('a number from the lease is one number for all its services, and says nothing of a line nobody can see', () => {
  const answer = asked();
  assert.ok(answer.ok);
  const { given, visit } = answer.value;
  assert.equal(given.visit.number, 'BQ801');
  assert.deepEqual(
    given.tickets.map(({ number, serviceId, serviceDay, ahead, estimate }) => [
      number,
      serviceId,
      serviceDay,
      ahead,
      estimate,
    ]),
    [
      ['BQ801', 'card', '2026-11-23', null, null],
      ['BQ801', 'loan', '2026-11-23', null, null],
    ],
  );
  assert.deepEqual([visit.leaseId, visit.value, visit.issuedAt, visit.isTimeSure], ['lease', 801, monday, true]);
  assert.deepEqual(
    visit.ticketIds,
    given.tickets.map(({ id }) => id),
  );
  assert.notEqual(visit.commandId, visit.visitId);
});

test("the server is told only the hash of what opens the visitor's page", () => {
  const answer = asked();
  assert.ok(answer.ok);
  const { given, visit } = answer.value;
  const [base, token = ''] = given.statusUrl.split('/t/');
  assert.equal(base, 'http://mall');
  assert.match(token, /^[\w-]{22}$/);
  assert.equal(visit.statusTokenHash, createHash('sha256').update(token).digest('hex'));
  assert.ok(!JSON.stringify(visit).includes(token));
});

test('without the server the kiosk refuses what the server would refuse', () => {
  const code = (change: Partial<OfflineFacts>, serviceIds?: readonly string[]) => {
    const answer = asked(change, serviceIds);
    return answer.ok ? 'given' : answer.error.code;
  };
  const resting = (agencyId: string | null): Hall => ({
    ...openHall,
    pauses: { p: { id: 'p', agencyId, reason: 'prayer', startedAt: monday, until: null } },
  });
  assert.equal(code({ time: { at: monday + 12 * hour, isSure: true } }), 'site.ticketing');
  assert.equal(code({ hall: emptyHall(smallMall) }), 'day.closed');
  assert.equal(code({ hall: resting(null) }), 'pause.active');
  assert.equal(code({ hall: resting('civil') }), 'service.closed');
  assert.equal(code({}, ['nothing']), 'service.unknown');
  // scarce has a quota of three: two at the server, one already given here.
  const two = { hall: { ...openHall, issuedToday: { scarce: 2 } } };
  assert.equal(code(two, ['scarce']), 'given');
  assert.equal(code({ ...two, untoldHere: () => 1 }, ['scarce']), 'service.quota');
  assert.equal(code({ lease: () => null }), 'lease.exhausted');
  assert.equal(code({ lease: () => null, hall: resting(null) }), 'pause.active');
});

test('on a day that the server never opened for this kiosk, the calendar decides, and yesterday is forgotten', () => {
  const before = { ...openHall, day: { ...openHall.day, serviceDay: '2026-11-21' } } as Hall;
  const hall = hallWithoutServer({ ...before, issuedToday: { card: 4 } }, smallMall, monday);
  assert.deepEqual([hall?.day?.serviceDay, hall?.day?.state, hall?.issuedToday], ['2026-11-23', 'open', {}]);
  const byHand = { ...openHall, day: { serviceDay: '2026-11-21', state: 'open', by: 'hand', at: 0 } } as Hall;
  assert.equal(hallWithoutServer(byHand, smallMall, sunday)?.day?.state, 'closed');
  assert.equal(hallWithoutServer(null, smallMall, sunday), null);
  assert.equal(hallWithoutServer(null, smallMall, monday)?.day?.state, 'open');
});

test('a pause that has run out while the server was away is over', () => {
  const pause = (id: string, until: number | null) => ({
    id,
    agencyId: null,
    reason: 'prayer' as const,
    startedAt: 0,
    until,
  });
  const paused: Hall = {
    ...openHall,
    pauses: { a: pause('a', monday - 1), b: pause('b', monday + 1), c: pause('c', null) },
  };
  assert.deepEqual(Object.keys(hallWithoutServer(paused, smallMall, monday)?.pauses ?? {}), ['b', 'c']);
});
