import { give, openMall } from '../mall.ts';
import { openBrowser, sizes } from '../screens/browser.ts';
import { callNext, openCounter, takeNumber } from '../screens/calls.ts';

// Frames of a wall display while calls come in, at 4× CPU slow-down: npm run bench:wall-frames -- 20
// What the page itself costs is told apart from what this machine can draw at all: the same page at rest is measured beside it.

const calls = Number(process.argv[2] ?? 20);
const slowDown = 4;
// The new row lights up for 2.7 seconds.
const transitionMs = 2_700;

const mall = await openMall();
const desk = await openCounter(mall, 'counter-1');
const browser = await openBrowser();
// The tests of screens ask for less motion; here the motion is what is measured.
const context = await browser.newContext({ viewport: sizes.tv, reducedMotion: 'no-preference' });
const page = await context.newPage();
await page.goto(`${mall.url}/display/?voice=off`);
await page.locator('.wall-main').waitFor();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
await page.evaluate(() => {
  const seen = { at: [] as number[], long: [] as { readonly at: number; readonly ms: number }[] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.long.push({ at: startTime, ms: duration });
  }).observe({ type: 'long-animation-frame' });
  const frame = (now: number) => {
    seen.at.push(now);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
/** What the page's thread has worked so far, milliseconds; of its own time, so that a busy machine does not add to it. */
async function worked() {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1_000;
  return {
    script: ms('ScriptDuration'),
    style: ms('RecalcStyleDuration'),
    layout: ms('LayoutDuration'),
    all: ms('TaskDuration'),
  };
}
const now = () => page.evaluate(() => performance.now());

await pause(3_000);
const restFrom = await now();
await pause(transitionMs);
const rest = { from: restFrom, to: restFrom + transitionMs };
const work = await worked();
const windows: { readonly from: number; readonly to: number }[] = [];
for (let n = 0; n < calls; n += 1) {
  const { number } = await takeNumber(mall, [`DKC-0${(n % 5) + 1}`]);
  const ticketId = await callNext(mall, desk);
  await page.locator('.big-row-new', { hasText: number }).waitFor();
  const to = (await now()) + transitionMs;
  windows.push({ from: to - transitionMs - 150, to });
  await pause(transitionMs + 300);
  await give(mall.url, desk, 'start', { ticketId }, {});
  await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' });
  mall.clock.at += 13_000;
}
const after = await worked();
const seen = await page.evaluate(
  () => Reflect.get(globalThis, 'seen') as { at: number[]; long: { at: number; ms: number }[] },
);
await browser.close();
await mall.close();

const within = (at: number) => windows.some(({ from, to }) => at >= from && at <= to);
const perSecond = ({ from, to }: (typeof windows)[number]) =>
  (seen.at.filter((at) => at >= from && at <= to).length * 1_000) / (to - from);
const rates = windows.map(perSecond).toSorted((a, b) => a - b);
const gaps = seen.at.flatMap((at, i) => (within(at) ? at - (seen.at[i - 1] ?? at) : [])).toSorted((a, b) => a - b);
const share = (of: readonly number[], part: number) => of[Math.min(of.length - 1, Math.floor(part * of.length))] ?? 0;
console.log(`${calls} calls, CPU ${slowDown}× slower; the page at rest: ${perSecond(rest).toFixed(1)} frames a second`);
console.log(`in the transition: p50 ${share(rates, 0.5).toFixed(1)}, lowest ${rates[0]?.toFixed(1)} frames a second`);
console.log(
  `between frames: p50 ${share(gaps, 0.5).toFixed(1)}, p99 ${share(gaps, 0.99).toFixed(1)}, longest ${gaps.at(-1)?.toFixed(1)} ms`,
);
const part = (name: keyof typeof work) => `${name} ${((after[name] - work[name]) / calls).toFixed(0)} ms`;
console.log(
  `work for each call and the three seconds after it: ${(['script', 'style', 'layout', 'all'] as const).map(part).join(', ')}`,
);
const long = seen.long.filter(({ at }) => within(at));
console.log(
  `frames whose work took over 50 ms: ${long.length}, longest ${Math.max(0, ...long.map(({ ms }) => ms)).toFixed(0)} ms`,
);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
