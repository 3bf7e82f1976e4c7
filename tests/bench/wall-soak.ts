import { type Catalogue, listOf } from '@antrean/domain';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { give, type Mall, type Officer, openMall, read, signIn } from '../mall.ts';
import { sizes } from '../screens/browser.ts';

// A wall display through a day of the mall and the night after it, with its voice: npm run soak:wall -- 20000
// The calls of 24 hours come in the five that the mall is open, as fast as this machine gives them; the page's heap and DOM must stay flat.

const calls = Number(process.argv[2] ?? 20_000);
const looks = 10;
const hourMs = 3_600_000;
const openMs = 5 * hourMs;
const mostGrowth = { heapMb: 2, nodes: 400, listeners: 40 };

const mall = await openMall();
const { catalogue } = (await read(mall.url, { token: mall.demo.displayToken }, '/catalogue')).body as unknown as {
  readonly catalogue: Catalogue;
};
const held = new Map<string, string>();
const desks = await openDesks(mall, catalogue);
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
});
const page = await browser.newPage({ viewport: sizes.tv });
const faults: string[] = [];
page.on('pageerror', (error) => faults.push(error.message));
await page.goto(`${mall.url}/display/`);
await page.locator('.wall-main').waitFor();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');

// What is made once, fonts and clips and the first full board, is no growth.
await morning(Math.ceil(calls / 20));
const first = await look('after the first calls');
for (let n = 1; n <= looks; n += 1) {
  await morning(Math.ceil((calls * 0.95) / looks));
  await look(`${Math.round(n * (95 / looks) + 5)} % of ${calls} calls`);
}
// The doors close, the day ends, the next one opens.
for (let left = 19 * hourMs; left > 0; left -= hourMs / 4) {
  mall.clock.at += hourMs / 4;
  await pause(150);
}
await page.locator('.wall-main').waitFor();
await pause(3_000);
const last = await look('the next morning');
await browser.close();
await mall.close();

for (const fault of faults) console.error(fault);
const grown = (Object.keys(mostGrowth) as (keyof typeof mostGrowth)[]).filter(
  (name) => last[name] - first[name] > mostGrowth[name],
);
console.log(grown.length === 0 ? 'heap and DOM stayed flat' : `grew: ${grown.join(', ')}`);
process.exitCode = grown.length === 0 && faults.length === 0 ? 0 : 1;

/** So many calls, each with its visitor, one desk after the other. */
async function morning(count: number): Promise<void> {
  for (let n = 0; n < count; n += desks.length) {
    await Promise.all(desks.slice(0, count - n).map(serve));
    mall.clock.at += Math.round((openMs / calls) * Math.min(desks.length, count - n));
  }
}

async function serve({ desk, serviceId }: (typeof desks)[number]): Promise<void> {
  const { counterId } = desk;
  const ticketId = held.get(counterId);
  if (ticketId) {
    await must(give(mall.url, desk, 'start', { ticketId }, {}));
    await must(give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' }));
  }
  await must(give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: [serviceId] }));
  const called = await must(give(mall.url, desk, 'call-next', { counterId }, {}));
  held.set(counterId, (called.ticket as { readonly id: string }).id);
}

async function must(given: ReturnType<typeof give>) {
  const { status, body } = await given;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

async function look(what: string) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const found = {
    heapMb: value('JSHeapUsedSize') / 1_048_576,
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  };
  const waiting = listOf(mall.server.hall().tickets).length;
  console.log(
    `${what}: heap ${found.heapMb.toFixed(2)} MB, ${found.nodes} nodes, ${found.listeners} listeners, ${waiting} tickets alive`,
  );
  return found;
}

/** One desk for each queue that has a counter and no quota: numbers of a queue end at 999. */
async function openDesks(at: Mall, { counters, queues, services }: Catalogue) {
  const opened: { readonly desk: Officer; readonly serviceId: string }[] = [];
  const taken = new Set<string>();
  for (const { id, agencyIds, track } of counters) {
    const queue = queues.find((one) => one.track === track && agencyIds.includes(one.agencyId));
    const service = services.find(({ queueId, dailyQuota }) => queueId === queue?.id && dailyQuota === null);
    if (!service || !queue || taken.has(queue.id)) continue;
    taken.add(queue.id);
    const desk = await signIn(at, id);
    await give(at.url, desk, 'open', { counterId: id }, {});
    opened.push({ desk, serviceId: service.id });
  }
  return opened;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
