import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  type Catalogue,
  callable,
  emptyHall,
  evolve,
  type Hall,
  hasEnded,
  listOf,
  lookUp,
  queuesAt,
  type Recorded,
  type Ticket,
  type TicketStep,
} from '@antrean/domain';
import { issueOf, Mall } from '../testing/mall.ts';
import { minute, mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import type { Order } from './store.ts';

const queueOf: Readonly<Record<string, string>> = { card: 'q1', family: 'q2', birth: 'q3', adoption: 'q4' };
const serviceIds = Object.keys(queueOf);
const desks = Array.from({ length: 12 }, (_, n) => `desk-${n + 1}`);

/** Twelve counters of one agency on four queues of one track. */
const catalogue: Catalogue = {
  ...smallMall,
  services: smallMall.services
    .filter(({ id }) => serviceIds.includes(id))
    .map((service) => ({ ...service, track: 'quick', queueId: queueOf[service.id] ?? '', dailyQuota: null })),
  queues: Object.values(queueOf).map((id) => ({
    id,
    agencyId: 'civil',
    track: 'quick',
    prefix: id.toUpperCase(),
    digits: 3,
  })),
  counters: desks.map((id) => ({ id, name: id, zoneId: 'hall', agencyIds: ['civil'], track: 'quick' })),
};

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const step = (ticketId: string, kind: TicketStep, to: readonly string[] = []): Order => ({
  kind: 'step',
  ticketId,
  step: kind,
  serviceIds: to,
});

/** Any button of the desk, whether it fits or not. */
function press(random: () => number, hall: Hall, counterId: string): Order {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random() * list.length)] ?? otherwise;
  const counter = hall.counters[counterId];
  const held = counter?.state === 'open' ? counter.ticketId : null;
  const ticketId =
    random() < 0.05
      ? pick(
          listOf(hall.tickets).map(({ id }) => id),
          'nobody',
        )
      : (held ?? 'nobody');
  const missed = listOf(hall.tickets).flatMap(({ id, state }) => (state === 'no_show' ? [id] : []));
  const roll = random();
  if (counter?.state === 'closed') return { kind: 'counter', counterId, step: { kind: 'open' } };
  if (counter?.state === 'paused') return { kind: 'counter', counterId, step: { kind: 'resume-counter' } };
  if (held === null && roll < 0.8) return { kind: 'call-next', counterId };
  if (roll < 0.3) return step(ticketId, { kind: 'start' });
  if (roll < 0.55) return step(ticketId, { kind: 'finish', outcome: 'done' });
  if (roll < 0.65) return step(ticketId, { kind: 'recall' });
  if (roll < 0.75) return step(ticketId, { kind: 'no-show' });
  if (roll < 0.79) return step(ticketId, { kind: 'park', minutes: 3 });
  if (roll < 0.83) return step(ticketId, { kind: 'transfer' }, [pick(serviceIds, 'card')]);
  if (roll < 0.86)
    return step(ticketId, { kind: 'forward', inOrder: random() < 0.5, outcome: 'done' }, [pick(serviceIds, 'card')]);
  if (roll < 0.88) return step(ticketId, { kind: 'cancel' });
  if (roll < 0.92) return step(pick(missed, 'nobody'), { kind: 'requeue' });
  if (roll < 0.98) return { kind: 'undo', counterId };
  if (roll < 0.99) return { kind: 'counter', counterId, step: { kind: 'close' } };
  return { kind: 'counter', counterId, step: { kind: 'pause', reason: 'prayer' } };
}

test('[H1] [H2] [N2] [O1] [S15] twelve officers press at random on four queues for a day: nobody is lost, doubled or passed over', {
  timeout: 120_000,
}, async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-twelve-'));
  const store = await openSqliteStore({
    file: path.join(folder, 'mall.db'),
    create: { catalogue, at: mondayMorning },
  });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const mall = await Mall.on(store);
  const log: Recorded[] = [];
  store.onEvents((events) => log.push(...events));
  const random = randomFrom(41);
  for (const desk of desks) await mall.staff(desk);
  const issued: string[] = [];
  const rings = new Set<string>();
  let hall = await store.hall();
  // Nearly six hours in rounds of half a minute; in a round everybody who presses does so at once.
  for (let round = 0; round < 720; round += 1) {
    mall.now += round % 3 === 0 ? 5_000 : 40_000;
    const presses = desks.filter(() => random() < 0.6).map((desk) => ({ desk, order: press(random, hall, desk) }));
    const isGiving = mall.now < mondayMorning + 5 * 60 * minute;
    const arrivals = Array.from({ length: isGiving && random() < 0.6 ? 1 : 0 }, () =>
      issueOf([serviceIds[Math.floor(random() * 4)] ?? 'card'], random() < 0.1 ? 'elderly' : null),
    );
    const [numbers] = await Promise.all([
      Promise.all(arrivals.map((order) => mall.must(mall.device('kiosk'), order))),
      // A double click sends the same order twice, each press with a key of its own.
      ...presses.flatMap(({ desk, order }) =>
        (random() < 0.2 ? [order, order] : [order]).map(async (one) => {
          const session = mall.at(desk);
          const given = await mall.give(session, one);
          if (!given.ok && given.error.code === 'access.expired') await mall.signIn(desk, `officer ${desk}`);
          else rings.add(given.ok ? 'ok' : given.error.code);
        }),
      ),
    ]);
    for (const { visit } of numbers) issued.push(visit.number);
    if (round % 6 === 0) await mall.must(mall.system(), { kind: 'tick' });
    hall = await store.hall();
    assertOneHolder(hall);
  }
  await mall.must(mall.system(), { kind: 'close-day' });
  await new Promise(setImmediate);

  assert.equal(new Set(issued).size, issued.length, 'no number is given twice');
  assert.ok(issued.length > 200 && log.length > 2_000, `${issued.length} numbers, ${log.length} events`);
  for (const code of ['ticket.state', 'ticket.tooSoon', 'undo.nothing', 'counter.busy'])
    assert.ok(rings.has(code), code);
  const events = await store.eventsAfter(0, 100_000);
  assertFair(events);
  assert.deepEqual(events.reduce(evolve, emptyHall(catalogue)), await store.hall());

  // The same eyes see what must not be: an overtaking, a loss, a doubling, and a step that is in no event.
  const indexOf = (type: Recorded['type']) => events.findIndex((event) => event.type === type);
  const without = (at: number) => events.filter((_, i) => i !== at);
  assert.throws(() => assertFair(overtaken(events)), /came before .+ and still waits/);
  // Somebody who never waited anywhere: born, and gone without an end.
  const lost = events.findLast(({ type }) => type === 'ticket.issued');
  assert.ok(lost?.type === 'ticket.issued');
  const ghost = { ...lost, ticketId: 'ghost', visitId: 'ghost', number: 'Q1999', seq: events.length + 1 };
  assert.throws(() => assertFair([...events, ghost]));
  assert.throws(() => assertFair([...events, ...events.slice(indexOf('ticket.issued')).slice(0, 1)]), /is born once/);
  for (const type of ['ticket.called', 'ticket.started', 'ticket.finished', 'ticket.parked', 'ticket.undone'] as const)
    assert.throws(() => {
      const rest = without(indexOf(type));
      assertFair(rest);
      assert.deepEqual(rest.reduce(evolve, emptyHall(catalogue)), hall);
    }, type);
});

/** The log up to a call, with somebody of the same class called instead who came later. */
function overtaken(events: readonly Recorded[]): readonly Recorded[] {
  let hall = emptyHall(catalogue);
  for (const [i, event] of events.entries()) {
    if (event.type === 'ticket.called') {
      const rest = callable(hall, Object.values(queueOf)).filter(({ id }) => id !== event.ticketId);
      const visit = (ticketId: string) => lookUp(hall.visits, lookUp(hall.tickets, ticketId)?.visitId ?? '');
      const mine = visit(event.ticketId);
      const later = rest.find(({ id }) => {
        const other = visit(id);
        return mine && other && other.priority === mine.priority && other.arrivedAt > mine.arrivedAt;
      });
      if (later) return [...events.slice(0, i), { ...event, ticketId: later.id }];
    }
    hall = evolve(hall, event);
  }
  throw new Error('nobody waited behind another');
}

function assertOneHolder({ tickets, counters }: Hall): void {
  const held = Object.values(counters).flatMap((counter) => (counter.state === 'open' ? (counter.ticketId ?? []) : []));
  const present = listOf(tickets).filter((ticket) => 'counterId' in ticket);
  assert.deepEqual(new Set(held), new Set(present.map(({ id }) => id)));
  assert.equal(new Set(held).size, held.length);
  assert.equal(new Set(present.map(({ visitId }) => visitId)).size, present.length);
}

/** Follows the log: every ticket ends or is at a counter, and of one class none is called before an earlier one that could have been. */
function assertFair(events: readonly Recorded[]): void {
  const born = new Set<string>();
  const moved = new Set<string>();
  let hall = emptyHall(catalogue);
  for (const event of events) {
    if (event.type === 'ticket.issued' || event.type === 'ticket.forwarded') {
      assert.ok(!born.has(event.ticketId), `${event.ticketId} is born once`);
      born.add(event.ticketId);
    }
    if (event.type === 'ticket.requeued' || event.type === 'ticket.forwarded') moved.add(event.ticketId);
    if (event.type === 'ticket.called') assertTurn(hall, event.ticketId, event.counterId, moved);
    hall = evolve(hall, event);
  }
  const living = listOf(hall.tickets);
  assert.ok(living.every((ticket) => 'counterId' in ticket && !hasEnded(ticket)));
  const ended = events.filter(({ type }) => /^ticket\.(finished|cancelled|expired)$/.test(type)).length;
  const undone = events.filter((event) => event.type === 'ticket.undone' && /^(finish|cancel)$/.test(event.undid));
  assert.equal(ended - undone.length + living.length, born.size, 'nobody is lost');
  assert.ok(events.some(({ type }) => type === 'ticket.undone'));
}

function assertTurn(hall: Hall, ticketId: string, counterId: string, moved: ReadonlySet<string>): void {
  const called = lookUp(hall.tickets, ticketId);
  const place = catalogue.counters.find(({ id }) => id === counterId);
  assert.ok(called && place);
  const queueIds = queuesAt(catalogue, place, hall.counters[counterId]).map(({ id }) => id);
  const arrival = (ticket: Ticket) => lookUp(hall.visits, ticket.visitId);
  for (const other of callable(hall, queueIds)) {
    if (moved.has(other.id) || moved.has(ticketId)) continue;
    const [mine, theirs] = [arrival(called), arrival(other)];
    if (!mine || !theirs || mine.priority !== theirs.priority) continue;
    assert.ok(mine.arrivedAt <= theirs.arrivedAt, `${other.id} came before ${ticketId} and still waits`);
  }
}
