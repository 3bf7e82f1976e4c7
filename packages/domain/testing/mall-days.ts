import assert from 'node:assert/strict';
import type { Actor } from '../src/access.ts';
import { closureAt, wantsClosed, wantsOpen } from '../src/calendar.ts';
import type { Catalogue } from '../src/catalogue.ts';
import { counterView } from '../src/counter-view.ts';
import { displayView } from '../src/display-view.ts';
import type { Recorded } from '../src/events.ts';
import type { Hall } from '../src/hall.ts';
import { kioskView } from '../src/kiosk-view.ts';
import { listOf, lookUp } from '../src/register.ts';
import type { Result } from '../src/result.ts';
import { siteTime } from '../src/site-time.ts';
import type { TicketStep } from '../src/ticket-steps.ts';
import { connect } from './feed.ts';
import type { Order } from './order.ts';
import { type Random, randomFrom } from './random.ts';
import { livingRows } from './rows.ts';
import { jakarta, kiosk, minute, officerAt, reception, supervisor, system } from './scene.ts';
import { openSite, type Site } from './site.ts';
import { type Life, openTimetable, type Timetable } from './timetable.ts';
import { watchOver } from './watch.ts';

/** One run: a mall, how many come each day, how many days from Monday 13 July 2026, and the number that repeats it exactly. */
export type Plan = {
  readonly catalogue: Catalogue;
  readonly seed: number;
  readonly days: number;
  readonly visitsADay: number;
};

export type Lived = { readonly site: Site; readonly visits: number; readonly comparisons: number };

const badLine = { lost: 0.04, repeated: 0.04, delayMs: 1_500 };

/** Everybody who has a part, and what they share. */
type World = {
  readonly site: Site;
  readonly time: Timetable;
  readonly random: Random;
  /** Gives an order over a line that loses questions and answers; it is asked again with the same id until an answer comes. */
  ask(order: Order, actor: Actor): Generator<number, Result<readonly Recorded[]>, void>;
};

/** Lives the days of the plan and throws at the first broken rule, or when a station's copy and the hall disagree. */
export function liveDays(plan: Plan): Lived {
  const random = randomFrom(plan.seed);
  const site = openSite(plan.catalogue);
  watchOver(site);
  const time = openTimetable(jakarta('2026-07-13', '07:00'));
  const answers = new Map<number, Result<readonly Recorded[]>>();
  let commandIds = 0;
  const world: World = {
    site,
    time,
    random,
    *ask(order, actor) {
      const id = ++commandIds;
      for (;;) {
        yield random.whole(5, 300);
        if (!random.chance(badLine.lost)) {
          const answer = answers.get(id) ?? site.give(order, actor, time.now());
          answers.set(id, answer);
          if (!random.chance(badLine.lost)) return answer;
        }
        yield 2_000;
      }
    },
  };

  const halls = new Map<number, Hall>();
  site.onEvent(() => {
    halls.set(site.log.length, site.hall());
    halls.delete(site.log.length - 100);
  });
  const stations = Array.from({ length: 3 }, () => connect(site, time, random, badLine));
  let comparisons = 0;
  const compare = (copy: Hall | null, hall: Hall | undefined) => {
    if (!copy || !hall) return;
    comparisons += 1;
    assert.deepEqual(copy, hall, `[V3] a station's copy at ${copy.seq} is the hall at ${copy.seq}`);
  };
  function* inspector(): Life {
    for (;;) {
      yield random.whole(1, 10) * minute;
      const { copy } = random.pick(stations);
      compare(copy.hall(), halls.get(copy.hall()?.seq ?? -1));
      const { tickets, counters } = site.hall();
      for (const ticket of listOf(tickets))
        assert.ok(ticket.state !== 'parked' || ticket.until > time.now() - 2 * minute, `[S7] ${ticket.id} is back`);
      if (random.chance(0.1)) assert.deepEqual(livingRows(site.rows), { tickets, counters }, '[V3] rows are the hall');
    }
  }

  time.live(inspector());
  time.live(clock(world));
  for (const place of plan.catalogue.counters) time.live(officer(world, place.id));
  for (let day = 0; day < plan.days; day += 1)
    for (let n = 0; n < plan.visitsADay; n += 1) time.live(visitor(world, day * 24 * 60 * minute + arrival(random)));
  time.runUntil(jakarta('2026-07-13', '07:00') + (plan.days * 24 - 1) * 60 * minute);
  for (const station of stations) station.mend();
  // Half a minute more, because the clock's last event would still be under way at a full one.
  time.runUntil(time.now() + 60.5 * minute);
  for (const { copy } of stations) {
    assert.equal(copy.hall()?.seq, site.log.length, '[V3] every station has heard everything');
    compare(copy.hall(), site.hall());
    if (copy.hall()) compareViews(copy.hall() ?? site.hall(), site.hall(), plan.catalogue, time.now());
  }
  assert.deepEqual(listOf(site.hall().tickets), [], 'nobody is lost: after the last day every ticket has ended');
  assert.equal(site.hall().day?.state, 'closed', '[D7] the last day is closed');
  const visits = new Set([...site.rows.tickets.values()].map(({ visitId }) => visitId)).size;
  return { site, visits, comparisons };
}

function compareViews(copy: Hall, hall: Hall, catalogue: Catalogue, now: number): void {
  for (const zoneId of [null, ...catalogue.zones.map(({ id }) => id)])
    assert.deepEqual(displayView(copy, catalogue, zoneId), displayView(hall, catalogue, zoneId));
  for (const { id } of catalogue.counters)
    assert.deepEqual(counterView(copy, catalogue, id), counterView(hall, catalogue, id));
  assert.deepEqual(kioskView(copy, catalogue, now), kioskView(hall, catalogue, now));
}

// Milliseconds after seven: many before ten, fewer until the last number.
function arrival(random: Random): number {
  return (random.chance(0.6) ? random.whole(25, 180) : random.whole(180, 470)) * minute + random.whole(0, 59_999);
}

/** What the server does by itself: opens and closes by the calendar, returns the parked, ends pauses; now and then a fault. */
function* clock({ site, time, random }: World): Life {
  const { calendar, site: place } = site.catalogue;
  for (;;) {
    yield minute;
    const now = siteTime(time.now(), place.timeZone);
    const { day, tickets } = site.hall();
    site.give({ kind: 'tick' }, system, time.now());
    if (day && wantsClosed(calendar, day, listOf(tickets), now)) site.give({ kind: 'close-day' }, system, time.now());
    else if (day?.serviceDay !== now.date && wantsOpen(calendar, now))
      site.give({ kind: 'open-day', serviceDay: now.date, by: 'calendar' }, system, time.now());
    if (random.chance(0.01)) {
      const agencyId = random.chance(0.3) ? null : random.pick(site.catalogue.agencies).id;
      const until = time.now() + random.whole(2, 15) * minute;
      site.give({ kind: 'start-pause', agencyId, reason: 'systemDown', until }, supervisor, time.now());
    }
  }
}

function* visitor({ site, random, ask }: World, comesAfter: number): Life {
  yield comesAfter;
  const { services, priorityClasses } = site.catalogue;
  const serviceIds = [random.pick(services).id];
  if (random.chance(0.1)) serviceIds.push(random.pick(services).id);
  const priorityClass = random.chance(0.12) ? random.pick(priorityClasses).id : null;
  const issued = yield* ask({ kind: 'issue', serviceIds, priorityClass }, kiosk);
  if (!issued.ok) return;
  const first = issued.value[0];
  if (first?.type === 'ticket.issued' && random.chance(0.01))
    yield* ask({ kind: 'step', ticketId: first.ticketId, step: { kind: 'void', reason: 'print.notSent' } }, kiosk);
  // Most of those who were missed come to reception sooner or later, some more than once.
  for (let looks = 0; looks < 30; looks += 1) {
    yield 10 * minute;
    for (const event of issued.value) {
      const row = event.type === 'ticket.issued' ? site.rows.tickets.get(event.ticketId) : undefined;
      if (row?.state === 'no_show' && random.chance(0.6))
        yield* ask({ kind: 'step', ticketId: row.id, step: { kind: 'requeue' } }, reception);
    }
  }
}

/** Opens in the morning, calls, recalls, serves, sends on, rests; presses twice now and then, and goes home when the day is over. */
function* officer(world: World, counterId: string): Life {
  const { site, time, random, ask } = world;
  const me = officerAt(counterId);
  for (;;) {
    yield random.whole(15, 45) * 1_000;
    const hall = site.hall();
    const counter = hall.counters[counterId];
    const now = siteTime(time.now(), site.catalogue.site.timeZone);
    if (hall.day?.state !== 'open') {
      yield 5 * minute;
      continue;
    }
    if (counter?.state === 'closed') {
      const early = closureAt(site.catalogue.calendar, now)?.why === 'notYet' || now.time < '08:00';
      yield early ? 5 * minute : random.whole(0, 4) * minute;
      if (!early) yield* ask({ kind: 'counter', counterId, step: { kind: 'open' } }, me);
      continue;
    }
    if (random.chance(0.004)) {
      yield* ask({ kind: 'counter', counterId, step: { kind: 'pause', reason: 'meal' } }, me);
      yield random.whole(5, 20) * minute;
      yield* ask({ kind: 'counter', counterId, step: { kind: 'resume-counter' } }, me);
    }
    yield* ask(nextCall(world, counterId), me);
    // A second press calls nobody else, but it may call when the first found nobody.
    if (random.chance(0.05)) yield* ask({ kind: 'call-next', counterId }, me);
    const after = site.hall().counters[counterId];
    if (after?.state === 'open' && after.ticketId) yield* serve(world, after.ticketId, me);
    else yield random.whole(10, 60) * 1_000;
  }
}

function nextCall({ site, random }: World, counterId: string): Order {
  const waiting = random.chance(0.02) ? counterView(site.hall(), site.catalogue, counterId)?.waiting.at(-1) : undefined;
  if (!waiting) return { kind: 'call-next', counterId };
  return { kind: 'call', counterId, ticketId: waiting.ticket.id, why: 'other' };
}

function* serve({ site, random, ask }: World, ticketId: string, me: Actor): Life {
  const take = (step: TicketStep, ...serviceIds: string[]) => ask({ kind: 'step', ticketId, step, serviceIds }, me);
  const anyService = () => random.pick(site.catalogue.services).id;
  if (random.chance(0.07)) {
    // The visitor is not there. In a pause nothing may be held against anybody, so the officer tries until it is over.
    for (;;) {
      yield 25_000;
      const passed = yield* take({ kind: 'no-show' });
      if (passed.ok || passed.error.code === 'ticket.state') return;
      yield* take({ kind: 'recall' });
    }
  }
  yield random.whole(10, 60) * 1_000;
  const turn = random.next();
  if (turn < 0.03) return void (yield* take({ kind: 'transfer' }, anyService()));
  if (turn < 0.05) return void (yield* take({ kind: 'cancel' }));
  yield* take({ kind: 'start' });
  const { minutes = 5 } =
    site.catalogue.services.find(({ id }) => id === lookUp(site.hall().tickets, ticketId)?.serviceId) ?? {};
  yield random.whole(1, 2 * minutes) * 0.5 * minute;
  if (turn < 0.09) return void (yield* take({ kind: 'park', minutes: random.whole(3, 20) }));
  if (turn < 0.15)
    return void (yield* take(
      { kind: 'forward', inOrder: random.chance(0.5), outcome: 'forwarded' },
      anyService(),
      anyService(),
    ));
  const finish: TicketStep = { kind: 'finish', outcome: random.pick(['done', 'papersMissing', 'fileReceived']) };
  yield* take(finish);
  if (!random.chance(0.1)) return;
  // The wrong button: back at once, and then the right one.
  yield random.whole(1, 6) * 1_000;
  const back = yield* ask({ kind: 'undo', counterId: me.counterId ?? '' }, me);
  if (back.ok) yield* take(finish);
}
