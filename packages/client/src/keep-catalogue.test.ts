import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueAnswer } from '@antrean/protocol';
import { handClock } from '../testing/hand-clock.ts';
import type { Answered } from './commands.ts';
import { keepCatalogue } from './keep-catalogue.ts';
import type { Live } from './live-hall.ts';

function smallStation(answers: Answered<CatalogueAnswer>[]) {
  const listeners = new Set<() => void>();
  let live: Live = { hall: null, link: { state: 'joining' } };
  let asked = 0;
  return {
    asked: () => asked,
    becomes(link: Live['link']) {
      live = { ...live, link };
      for (const listener of listeners) listener();
    },
    catalogue: async () => {
      asked += 1;
      return answers.shift() ?? { ok: false, error: { code: 'link.down' } as const };
    },
    live: {
      current: () => live,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      serverNow: () => 0,
      close: () => {},
    },
  };
}
const answer = (epoch: number): Answered<CatalogueAnswer> => ({
  ok: true,
  value: {
    epoch,
    now: 0,
    demo: false,
    mostUsed: [],
    publicUrl: 'http://mall',
    catalogue: {} as CatalogueAnswer['catalogue'],
  },
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a station that gets no answer asks for the catalogue again until it is there', async () => {
  const clock = handClock();
  const station = smallStation([{ ok: false, error: { code: 'link.down' } }, answer(1)]);
  const kept = keepCatalogue(station, clock);
  await turn();
  assert.equal(kept.current(), null);
  clock.move(2_000);
  await turn();
  assert.equal(kept.current()?.epoch, 1);
  assert.equal(clock.armed(), 0);
});

test('a link that comes back brings the catalogue of today', async () => {
  const station = smallStation([answer(1), answer(2), answer(3)]);
  const kept = keepCatalogue(station, handClock());
  await turn();
  let told = 0;
  kept.subscribe(() => {
    told += 1;
  });
  station.becomes({ state: 'live' });
  await turn();
  station.becomes({ state: 'lost', since: 0 });
  station.becomes({ state: 'live' });
  await turn();
  assert.equal(kept.current()?.epoch, 3);
  assert.equal(told, 2);
});

test('a machine that the server does not know is told so, and goes on by itself once it is enrolled', async () => {
  const clock = handClock();
  const station = smallStation([
    { ok: false, error: { code: 'access.expired' } },
    { ok: false, error: { code: 'link.down' } },
    answer(1),
  ]);
  const kept = keepCatalogue(station, clock);
  const told: boolean[] = [];
  kept.isUnknown.subscribe(() => told.push(kept.isUnknown.current()));
  await turn();
  for (let second = 0; second < 4; second += 2) {
    clock.move(2_000);
    await turn();
  }
  assert.deepEqual(told, [true, false]);
  assert.equal(kept.current()?.epoch, 1);
});

test('a server that is away is no server that does not know us', async () => {
  const kept = keepCatalogue(smallStation([]), handClock());
  await turn();
  assert.equal(kept.isUnknown.current(), false);
});

test('a closed page asks no more and keeps no alarm', async () => {
  const clock = handClock();
  const station = smallStation([]);
  const kept = keepCatalogue(station, clock);
  await turn();
  kept.close();
  assert.equal(clock.armed(), 0);
  station.becomes({ state: 'live' });
  assert.equal(station.asked(), 1);
});
