import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { emptyHall, evolve, type Hall, listOf, type Outcome, type Ticket, type TicketStep } from '@antrean/domain';
import fc from 'fast-check';
import { issueOf, Mall } from '../testing/mall.ts';
import { OfflineKiosk } from '../testing/offline-kiosk.ts';
import { minute, mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import type { Caller, OfflineVisit, Order, Store } from './store.ts';

// One call is enough for a no-show here, so that chance gets as far as a visitor who reports back.
const catalogue = { ...smallMall, rules: { ...smallMall.rules, callsBeforeNoShow: 1, callEverySeconds: 0 } };
const serviceIds = smallMall.services.map(({ id }) => id);
const counterIds = smallMall.counters.map(({ id }) => id);
const days = ['2026-07-13', '2026-07-14', '2026-07-15'];

type Move =
  | { readonly do: 'issue'; readonly services: readonly string[]; readonly elderly: boolean }
  | { readonly do: 'call'; readonly at: number }
  | { readonly do: 'pick'; readonly at: number; readonly ticket: number }
  | {
      readonly do: 'step';
      readonly at: number;
      readonly ticket: number;
      readonly step: TicketStep;
      readonly to: readonly string[];
    }
  | { readonly do: 'counter'; readonly at: number; readonly what: number }
  | { readonly do: 'pause'; readonly at: number; readonly agency: string | null; readonly minutes: number | null }
  | { readonly do: 'resume' }
  | { readonly do: 'undo' | 'paper'; readonly at: number }
  | { readonly do: 'today'; readonly at: number; readonly what: number; readonly service: string }
  | { readonly do: 'day'; readonly open: boolean; readonly which: number }
  | { readonly do: 'wait'; readonly minutes: number }
  /** A kiosk without the server: a lease for one of the days, a number from it, and a report of all it has, in which one number reached nobody. */
  | { readonly do: 'alone'; readonly services: readonly string[]; readonly which: number; readonly untaken: boolean };

type Alone = Extract<Move, { readonly do: 'alone' }>;
type Press = Exclude<Move, Alone>;

// Most happens at one counter, so that a visitor gets from call to finish.
const at = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(counterIds.length - 1) });
const services = fc.uniqueArray(fc.constantFrom(...serviceIds), { minLength: 1, maxLength: 3 });
const plain = (...kinds: readonly ('start' | 'recall' | 'no-show' | 'resume' | 'requeue' | 'cancel')[]) =>
  fc.constantFrom(...kinds).map((kind): TicketStep => ({ kind }));
const step: fc.Arbitrary<TicketStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: plain('start', 'recall', 'no-show', 'no-show', 'resume', 'requeue', 'cancel', 'requeue', 'requeue'),
  },
  { weight: 4, arbitrary: plain('start') },
  { weight: 1, arbitrary: fc.constant<TicketStep>({ kind: 'transfer' }) },
  { weight: 1, arbitrary: fc.constant<TicketStep>({ kind: 'void', reason: 'print.notSent' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Outcome>('done', 'papersMissing')
      .map((outcome): TicketStep => ({ kind: 'finish', outcome })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }).map((minutes): TicketStep => ({ kind: 'park', minutes })) },
  {
    weight: 4,
    arbitrary: fc.boolean().map((inOrder): TicketStep => ({ kind: 'forward', inOrder, outcome: 'forwarded' })),
  },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('issue'), services, elderly: fc.boolean() }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('call'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pick'), at, ticket: fc.nat() }) },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('step'), at, ticket: fc.nat(), step, to: services }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('counter'), at, what: fc.nat(7) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('paper'), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('today'), at, what: fc.nat(5), service: fc.constantFrom(...serviceIds) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pause'),
      at,
      agency: fc.constantFrom(null, 'civil', 'tax'),
      minutes: fc.option(fc.integer({ min: 1, max: 30 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'resume' } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('day'), open: fc.boolean(), which: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('alone'), services, which: fc.nat(2), untaken: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 15 }) }) },
);

test('whatever people do, the rows of the hall and the fold of the log agree after each command', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-differential-'));
  t.after(() => rmSync(folder, { recursive: true }));
  let accepted = 0;
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 100, maxLength: 120, size: 'max' }), async (moves) => {
      const file = path.join(folder, `${crypto.randomUUID()}.db`);
      const store = await openSqliteStore({ file, create: { catalogue, at: mondayMorning } });
      try {
        const mall = await Mall.on(store);
        const kiosk = new OfflineKiosk(mall);
        const papers: OfflineVisit[] = [];
        let view = (await store.eventsAfter(0, 10)).reduce(evolve, emptyHall(catalogue));
        for (const next of moves) {
          const seqBefore = view.seq;
          if (next.do === 'alone') await standAlone(kiosk, papers, next);
          else if (await play(mall, next)) accepted += 1;
          for (const event of await store.eventsAfter(seqBefore, 10_000)) {
            reached.add(event.type);
            view = evolve(view, event);
          }
          assert.deepEqual(await store.hall(), view);
        }
        assert.equal(await store.firstBrokenLink(), null);
      } finally {
        await store.close();
        rmSync(file);
      }
    }),
    { numRuns: 16, seed: 1_308_2026 },
  );
  // The sequences must get somewhere, or they prove nothing.
  assert.ok(accepted > 200, `${accepted} accepted`);
  for (const type of [
    'ticket.lapsed',
    'lease.granted',
    'lease.ended',
    'ticket.forwarded',
    'ticket.requeued',
    'ticket.resumed',
    'ticket.transferred',
    'ticket.voided',
    ...newer,
  ])
    assert.ok(reached.has(type), `never reached ${type}`);
});

async function standAlone(kiosk: OfflineKiosk, papers: OfflineVisit[], next: Alone) {
  const { mall } = kiosk;
  const queueId = smallMall.services.find(({ id }) => id === next.services[0])?.queueId ?? '';
  const lease = await kiosk.ask(queueId, days[next.which], 2);
  if (lease.ok) kiosk.held.push({ ...lease.value, next: lease.value.from });
  const paper = kiosk.prints(next.services);
  if (paper) papers.push(paper);
  mall.now += minute;
  const untaken = next.untaken ? papers.slice(-2, -1).map(({ visitId }) => visitId) : [];
  const told = await kiosk.sync({ tickets: papers.slice(-50), untaken });
  for (const { fate } of told.tickets) assert.notEqual(fate, 'refused');
}

const newer = [
  ...['ticket.undone', 'ticket.released', 'ticket.noted', 'ticket.reprintAsked', 'counter.assigned', 'quota.changed'],
  ...['ticketing.closed', 'ticketing.opened', 'notice.posted', 'notice.withdrawn'],
];

async function play(mall: Mall, next: Press): Promise<boolean> {
  if (next.do === 'wait') mall.now += next.minutes * minute;
  const counterId = 'at' in next ? (counterIds[next.at] ?? '') : '';
  const order = await orderOf(mall.store, next, counterId);
  if (!order) return false;
  const caller = await callerOf(mall, next, counterId);
  return (await mall.give(caller, order)).ok;
}

async function callerOf(mall: Mall, next: Press, counterId: string): Promise<Caller> {
  if (next.do === 'issue' || (next.do === 'step' && next.step.kind === 'void')) return mall.device('kiosk');
  if (counterId === '') return mall.system();
  const caller = mall.at(counterId);
  const token = caller.kind === 'station' ? caller.sessionTokenHash : null;
  if (token === null || !(await mall.store.sessionByTokenHash(token, mall.now)))
    await mall.signIn(counterId, `officer ${counterId}`, ['officer', 'picker', 'supervisor']);
  return mall.at(counterId);
}

async function orderOf(store: Store, next: Press, counterId: string): Promise<Order | undefined> {
  const hall = await store.hall();
  // Mostly a ticket that the step fits, else any that lives.
  const counter = hall.counters[counterId];
  const held = counter?.state === 'open' ? counter.ticketId : null;
  const living = listOf(hall.tickets)
    .map(({ id }) => id)
    .sort();
  const any = 'ticket' in next ? (living[next.ticket % Math.max(1, living.length)] ?? 'nobody') : '';
  switch (next.do) {
    case 'issue':
      return issueOf(next.services, next.elderly ? 'elderly' : null);
    case 'call':
      return counter?.state === 'closed'
        ? { kind: 'counter', counterId, step: { kind: 'open' } }
        : { kind: 'call-next', counterId };
    case 'pick':
      return { kind: 'call', counterId, ticketId: any, why: 'other' };
    case 'step':
      return {
        kind: 'step',
        ticketId: next.ticket % 4 ? (fitting(hall, next.step, held) ?? any) : any,
        step: next.step,
        serviceIds: next.to,
      };
    case 'counter': {
      const step = [
        { kind: 'open' },
        { kind: 'pause', reason: 'meal' },
        { kind: 'resume-counter' },
        { kind: 'close' },
        { kind: 'change-track', track: 'long', reason: 'crowd' },
        { kind: 'assign-counter', agencyIds: hall.counters[counterId]?.agencyIds ? null : ['tax', 'civil'] },
        { kind: 'release-counter', reason: 'left' },
        { kind: 'hand-over-counter', toCounterId: 'five', agencyIds: ['tax'], reason: 'staff' },
      ] as const;
      return { kind: 'counter', counterId, step: step[next.what] ?? step[0] };
    }
    case 'undo':
      return { kind: 'undo', counterId };
    case 'paper':
      return hall.seq % 2 === 0
        ? { kind: 'note', ticketId: held ?? any, text: 'membawa kursi roda' }
        : { kind: 'reprint', ticketId: held ?? any };
    case 'today':
      return ofToday(hall, next);
    case 'pause': {
      const until = next.minutes === null ? null : Date.parse('2026-07-13T08:00:00+07:00') + next.minutes * minute;
      return { kind: 'start-pause', agencyId: next.agency, reason: 'meeting', until };
    }
    case 'resume': {
      const pause = Object.keys(hall.pauses)[0];
      return pause === undefined ? undefined : { kind: 'tick' };
    }
    case 'day':
      return next.open ? { kind: 'open-day', serviceDay: days[next.which] ?? '', by: 'hand' } : { kind: 'close-day' };
    case 'wait':
      return { kind: 'tick' };
  }
}

function ofToday(hall: Hall, { what, service }: Extract<Move, { readonly do: 'today' }>): Order {
  const notice = Object.keys(hall.notices)[0];
  if (what === 0) return { kind: 'set-quota', serviceId: service, quota: 2 };
  if (what === 1) return { kind: 'set-quota', serviceId: service, quota: null };
  if (what < 4) return { kind: hall.ticketing === 'open' ? 'close-ticketing' : 'open-ticketing' };
  if (what === 4 && notice !== undefined) return { kind: 'withdraw-notice', noticeId: notice };
  const until = mondayMorning + (hall.seq % 60) * minute;
  return { kind: 'post-notice', text: 'Pesan', textEn: 'Message', zoneId: null, until };
}

function fitting(hall: Hall, { kind }: TicketStep, held: string | null): string | null {
  const inState = (state: Ticket['state']) => listOf(hall.tickets).find((ticket) => ticket.state === state)?.id;
  if (kind === 'requeue') return inState('no_show') ?? null;
  if (kind === 'resume') return inState('parked') ?? null;
  return kind === 'void' ? (inState('waiting') ?? null) : held;
}
