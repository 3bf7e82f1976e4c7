import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '../src/access.ts';
import { listOf } from '../src/register.ts';
import { dateAfter } from '../src/site-time.ts';
import type { TicketStep } from '../src/ticket-steps.ts';
import type { Order } from './order.ts';
import { jakarta, kiosk, minute, officerAt, reception, supervisor, system } from './scene.ts';
import { openSite, type Site } from './site.ts';
import { smallMall } from './small-mall.ts';
import { watchOver } from './watch.ts';

/** A press of somebody, described by small numbers: whoever and whatever exists at that moment is chosen by remainder. */
type Press = { readonly what: number; readonly who: number; readonly which: number; readonly later: number };

const press: fc.Arbitrary<Press> = fc.record({
  what: fc.nat(49),
  who: fc.nat(5),
  which: fc.nat(30),
  later: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    // Long enough for the next call of a ticket.
    { weight: 4, arbitrary: fc.constant(0.5) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
});

// Few counters and services, so that presses meet.
export const desks = ['c1', 'c2', 'c3', 'c6', 'c9', 'c5'];
const services = [
  'civil-quick-1',
  'permits-quick-2',
  'bank-quick-1',
  'civil-quick-2',
  'civil-long-1',
  'permits-quick-1',
];
export const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function orderOf(site: Site, { what, who, which }: Press, now: number): readonly [Order, Actor] {
  const desk = at(desks, who) ?? 'c1';
  const officer = officerAt(desk);
  const service = (n: number) => at(services, n) ?? 'civil-quick-1';
  const tickets = listOf(site.hall().tickets).map(({ id }) => id);
  const counter = site.hall().counters[desk];
  const present = counter?.state === 'open' ? counter.ticketId : null;
  const any = at(tickets, which) ?? 'none';
  const withPresent = (step: TicketStep, ...serviceIds: string[]): readonly [Order, Actor] => [
    // Mostly the ticket at the desk; sometimes one that is none of this officer's business.
    { kind: 'step', ticketId: which % 7 === 0 ? any : (present ?? any), step, serviceIds },
    officer,
  ];
  const withAny = (step: TicketStep, actor: Actor): readonly [Order, Actor] => [
    { kind: 'step', ticketId: any, step },
    actor,
  ];
  const missed = listOf(site.hall().tickets).filter(({ state }) => state === 'no_show');
  const day = site.hall().day?.serviceDay ?? '2026-07-13';
  if (what < 8) {
    const priorityClass = which % 4 === 0 ? 'elderly' : which % 9 === 0 ? 'island' : null;
    const serviceIds = which % 5 === 0 ? [service(which), service(who)] : [service(which)];
    return [{ kind: 'issue', serviceIds, priorityClass }, kiosk];
  }
  if (what < 14 && counter?.state === 'closed' && which % 4 > 0)
    return [{ kind: 'counter', counterId: desk, step: { kind: 'open' } }, officer];
  if (what < 14) return [{ kind: 'call-next', counterId: desk }, officer];
  if (what < 19) return withPresent({ kind: 'recall' });
  switch (what) {
    case 19:
    case 20:
      return withPresent({ kind: 'start' });
    case 21:
    case 22:
      return withPresent({ kind: 'finish', outcome: 'done' });
    case 23:
    case 24:
    case 25:
      return withPresent({ kind: 'no-show' });
    case 26:
      return withPresent({ kind: 'park', minutes: which });
    case 27:
      return withPresent({ kind: 'transfer' }, service(which));
    case 28:
      return withPresent(
        { kind: 'forward', inOrder: which % 2 === 0, outcome: 'forwarded' },
        service(who),
        service(which),
      );
    case 29:
    case 30:
      return [{ kind: 'step', ticketId: at(missed, which)?.id ?? any, step: { kind: 'requeue' } }, reception];
    case 31:
      return which % 2 === 0
        ? withAny({ kind: 'resume' }, officer)
        : withAny({ kind: 'void', reason: 'print.notSent' }, kiosk);
    case 32:
      return withAny({ kind: 'cancel' }, which % 2 === 0 ? reception : officer);
    case 33:
      return [{ kind: 'call', counterId: desk, ticketId: tickets.at(-1 - (which % 3)) ?? any, why: 'other' }, officer];
    case 34:
    case 35:
      return [{ kind: 'counter', counterId: desk, step: { kind: 'open' } }, officer];
    case 36:
      if (counter?.state === 'paused' && which % 4 > 0)
        return [{ kind: 'counter', counterId: desk, step: { kind: 'resume-counter' } }, officer];
      return at(
        [
          [{ kind: 'counter', counterId: desk, step: { kind: 'pause', reason: 'meal' } }, officer],
          [{ kind: 'counter', counterId: desk, step: { kind: 'resume-counter' } }, officer],
          [{ kind: 'counter', counterId: desk, step: { kind: 'close' } }, officer],
          [
            { kind: 'counter', counterId: desk, step: { kind: 'change-track', track: 'long', reason: 'crowd' } },
            supervisor,
          ],
        ] as const,
        which,
      ) as readonly [Order, Actor];
    case 37: {
      const pauses = Object.keys(site.hall().pauses);
      const agencyId = at(['civil', null, 'permits'], which) ?? null;
      return pauses.length === 0 || which % 4 === 0
        ? [{ kind: 'start-pause', agencyId, reason: 'systemDown', until: null }, supervisor]
        : [{ kind: 'end-pause', pauseId: at(pauses, who) ?? '' }, supervisor];
    }
    case 38:
      return [{ kind: 'tick' }, system];
    case undoes[0]:
    case undoes[1]: {
      // Mostly the counter that has something to take back.
      const counterId = which % 4 === 0 ? desk : (site.lastStepAt() ?? desk);
      return [{ kind: 'undo', counterId }, officerAt(counterId)];
    }
    case 42:
    case 43:
      return withPresent({ kind: 'no-show' });
    case 44:
      return [{ kind: which % 2 === 0 ? 'note' : 'reprint', ticketId: present ?? any }, officer];
    case 45:
      return ofToday(site, { what, who, which, later: 0 }, now);
    case 46: {
      const agencyIds = at([null, ['civil', 'bank'], null, ['permits']], which) ?? null;
      if (which % 7 === 3) {
        const step = { kind: 'hand-over-counter', toCounterId: 'c3', agencyIds: ['civil'], reason: 'staff' } as const;
        return [{ kind: 'counter', counterId: desk, step }, supervisor];
      }
      return which % 3 === 0
        ? [{ kind: 'counter', counterId: desk, step: { kind: 'release-counter', reason: 'left' } }, supervisor]
        : [{ kind: 'counter', counterId: desk, step: { kind: 'assign-counter', agencyIds } }, supervisor];
    }
    case 47:
    case 48:
      return withPresent({ kind: 'recall' });
    case 49:
      return [{ kind: 'call-next', counterId: desk }, officer];
    default:
      if (site.hall().day?.state === 'open' && which % 4 > 0) return [{ kind: 'tick' }, system];
      return site.hall().day?.state === 'open'
        ? [{ kind: 'close-day' }, system]
        : [{ kind: 'open-day', serviceDay: dateAfter(day, who % 3 === 0 ? -1 : who % 2), by: 'hand' }, system];
  }
}

const undoes: readonly number[] = [40, 41];

/** What a supervisor changes for the day. */
function ofToday(site: Site, { who, which }: Press, now: number): readonly [Order, Actor] {
  const notice = at(Object.keys(site.hall().notices), which);
  const until = which % 4 === 0 ? null : now + minute;
  switch (which % 5) {
    case 0:
    case 1:
      return [
        { kind: 'set-quota', serviceId: at(services, who) ?? '', quota: which % 2 === 0 ? which : null },
        supervisor,
      ];
    case 2:
      return [{ kind: site.hall().ticketing === 'open' ? 'close-ticketing' : 'open-ticketing' }, supervisor];
    default:
      return notice === undefined
        ? [{ kind: 'post-notice', text: 'pesan', zoneId: null, until }, supervisor]
        : [{ kind: 'withdraw-notice', noticeId: notice }, supervisor];
  }
}

/** Runs the presses on an open mall whose halls are frozen; after each, the watch has looked and `then` may. */
export function live(presses: readonly Press[], then: (site: Site, now: number) => void): Site {
  const site = openSite(smallMall, { frozen: true });
  watchOver(site);
  let now = jakarta('2026-07-13', '08:00');
  const give = (order: Order, actor: Actor) => {
    const before = site.hall();
    const length = site.log.length;
    const next = smallMall.queues.map(({ id }) => site.nextNumber(id));
    const given = site.give(order, actor, now);
    if (!given.ok) {
      assert.equal(site.hall(), before, 'a refused command changes nothing');
      assert.equal(site.log.length, length);
      assert.deepEqual(
        smallMall.queues.map(({ id }) => site.nextNumber(id)),
        next,
        '[N2] a refused command takes no number',
      );
    }
  };
  give({ kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' }, system);
  for (const counterId of desks.slice(0, 3))
    give({ kind: 'counter', counterId, step: { kind: 'open' } }, officerAt(counterId));
  for (const one of presses) {
    // Whoever takes a step back does so at once, or too late.
    const isAtOnce = undoes.includes(one.what) && one.which % 5 > 0;
    now += isAtOnce ? 5_000 : one.later * minute;
    give(...orderOf(site, one, now));
    then(site, now);
  }
  return site;
}

/** One to several days of presses. */
export const days = fc.array(press, { minLength: 20, maxLength: 250, size: 'max' });
