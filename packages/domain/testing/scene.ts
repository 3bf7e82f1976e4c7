import assert from 'node:assert/strict';
import type { Actor } from '../src/access.ts';
import type { Catalogue, Track } from '../src/catalogue.ts';
import type { CounterStep } from '../src/counter-steps.ts';
import type { Recorded } from '../src/events.ts';
import type { Counter, Hall, Ticket } from '../src/hall.ts';
import { lookUp } from '../src/register.ts';
import type { RefusalCode } from '../src/result.ts';
import { dateAfter } from '../src/site-time.ts';
import type { TicketStep } from '../src/ticket-steps.ts';
import type { Order } from './order.ts';
import { openSite, type Site } from './site.ts';
import { smallMall } from './small-mall.ts';

export const minute = 60_000;

/** Epoch milliseconds of a wall time in Jakarta, which is seven hours ahead all year. */
export function jakarta(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  let days = 0;
  for (let day = '2026-07-13'; day < date; day = dateAfter(day, 1)) days += 1;
  // Midnight in Jakarta that begins Monday 13 July 2026.
  return 1_783_875_600_000 + (days * 24 * 60 + hours * 60 + minutes) * minute;
}

export const officerAt = (counterId: string): Actor => ({
  roles: ['counter', 'officer', 'picker'],
  deviceId: `device-${counterId}`,
  officerId: `officer-${counterId}`,
  counterId,
});
const station = (role: 'kiosk' | 'reception' | 'supervisor' | 'manager' | 'system'): Actor => ({
  roles: [role],
  deviceId: role,
  officerId: null,
  counterId: null,
});
export const kiosk = station('kiosk');
export const reception = station('reception');
export const supervisor = station('supervisor');
export const manager = station('manager');
export const system = station('system');

/** A mall in which a test says what happens, one line for each act. What should succeed throws when it is refused. */
export type Scene = {
  readonly site: Site;
  now(): number;
  hall(): Hall;
  ticket(id: string): Ticket;
  counter(id: string): Counter;
  passes(minutes: number): void;
  /** Calls again as soon as the rule allows. */
  recalls(ticketId: string): void;
  gives(order: Order, actor?: Actor): readonly Recorded[];
  refuses(code: RefusalCode, order: Order, actor?: Actor): void;
  /** Takes a number; gives back the ids of its tickets. */
  arrives(serviceIds: string | readonly string[], priorityClass?: string): readonly [string, ...string[]];
  numberOf(ticketId: string): string;
  opens(...counterIds: string[]): void;
  /** Calls the next; gives back the ticket's id, null when nobody waits. */
  calls(counterId: string): string | null;
  /** The officer of the ticket's counter takes a step with it. */
  steps(ticketId: string, step: TicketStep, serviceIds?: readonly string[], actor?: Actor): readonly Recorded[];
  /** Calls the next and serves them to the end. */
  serves(counterId: string): string | null;
  /** Called three times, never came. */
  misses(ticketId: string): void;
  atCounter(counterId: string, step: CounterStep): void;
  changesTrack(counterId: string, track: Track): void;
};

/** Monday 13 July 2026, eight in the morning, the day opened by the calendar, counters still closed. */
export function openScene(catalogue: Catalogue = smallMall): Scene {
  const site = openSite(catalogue, { frozen: true });
  let at = jakarta('2026-07-13', '08:00');
  const actorFor = (order: Order): Actor => {
    if (order.kind === 'issue') return kiosk;
    if (order.kind === 'tick' || order.kind === 'open-day' || order.kind === 'close-day') return system;
    if ('counterId' in order) return officerAt(order.counterId);
    if (!('ticketId' in order)) return supervisor;
    if (order.kind === 'step' && order.step.kind === 'void') return kiosk;
    const held = lookUp(site.hall().tickets, order.ticketId);
    return held && 'counterId' in held ? officerAt(held.counterId) : reception;
  };
  const waitsForVisitor = () => {
    at += catalogue.rules.callEverySeconds * 1_000;
  };
  const scene: Scene = {
    site,
    now: () => at,
    hall: site.hall,
    ticket(id) {
      const row = site.rows.tickets.get(id);
      assert.ok(row, `no ticket ${id}`);
      return row;
    },
    counter(id) {
      const counter = site.hall().counters[id];
      assert.ok(counter, `no counter ${id}`);
      return counter;
    },
    passes(minutes) {
      at += minutes * minute;
    },
    recalls(ticketId) {
      waitsForVisitor();
      scene.steps(ticketId, { kind: 'recall' });
    },
    gives(order, actor = actorFor(order)) {
      const given = site.give(order, actor, at);
      assert.ok(given.ok, `${JSON.stringify(order)} is refused: ${JSON.stringify(given)}`);
      return given.value;
    },
    refuses(code, order, actor = actorFor(order)) {
      const before = site.hall();
      const given = site.give(order, actor, at);
      assert.equal(given.ok ? 'accepted' : given.error.code, code, JSON.stringify(order));
      assert.equal(site.hall(), before);
    },
    arrives(serviceIds, priorityClass) {
      const order = { kind: 'issue', serviceIds: [serviceIds].flat(), priorityClass: priorityClass ?? null } as const;
      const [first, ...more] = scene.gives(order).flatMap((e) => (e.type === 'ticket.issued' ? [e.ticketId] : []));
      assert.ok(first);
      return [first, ...more];
    },
    numberOf(ticketId) {
      const visit = lookUp(site.hall().visits, scene.ticket(ticketId).visitId);
      assert.ok(visit, `the visit of ${ticketId} is over`);
      return visit.number;
    },
    opens(...counterIds) {
      for (const counterId of counterIds) scene.gives({ kind: 'counter', counterId, step: { kind: 'open' } });
    },
    calls(counterId) {
      const called = scene.gives({ kind: 'call-next', counterId })[0];
      return called?.type === 'ticket.called' ? called.ticketId : null;
    },
    steps(ticketId, step, serviceIds = [], actor = undefined) {
      return scene.gives({ kind: 'step', ticketId, step, serviceIds }, actor);
    },
    serves(counterId) {
      const ticketId = scene.calls(counterId);
      if (ticketId === null) return null;
      scene.steps(ticketId, { kind: 'start' });
      scene.steps(ticketId, { kind: 'finish', outcome: 'done' });
      return ticketId;
    },
    misses(ticketId) {
      for (let calls = 1; calls < catalogue.rules.callsBeforeNoShow; calls += 1) scene.recalls(ticketId);
      waitsForVisitor();
      scene.steps(ticketId, { kind: 'no-show' });
    },
    atCounter(counterId, step) {
      scene.gives({ kind: 'counter', counterId, step });
    },
    changesTrack(counterId, track) {
      const step: CounterStep = { kind: 'change-track', track, reason: 'crowd' };
      scene.gives({ kind: 'counter', counterId, step }, supervisor);
    },
  };
  scene.gives({ kind: 'open-day', serviceDay: '2026-07-13', by: 'calendar' });
  return scene;
}
