import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Hall, isAtCounter, listOf, type Recorded } from '@antrean/domain';
import { openSqliteStore, referenceMall } from '@antrean/store';
import { type Play, startPlay } from '../../scripts/demo/play-day.ts';
import { give, type Mall, mondayMorning, openMall, signIn, signInBoard } from '../mall.ts';

async function play(
  t: TestContext,
  visits: number,
  seed: number,
  before: (mall: Mall) => Promise<void> = async () => {},
): Promise<Play & { readonly mall: Mall }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-played-'));
  // Three real seconds between two calls would be two hours of a day played so fast.
  const catalogue = referenceMall();
  const rules = { ...catalogue.rules, callEverySeconds: 0 };
  const file = path.join(folder, 'antrean.db');
  await (await openSqliteStore({ file, create: { catalogue: { ...catalogue, rules }, at: mondayMorning } })).close();
  const mall = await openMall({ folder });
  t.after(async () => {
    await mall.close();
    rmSync(folder, { recursive: true });
  });
  await before(mall);
  const started = await startPlay({ server: mall.url, speed: 2_400, visits, seed, day: 'sat', minutes: null });
  if (typeof started === 'string') throw new Error(started);
  return { ...started, mall };
}

async function happened({ url, demo }: Mall): Promise<ReadonlySet<string>> {
  const answer = await fetch(`${url}/api/v1/events?after=0&limit=1000`, {
    headers: { authorization: `Bearer ${demo.displayToken}` },
  });
  const { events } = (await answer.json()) as { readonly events: readonly Recorded[] };
  return new Set(events.map(({ type }) => type));
}

/** Lets the played day go on until the hall is like this. */
async function goOn({ clock, hall }: Play, condition: (hall: Hall) => boolean): Promise<void> {
  for (let now = hall(); !now || !condition(now); now = hall()) await clock.pause(1);
}

const openCounters = ({ server }: Mall) =>
  Object.values(server.hall().counters).flatMap(({ id, state }) => (state === 'closed' ? [] : [id]));

test('a played Saturday serves everyone who came, and leaves the counters closed', { timeout: 90_000 }, async (t) => {
  const { finished, figures, mall } = await play(t, 60, 2);
  assert.equal(await finished, null);
  const { issued, served, missed } = figures.totals();
  assert.ok(issued >= 60, `${issued} issued`);
  assert.equal(served + missed, issued);
  assert.match(figures.report(), /Numbers given twice: 0/);
  assert.deepEqual(openCounters(mall), []);
  assert.ok(listOf(mall.server.hall().tickets).every(({ state }) => state === 'no_show'));
  const seen = await happened(mall);
  for (const type of ['ticket.recalled', 'ticket.noShow', 'ticket.transferred', 'ticket.forwarded', 'counter.paused'])
    assert.ok(seen.has(type), `no ${type} in the whole day`);
});

test('a day ended by hand serves those at the counters to the end and closes, but for a desk that somebody took over', {
  timeout: 90_000,
}, async (t) => {
  const played = await play(t, 40, 4);
  const { mall, clock, finished } = played;
  const counterId = 'counter-1';
  await goOn(
    played,
    ({ counters, tickets }) =>
      counters[counterId]?.state === 'open' && listOf(tickets).some(({ state }) => state === 'serving'),
  );
  const officer = await signIn(mall, counterId);
  clock.end();
  assert.equal(await finished, null);
  const atCounters = listOf(mall.server.hall().tickets).filter(
    (ticket) => isAtCounter(ticket) && ticket.counterId !== counterId,
  );
  assert.deepEqual(atCounters, []);
  assert.deepEqual(openCounters(mall), [counterId]);
  assert.notEqual((await give(mall.url, officer, 'recall', { ticketId: 'nobody' }, {})).body.code, 'access.expired');
});

test('a played day goes on, and can be ended, while one of the agencies of a shared counter rests', {
  timeout: 90_000,
}, async (t) => {
  const played = await play(t, 60, 2, async (mall) => {
    const body = { agencyId: 'POL', reason: 'systemDown', until: null };
    assert.equal((await give(mall.url, await signInBoard(mall), 'start-pause', {}, body)).status, 201);
  });
  const { clock, figures, finished } = played;
  while (figures.totals().served < 8) await clock.pause(1);
  clock.end();
  assert.equal(await finished, null);
});
