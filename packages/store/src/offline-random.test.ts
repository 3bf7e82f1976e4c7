import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { emptyHall, evolve, listOf } from '@antrean/domain';
import fc from 'fast-check';
import { issueOf, Mall } from '../testing/mall.ts';
import { OfflineKiosk } from '../testing/offline-kiosk.ts';
import { minute, monday, mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';
import type { OfflineVisit } from './store.ts';

// A short range in the middle of the day's numbers, so that chance runs into it and through it.
const leases = { from: 9, to: 40, size: 4, keepFree: 1 };
const catalogue = { ...smallMall, rules: { ...smallMall.rules, leases } };
const kiosks = ['kiosk', 'other kiosk'] as const;

type Move =
  | { readonly do: 'online' | 'lease' | 'offline' | 'sync' | 'lostJournal'; readonly who: number }
  /** A press whose request may reach the server at any time, or never; its kiosk gives it up and prints alone. */
  | { readonly do: 'giveUp'; readonly who: number; readonly arrives: 'before' | 'after' | 'never' }
  | { readonly do: 'again'; readonly who: number };

const who = fc.nat(kiosks.length - 1);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('online', 'offline'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('lease', 'sync', 'again'), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('giveUp'),
      who,
      arrives: fc.constantFrom<'before' | 'after' | 'never'>('before', 'after', 'never'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lostJournal'), who }) },
);

/** One kiosk's side of the story, as its journal would hold it. */
class Side {
  readonly kiosk: OfflineKiosk;
  readonly papers: OfflineVisit[] = [];
  readonly abandoned: string[] = [];
  readonly onTheWay: string[] = [];

  constructor(mall: Mall, device: string) {
    this.kiosk = new OfflineKiosk(mall, device);
  }
}

test('[K1] [K2] [K5] [K6] however presses, leases, syncs and lost answers fall, numbers are unique and paper is kept', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-offline-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const reached = { merged: 0, voided: 0, jumped: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 60, maxLength: 90, size: 'max' }), async (moves) => {
      const file = path.join(folder, `${crypto.randomUUID()}.db`);
      const store = await openSqliteStore({ file, create: { catalogue, at: mondayMorning } });
      try {
        const mall = await Mall.on(store);
        const lost: Side[] = [];
        const sides = kiosks.map((device) => new Side(mall, device));
        const online: { readonly value: number; readonly visitId: string }[] = [];
        const ghosts = new Set<string>();
        const press = async (device: string, id = mall.nextId()) => {
          const given = await mall.give<'issue'>(mall.device(device), issueOf(['card']), id);
          if (given.ok)
            online.push({ value: Number(given.value.visit.number.slice(2)), visitId: given.value.visit.id });
          return given;
        };
        const sync = async (side: Side) => {
          const told = await side.kiosk.sync({ abandoned: [...side.abandoned], tickets: side.papers.slice(-50) });
          for (const { fate } of told.tickets) assert.ok(fate === 'stored' || fate === 'known', fate);
          return told;
        };
        for (const next of moves) {
          mall.now += minute;
          const side = sides[next.who];
          const device = kiosks[next.who];
          assert.ok(side && device);
          const prints = () => {
            const paper = side.kiosk.prints();
            if (paper) side.papers.push(paper);
          };
          switch (next.do) {
            case 'online':
              await press(device);
              break;
            case 'lease': {
              const given = await side.kiosk.ask('civil-quick', monday, 1 + (side.papers.length % 4));
              if (given.ok) side.kiosk.held.push({ ...given.value, next: given.value.from });
              break;
            }
            case 'offline':
              prints();
              break;
            case 'giveUp': {
              const id = mall.nextId();
              if (next.arrives === 'before') {
                const given = await press(device, id);
                if (given.ok) ghosts.add(given.value.visit.id);
              }
              side.abandoned.push(id);
              if (next.arrives === 'after') side.onTheWay.push(id);
              prints();
              break;
            }
            case 'sync':
              await sync(side);
              // A request that was still on its way comes after the tombstone.
              for (const id of side.onTheWay.splice(0)) {
                const given = await press(device, id);
                assert.equal(given.ok ? 'accepted' : given.error.code, 'command.abandoned');
                reached.refused += 1;
              }
              break;
            case 'again':
              // The same report twice: an answer was lost.
              assert.deepEqual((await sync(side)).tickets.length, Math.min(50, side.papers.length));
              break;
            case 'lostJournal':
              if (side.papers.length === 0) break;
              await sync(side);
              lost.push(side);
              sides[next.who] = new Side(mall, device);
              break;
          }
        }
        for (const side of sides) await sync(side);

        const papers = [...lost, ...sides].flatMap((side) => side.papers);
        const given = [...online.map(({ value }) => value), ...papers.map(({ value }) => value)];
        assert.equal(new Set(given).size, given.length, 'no number is given twice');
        const values = online.map(({ value }) => value);
        const expected = Array.from({ length: values.length }, (_, n) => (n < 8 ? n + 1 : n + 1 + 32));
        assert.deepEqual(values, expected, 'online numbers have no gap but the jump');
        for (const paper of papers) {
          const stored = await store.visitByStatusToken(paper.visitId);
          assert.deepEqual(
            [stored?.visit.number, stored?.visit.arrivedAt, stored?.tickets.map(({ id, state }) => [id, state])],
            [`BQ${String(paper.value).padStart(3, '0')}`, paper.issuedAt, [[paper.ticketIds[0], 'waiting']]],
          );
        }
        const hall = await store.hall();
        const events = await store.eventsAfter(0, 10_000);
        assert.deepEqual(hall, events.reduce(evolve, emptyHall(catalogue)));
        const waiting = new Set(listOf(hall.tickets).map(({ visitId }) => visitId));
        const real = [...online.filter(({ visitId }) => !ghosts.has(visitId)), ...papers].map(({ visitId }) => visitId);
        assert.deepEqual([...waiting].sort(), real.sort(), 'who holds paper waits, and nobody else');

        await mall.staff('one');
        const arrivals = [];
        for (let called = await mall.callNext('one'); called; called = await mall.callNext('one')) {
          arrivals.push(called.visit.arrivedAt);
          await mall.step(mall.at('one'), called.ticket.id, { kind: 'start' });
          await mall.step(mall.at('one'), called.ticket.id, { kind: 'finish', outcome: 'done' });
        }
        assert.deepEqual(
          arrivals,
          arrivals.toSorted((a, b) => a - b),
          'everybody is called by arrival',
        );
        assert.equal(arrivals.length, real.length);
        reached.merged += papers.length;
        reached.voided += ghosts.size;
        reached.jumped += values.length > 8 ? 1 : 0;
      } finally {
        await store.close();
        rmSync(file);
      }
    }),
    { numRuns: 8 },
  );
  // The stories must get somewhere, or they prove nothing.
  for (const [what, times] of Object.entries(reached)) assert.ok(times > 3, `${what}: ${times}`);
});
