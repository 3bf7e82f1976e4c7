import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, minute, openScene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { waitingIn } from './call-order.ts';
import type { HallEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Day, Hall, Ticket } from './hall.ts';
import type { Lease } from './leases.ts';
import {
  decideOffline,
  decideTakeBack,
  type OfflineFacts,
  type OfflineNumber,
  offlineArrival,
} from './offline-numbers.ts';
import { lookUp } from './register.ts';
import { decideCloseDay } from './service-day.ts';
import { startOfDate } from './site-time.ts';

const day = '2026-07-13';
const eight = jakarta(day, '08:00');
const open: Day = { serviceDay: day, state: 'open', by: 'calendar', at: eight };
const lease: Lease = { id: 'lease', queueId: 'civil-quick', serviceDay: day, from: 801, to: 820, grantedAt: eight };

function wishes(...serviceIds: readonly string[]): OfflineFacts['wanted'] {
  return serviceIds.map((id) => {
    const service = smallMall.services.find((other) => other.id === id);
    const queue = smallMall.queues.find((other) => other.id === service?.queueId);
    assert.ok(service && queue);
    return { service, queue, ahead: 4 };
  });
}
const facts: OfflineFacts = {
  lease,
  isUsed: false,
  day: open,
  arrivedAt: eight + 20 * minute,
  wanted: wishes('civil-quick-1'),
};
const paper: OfflineNumber = {
  value: 803,
  visitId: 'paper',
  ticketIds: ['paper-1', 'paper-2'],
  priority: null,
  language: 'id',
  isTimeSure: true,
};

const decided = (some: Partial<OfflineFacts>, more: Partial<OfflineNumber> = {}): readonly HallEvent[] => {
  const decision = decideOffline({ ...facts, ...some }, { ...paper, ...more });
  assert.ok(decision.ok && decision.value !== 'later');
  return decision.value;
};
const code = (some: Partial<OfflineFacts>, more: Partial<OfflineNumber> = {}) => {
  const decision = decideOffline({ ...facts, ...some }, { ...paper, ...more });
  if (!decision.ok) return decision.error.code;
  return decision.value === 'later' ? 'later' : decision.value[0]?.type;
};
const after = (hall: Hall, events: readonly HallEvent[], at: number) =>
  events.reduce((next, event) => evolve(next, { seq: next.seq + 1, at, ...event }), hall);

test('[K4] a number on paper is taken in as it is printed, each service a leg of the one visit', () => {
  const [first, second] = decided({ wanted: wishes('civil-quick-1', 'permits-quick-1') });
  assert.deepEqual(first, {
    type: 'ticket.issued',
    ticketId: 'paper-1',
    visitId: 'paper',
    number: 'BQ803',
    queueId: 'civil-quick',
    serviceId: 'civil-quick-1',
    priority: false,
    language: 'id',
    arrivedAt: eight + 20 * minute,
    eligibleAt: eight + 20 * minute,
    leaseId: 'lease',
    isTimeSure: true,
    ahead: 4,
    estimate: null,
  });
  assert.ok(second?.type === 'ticket.issued');
  assert.deepEqual([second.ticketId, second.number, second.queueId], ['paper-2', 'BQ803', 'permits-quick']);
});

test('[K4] a number of another kiosk, outside its lease, of another queue or taken is refused', () => {
  assert.equal(code({ lease: null }), 'lease.unknown');
  assert.equal(code({}, { value: 800 }), 'lease.outside');
  assert.equal(code({}, { value: 821 }), 'lease.outside');
  assert.equal(code({ wanted: wishes('permits-quick-1', 'civil-quick-1') }), 'lease.outside');
  assert.equal(code({ isUsed: true }), 'lease.used');
  assert.equal(code({}, { value: 820 }), 'ticket.issued');
});

test('[K4] neither the last hour nor a full quota refuses what is on paper', () => {
  const mall = openScene();
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  mall.refuses('service.quota', { kind: 'issue', serviceIds: ['permits-quick-2'] });
  mall.passes(9 * 60);
  const wanted = wishes('permits-quick-2');
  const events = decided({ lease: { ...lease, queueId: 'permits-quick' }, wanted, arrivedAt: mall.now() });
  assert.equal(after(mall.hall(), events, mall.now()).issuedToday['permits-quick-2'], 4);
});

test('[K5] who took a number while the server was away stands where the arrival puts them, not at the end', () => {
  const mall = openScene();
  const before = mall.arrives('civil-quick-1')[0];
  mall.passes(40);
  const later = mall.arrives('civil-quick-1')[0];
  const hall = after(mall.hall(), decided({}), mall.now());
  assert.deepEqual(
    waitingIn(hall, ['civil-quick']).map(({ id }) => id),
    [before, 'paper-1', later],
  );
  assert.equal(lookUp(hall.tickets, 'paper-1')?.issuedAt, eight + 20 * minute, 'the wait counts from the paper');
});

test('[K5] [O2] a priority on paper has its head start', () => {
  const elderly = smallMall.priorityClasses[0] ?? null;
  const [event] = decided({}, { priority: elderly });
  assert.ok(event?.type === 'ticket.issued' && event.priority);
  assert.equal(event.eligibleAt, eight - 10 * minute);
});

test('[K5] a kiosk whose clock is wrong gains and loses no more than its lease, its day and the present allow', () => {
  const now = eight + 60 * minute;
  const midnight = startOfDate(day, 'Asia/Jakarta');
  assert.equal(offlineArrival(eight + 5, lease, midnight, now), eight + 5);
  assert.equal(offlineArrival(0, lease, midnight, now), eight, 'not before its lease');
  assert.equal(offlineArrival(0, { grantedAt: midnight - 1 }, midnight, now), midnight, 'not before its day');
  assert.equal(offlineArrival(now + 1, lease, midnight, now), now, 'not after now');
});

const ticket = (stage: Partial<Ticket>): Ticket =>
  ({
    id: 't',
    visitId: 'v',
    queueId: 'civil-quick',
    serviceId: 'civil-quick-1',
    issuedAt: 1,
    place: { eligibleAt: 1, order: 1, behind: 0 },
    requeues: 0,
    moved: false,
    wasCalled: false,
    state: 'waiting',
    after: null,
    resumed: false,
    ...stage,
    // The stages differ in their fields; a test names only the one that counts.
  }) as Ticket;

test('[K6] what nobody holds paper for is voided while it waits; once called it is left to end as a missed call', () => {
  const states = (...stages: readonly Partial<Ticket>[]) => {
    const { fate, events } = decideTakeBack(stages.map(ticket), 'request.abandoned');
    return [fate, events.length];
  };
  assert.deepEqual(states(), ['absent', 0]);
  assert.deepEqual(states({}, {}), ['voided', 2]);
  assert.deepEqual(states({ state: 'called' }, {}), ['late', 1]);
  assert.deepEqual(states({ requeues: 1 }), ['late', 0]);
  for (const state of ['serving', 'finished', 'parked', 'no_show'] as const)
    assert.deepEqual(states({ state }), ['late', 0], state);
  // Asked again, or over already: nobody is called for it.
  for (const state of ['voided', 'expired', 'cancelled'] as const) assert.deepEqual(states({ state }), ['voided', 0]);
});

test('[K7] a number of a day that is over ends in its own day, and the hall of today does not know it', () => {
  const mall = openScene();
  const tuesday: Day = { ...open, serviceDay: '2026-07-14' };
  for (const today of [tuesday, { ...open, state: 'closed' } as const]) {
    const events = decided({ day: today });
    assert.equal(events[0]?.type === 'ticket.lapsed' && events[0].serviceDay, day);
    const { seq, ...hall } = after(mall.hall(), events, eight);
    const { seq: before, ...same } = mall.hall();
    assert.deepEqual(hall, same);
    assert.equal(seq, before + 1);
  }
});

test('[K7] a number of a day that has not opened here yet waits at its kiosk', () => {
  assert.equal(code({ day: null }), 'later');
  assert.equal(code({ day: { ...open, serviceDay: '2026-07-11' } }), 'later');
});

test('[K8] the day’s end says of each lease what was left over', () => {
  const closed = decideCloseDay({ day: open, tickets: [], leases: [{ id: 'lease', next: 804 }] });
  assert.deepEqual(closed.ok && closed.value, [
    { type: 'lease.ended', leaseId: 'lease', next: 804 },
    { type: 'day.closed', serviceDay: day },
  ]);
});
