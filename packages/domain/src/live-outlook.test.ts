import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { days, live } from '../testing/presses.ts';
import { minute, openScene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { comparePlaces } from './call-order.ts';
import { queuesAt } from './catalogue.ts';
import { estimatesFor, outlookFor } from './estimate.ts';
import { type Hall, isAtCounter, isFree, type Ticket } from './hall.ts';
import { LiveOutlook } from './live-outlook.ts';
import { listOf, lookUp } from './register.ts';

const { services } = smallMall;

// Rules [E1] to [E4] once more, in the plainest way there is: everybody who would be called before, one after the other, in call order.
function plainEstimate(hall: Hall, queueId: string, eligibleAt: number): readonly [number, number] | null {
  const rests = (id: string) => {
    const agencyId = smallMall.queues.find((queue) => queue.id === id)?.agencyId;
    return Object.values(hall.pauses).some((pause) => pause.agencyId === null || pause.agencyId === agencyId);
  };
  const minutesOf = ({ serviceId }: Ticket) => services.find(({ id }) => id === serviceId)?.minutes ?? 0;
  const desks = smallMall.counters.flatMap((place) => {
    const counter = hall.counters[place.id];
    const queueIds = counter ? queuesAt(smallMall, place, counter).map(({ id }) => id) : [];
    return counter?.state === 'open' && queueIds.includes(queueId) ? [{ counter, queueIds }] : [];
  });
  if (desks.length === 0 || rests(queueId)) return null;
  const shared = new Set(desks.flatMap(({ queueIds }) => queueIds));
  const atCounter = listOf(hall.tickets).filter(isAtCounter);
  const inFront = listOf(hall.tickets)
    .filter((ticket) => isFree(ticket) && !atCounter.some(({ visitId }) => visitId === ticket.visitId))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .filter(({ place, queueId: id }) => place.eligibleAt <= eligibleAt && shared.has(id) && !rests(id));
  let work = inFront.reduce((sum, ticket) => sum + minutesOf(ticket), 0);
  for (const { counter } of desks) {
    const held = counter.ticketId === null ? undefined : lookUp(hall.tickets, counter.ticketId);
    if (held) work += held.state === 'serving' ? minutesOf(held) / 2 : minutesOf(held);
  }
  const middle = work / desks.length;
  return [Math.floor((middle * 7) / 50) * 5, Math.max(5, Math.ceil((middle * 13) / 50) * 5)];
}

test('[E1] [E2] [E3] [E4] whatever is pressed, the kept outlook promises what a look through the whole hall does', () => {
  let promised = 0;
  fc.assert(
    fc.property(days, (presses) => {
      const kept = new LiveOutlook(smallMall);
      live(presses, (site, now) => {
        kept.follow(site.hall());
        for (const eligibleAt of [now, now - 30 * minute]) {
          const estimates = kept.estimates(services, eligibleAt);
          promised += estimates.filter((estimate) => estimate && estimate[1] > 5).length;
          assert.deepEqual(estimates, estimatesFor(site.hall(), smallMall, services, eligibleAt));
          assert.deepEqual(
            estimates,
            services.map(({ queueId }) => plainEstimate(site.hall(), queueId, eligibleAt)),
          );
        }
      });
    }),
    { numRuns: 50, seed: 7 },
  );
  assert.ok(promised > 100, `${promised} promises of more than nothing`);
});

test('[E1] a promise asks the last of its line alone, however many wait, and a walk through the hall asks all', () => {
  const mall = openScene();
  mall.opens('c1');
  const kept = new LiveOutlook(smallMall);
  for (let n = 0; n < 30; n += 1) mall.arrives('civil-quick-1');
  for (let n = 0; n < 50; n += 1) mall.arrives('bank-quick-1');
  const asked: string[] = [];
  const tickets = mall
    .hall()
    .tickets.map((shelf) =>
      Object.fromEntries(Object.entries(shelf).map(([id, ticket]) => [id, watched(ticket, asked)])),
    );
  const hall = { ...mall.hall(), tickets };
  kept.follow(hall);
  asked.length = 0;
  const wish = services.filter(({ id }) => id === 'civil-quick-1');
  assert.deepEqual(kept.estimates(wish, mall.now()), [[210, 390]]);
  // For the people in front, and again for their minutes.
  assert.deepEqual(asked.splice(0), ['civil-quick', 'civil-quick']);
  outlookFor(hall, smallMall, 'civil-quick', mall.now());
  assert.ok(asked.includes('bank-quick'));
});

/** The ticket, telling its queue whenever its place is asked for. */
function watched(ticket: Ticket, asked: string[]): Ticket {
  const { place } = ticket;
  return Object.defineProperty({ ...ticket }, 'place', {
    get: () => {
      asked.push(ticket.queueId);
      return place;
    },
  });
}
