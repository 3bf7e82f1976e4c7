import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Catalogue } from '@antrean/domain';
import { listOf, lookUp, tracks } from '@antrean/domain';
import { openSqliteStore, referenceMall } from '@antrean/store';
import { give, mondayMorning, type Officer, openMall, signIn } from '../mall.ts';
import { openBoard } from '../screens/boards.ts';
import { openBrowser, sizes } from '../screens/browser.ts';

// Frames of the supervisor's board at 4× CPU slow-down: 60 counters, 100 queues, 2,000 visitors waiting, and events as fast as the
// demonstration's busiest day brings them at 60× (1,500 visits of five events in 330 minutes are 23 a second).

const waitingWanted = 2_000;
const eventsPerSecond = 25;
const seconds = Number(process.argv[2] ?? 30);
const slowDown = 4;

const folder = mkdtempSync(path.join(tmpdir(), 'antrean-board-'));
const catalogue = largeMall(referenceMall());
const store = await openSqliteStore({
  file: path.join(folder, 'antrean.db'),
  create: { catalogue, at: mondayMorning },
});
await store.close();
const mall = await openMall({ folder, at: mondayMorning + 60 * 60_000 });
const random = seeded(7);
const officers: Officer[] = [];
for (const { id } of catalogue.counters) {
  const officer = await signIn(mall, id);
  await give(mall.url, officer, 'open', { counterId: id }, {});
  officers.push(officer);
}
for (let left = waitingWanted; left > 0; left -= 50) {
  await Promise.all(Array.from({ length: 50 }, issue));
  mall.clock.at += 20_000;
}

const browser = await openBrowser();
const { page } = await openBoard(browser, mall, 'id', sizes.counter);
await page.locator('.queue-row').first().waitFor();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
await pause(3_000);
await page.evaluate(() => {
  const seen = { frames: [] as number[], slow: [] as number[], tasks: [] as number[] };
  Object.assign(globalThis, { seen });
  const note = (type: string, into: number[]) =>
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) into.push(duration);
    }).observe({ type });
  note('long-animation-frame', seen.slow);
  note('longtask', seen.tasks);
  let last = performance.now();
  const frame = (now: number) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
const before = mall.server.hall().seq;
const started = performance.now();
while (performance.now() - started < seconds * 1_000) {
  await Promise.all([oneStep(), pause(1_000 / eventsPerSecond)]);
  mall.clock.at += 60_000 / eventsPerSecond;
}
const events = mall.server.hall().seq - before;
const took = (performance.now() - started) / 1_000;
const seen = await page.evaluate(
  () => Reflect.get(globalThis, 'seen') as { frames: number[]; slow: number[]; tasks: number[] },
);
const hall = mall.server.hall();
const waiting = listOf(hall.tickets).filter(({ state }) => state === 'waiting').length;
await browser.close();
await mall.close();
rmSync(folder, { recursive: true, force: true });

const sorted = seen.frames.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1);
const most = (times: readonly number[]) => Math.max(0, ...times).toFixed(0);
console.log(
  `${catalogue.counters.length} counters, ${catalogue.queues.length} queues, ${waiting} waiting, ${(events / took).toFixed(1)} events a second, CPU ${slowDown}× slower`,
);
console.log(
  `between frames: n ${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`,
);
console.log(`frames whose work took over 50 ms: ${seen.slow.length}, longest ${most(seen.slow)} ms`);
console.log(`tasks over 50 ms: ${seen.tasks.length}, longest ${most(seen.tasks)} ms`);
if (seen.slow.length > 0 || seen.tasks.length > 0) process.exitCode = 1;

/** The next thing that happens at a counter, or a visitor who comes in place of one who went. */
async function oneStep(): Promise<void> {
  const officer = officers[Math.floor(random() * officers.length)];
  const counter = officer && mall.server.hall().counters[officer.counterId];
  if (!officer || counter?.state !== 'open') return;
  if (counter.ticketId === null) {
    await Promise.all([give(mall.url, officer, 'call-next', { counterId: counter.id }, {}), issue()]);
    return;
  }
  const ticketId = counter.ticketId;
  if (lookUp(mall.server.hall().tickets, ticketId)?.state === 'called')
    await give(mall.url, officer, 'start', { ticketId }, {});
  else await give(mall.url, officer, 'finish', { ticketId }, { outcome: 'done' });
}

async function issue(): Promise<void> {
  const service = catalogue.services[Math.floor(random() * catalogue.services.length)];
  if (service) await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: [service.id] });
}

/** The reference mall with agencies, services and counters repeated up to 100 queues and 60 counters. */
function largeMall(mall: Catalogue): Catalogue {
  const agencies = Array.from({ length: 34 }, (_, i) => {
    const like = mall.agencies[i % mall.agencies.length] ?? missing();
    return i < mall.agencies.length ? like : { ...like, id: `${like.id}${i}`, letter: `${like.letter}${i}` };
  });
  const queues = agencies.flatMap(({ id, letter }) =>
    tracks.map((track) => ({
      id: `${id}-${track}`,
      agencyId: id,
      track,
      prefix: `${letter}${track[0]?.toUpperCase()}`,
      digits: 3,
    })),
  );
  const [model] = mall.services;
  const services = queues.slice(0, 100).map(({ id, agencyId, track }) => ({
    ...(model ?? missing()),
    id: `${id}-1`,
    agencyId,
    queueId: id,
    track,
    dailyQuota: null,
  }));
  // Each track of two agencies has a counter, and three pairs have two.
  const counters = Array.from({ length: 60 }, (_, i) => {
    const pair = (Math.floor(i / tracks.length) * 2) % agencies.length;
    return {
      ...(mall.counters[i % mall.counters.length] ?? missing()),
      id: `counter-${i + 1}`,
      name: String(i + 1),
      agencyIds: agencies.slice(pair, pair + 2).map(({ id }) => id),
      track: tracks[i % tracks.length] ?? missing(),
    };
  });
  return { ...mall, agencies, queues: queues.slice(0, 100), services, counters };
}

function missing(): never {
  throw new Error('the reference mall is empty');
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
