import { openKillableMall } from '../faults/killable-mall.ts';
import { give } from '../mall.ts';
import { openBrowser, openPage, sizes } from '../screens/browser.ts';

// From the key on "next" to the number on the officer's screen, in real Chromium against a real server process: until it stands in
// the page, and until the frame with it is painted.

const presses = 200;
const counterId = 'counter-3';

const mall = await openKillableMall();
const url = `http://127.0.0.1:${mall.port()}`;
for (let n = 0; n < presses; n += 1) {
  const taken = await give(url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: [`DKC-0${(n % 5) + 1}`] });
  if (taken.status !== 201) throw new Error(JSON.stringify(taken));
}
const browser = await openBrowser();
const { page } = await openPage(browser, `${url}/counter/?counter=${counterId}`, sizes.counter);
await page.locator('.entry-submit').click();
await page.locator('.action-main:not([aria-disabled])', { hasText: 'Buka loket' }).click();
const session = String(
  await page.evaluate(() => JSON.parse(sessionStorage.getItem('antrean.session') ?? '{}').token as unknown),
);
const desk = mall.demo.counters.find((counter) => counter.counterId === counterId);
const officer = { token: desk?.token ?? '', session };

await page.evaluate(() => {
  const times: { shown: number; painted: number }[] = [];
  Object.assign(window, { times });
  let pressedAt = 0;
  addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (pressedAt === 0 || !document.querySelector('.calls-line')) return;
    const since = pressedAt;
    const shown = performance.now() - since;
    pressedAt = 0;
    // The task after the frame's callback runs when that frame has been handed over.
    requestAnimationFrame(() => setTimeout(() => times.push({ shown, painted: performance.now() - since })));
  }).observe(document.body, { subtree: true, childList: true });
});
for (let n = 0; n < presses; n += 1) {
  await page.locator('.action-main:not([aria-disabled])', { hasText: 'Panggil berikutnya' }).waitFor();
  await page.keyboard.press('Space');
  await page.locator('.calls-line').waitFor();
  const id = await atCounter();
  await command('start', { ticketId: id }, {});
  await command('finish', { ticketId: id }, { outcome: 'done' });
}
const times = await page.evaluate(() => Reflect.get(window, 'times') as { shown: number; painted: number }[]);
await browser.close();
await mall.close();
for (const moment of ['shown', 'painted'] as const) {
  const sorted = times.map((time) => time[moment]).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]?.toFixed(1);
  console.log(
    `${moment}: n ${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`,
  );
}

async function atCounter(): Promise<string> {
  const response = await fetch(`${url}/api/v1/counters`, { headers: { authorization: `Bearer ${officer.token}` } });
  const { counters } = (await response.json()) as { counters: { id: string; ticketId: string | null }[] };
  return counters.find(({ id }) => id === counterId)?.ticketId ?? '';
}

async function command(name: 'start' | 'finish', params: { ticketId: string }, body: object): Promise<void> {
  const answer = await give(url, officer, name, params, body);
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`);
}
