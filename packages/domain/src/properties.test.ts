import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Order } from '../testing/order.ts';
import { at, days, desks, live } from '../testing/presses.ts';
import { livingRows } from '../testing/rows.ts';
import { jakarta, kiosk, minute, officerAt, openScene, reception, supervisor, system } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import type { Actor } from './access.ts';
import { counterView } from './counter-view.ts';
import { outlookFor, outlookOf } from './estimate.ts';
import { evolve } from './evolve.ts';
import { emptyHall } from './hall.ts';
import { kioskView } from './kiosk-view.ts';
import { listOf } from './register.ts';

test('the presses reach every event that a command can make', () => {
  const seen = new Map<string, number>();
  for (const presses of fc.sample(days, { seed: 7, numRuns: 250 }))
    for (const { type } of live(presses, () => {}).log) seen.set(type, (seen.get(type) ?? 0) + 1);
  const kinds =
    'issued called recalled started finished noShow parked resumed transferred forwarded requeued cancelled voided expired undone released noted reprintAsked';
  const types = [
    ...kinds.split(' ').map((kind) => `ticket.${kind}`),
    ...['opened', 'paused', 'resumed', 'closed', 'trackChanged', 'assigned'].map((kind) => `counter.${kind}`),
    ...['day.opened', 'day.closed', 'pause.started', 'pause.ended'],
    ...['quota.changed', 'ticketing.closed', 'ticketing.opened', 'notice.posted', 'notice.withdrawn'],
  ];
  assert.deepEqual(
    types.filter((type) => (seen.get(type) ?? 0) < 10),
    [],
    JSON.stringify([...seen]),
  );
});

test('[N1] [N2] [N4] [H1] [H2] [O1] [O2] [O4] [L2] [P2] [Q1] [Q3] [D8] [S15] whatever is pressed, every rule that can be watched holds', () => {
  fc.assert(
    fc.property(days, (presses) => {
      live(presses, () => {});
    }),
    { numRuns: 500 },
  );
});

test('[O4] wherever in the line somebody is called from, reporting back after a miss never gains a place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), (length, which) => {
      const mall = openScene();
      mall.opens('c1');
      const line = Array.from({ length }, () => mall.arrives('civil-quick-1')[0]);
      const own = which % length;
      const missing = line[own] ?? '';
      mall.gives({ kind: 'call', counterId: 'c1', ticketId: missing, why: 'other' });
      mall.misses(missing);
      mall.steps(missing, { kind: 'requeue' });
      const others = line.filter((id) => id !== missing);
      const wanted = Math.max(own, Math.min(3, others.length));
      assert.deepEqual(
        line.map(() => mall.serves('c1')),
        [...others.slice(0, wanted), missing, ...others.slice(wanted)],
      );
    }),
    { numRuns: 60 },
  );
});

test('[V3] the fold of the log, the rows kept one by one, and the hall are the same', () => {
  fc.assert(
    fc.property(days, (presses) => {
      const site = live(presses, () => {});
      const { tickets, counters } = site.hall();
      assert.deepEqual(livingRows(site.rows), { tickets, counters });
      const wire: typeof site.log = JSON.parse(JSON.stringify(site.log));
      assert.deepEqual(wire.reduce(evolve, emptyHall(smallMall)), site.hall());
    }),
    { numRuns: 100 },
  );
});

test('[V1] the kiosk shows a service as open exactly when a number for it would be given', () => {
  fc.assert(
    fc.property(days, fc.nat(24 * 60 * 9), fc.boolean(), (presses, minutes, byHand) => {
      const site = live(presses, () => {});
      if (site.hall().day?.state === 'open') site.give({ kind: 'close-day' }, system, 0);
      const serviceDay = site.hall().day?.serviceDay ?? '';
      site.give({ kind: 'open-day', serviceDay, by: byHand ? 'hand' : 'calendar' }, system, 0);
      const now = jakarta(serviceDay, '00:00') + minutes * minute;
      const view = kioskView(site.hall(), smallMall, now);
      for (const offer of view.agencies.flatMap(({ offers }) => offers)) {
        const given = site.give({ kind: 'issue', serviceIds: [offer.service.id] }, kiosk, now);
        assert.equal(given.ok, view.shut === null && offer.open, offer.service.id);
        if (!given.ok && view.shut) assert.deepEqual(given.error, view.shut);
      }
    }),
    { numRuns: 60 },
  );
});

test('[V2] the first in a counter’s list is whom it calls next', () => {
  fc.assert(
    fc.property(days, fc.nat(5), (presses, who) => {
      const site = live(presses, () => {});
      const counterId = at(desks, who) ?? 'c1';
      const view = counterView(site.hall(), smallMall, counterId);
      const given = site.give({ kind: 'call-next', counterId }, officerAt(counterId), 0);
      if (!given.ok) return;
      const called = given.value[0];
      assert.equal(called?.type === 'ticket.called' ? called.ticketId : undefined, view?.waiting[0]?.ticket.id);
    }),
    { numRuns: 200 },
  );
});

test('[E3] [E4] an estimate is null or two growing whole numbers of minutes, and needs a counter', () => {
  fc.assert(
    fc.property(days, (presses) => {
      live(presses, (site, now) => {
        const waiting = listOf(site.hall().tickets).filter(({ state }) => state === 'waiting');
        const outlooks = [
          ...smallMall.queues.map(({ id }) => outlookFor(site.hall(), smallMall, id, now)),
          ...waiting.slice(0, 3).map((ticket) => outlookOf(site.hall(), smallMall, ticket)),
        ];
        for (const { ahead, openCounters, estimate } of outlooks) {
          assert.ok(Number.isInteger(ahead) && ahead >= 0);
          if (estimate === null) continue;
          const [low, high] = estimate;
          assert.ok(openCounters > 0 && low % 5 === 0 && high % 5 === 0 && low >= 0 && high >= 5 && low < high);
        }
      });
    }),
    { numRuns: 20 },
  );
});

test('[O1] once nobody new comes, open counters call everyone who waits', () => {
  fc.assert(
    fc.property(days, (presses) => {
      const site = live(presses, () => {});
      if (site.hall().day?.state !== 'open') return;
      const must = (order: Order, actor: Actor) => {
        const given = site.give(order, actor, 1);
        assert.ok(given.ok, `${JSON.stringify(order)} is accepted`);
        return given.value;
      };
      for (const { id, state } of listOf(site.hall().tickets))
        if (state !== 'waiting') site.give({ kind: 'step', ticketId: id, step: { kind: 'cancel' } }, reception, 1);
      for (const ticket of listOf(site.hall().tickets))
        if ('counterId' in ticket)
          must({ kind: 'step', ticketId: ticket.id, step: { kind: 'cancel' } }, officerAt(ticket.counterId));
      for (const pauseId of Object.keys(site.hall().pauses)) must({ kind: 'end-pause', pauseId }, supervisor);
      for (const place of smallMall.counters) {
        const counter = site.hall().counters[place.id];
        if (counter?.state === 'paused')
          site.give({ kind: 'counter', counterId: place.id, step: { kind: 'close' } }, officerAt(place.id), 1);
        for (const step of [
          { kind: 'change-track', track: place.track, reason: 'crowd' },
          { kind: 'assign-counter', agencyIds: null },
        ] as const)
          site.give({ kind: 'counter', counterId: place.id, step }, supervisor, 1);
        site.give({ kind: 'counter', counterId: place.id, step: { kind: 'open' } }, officerAt(place.id), 1);
      }
      for (let calls = listOf(site.hall().tickets).map(({ id }) => id).length; calls > 0; calls -= 1)
        for (const { id: counterId } of smallMall.counters)
          for (const event of must({ kind: 'call-next', counterId }, officerAt(counterId)))
            if (event.type === 'ticket.called') {
              must({ kind: 'step', ticketId: event.ticketId, step: { kind: 'start' } }, officerAt(counterId));
              must(
                { kind: 'step', ticketId: event.ticketId, step: { kind: 'finish', outcome: 'done' } },
                officerAt(counterId),
              );
            }
      assert.deepEqual(listOf(site.hall().tickets), [], 'nobody is lost');
    }),
    { numRuns: 100 },
  );
});
