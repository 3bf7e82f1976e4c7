import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openKillableMall } from '../faults/killable-mall.ts';
import { give, signIn } from '../mall.ts';
import { openBrowser, openPage, sizes } from '../screens/browser.ts';

// From the command "call next" to the number painted on a wall display in real Chromium, while many further displays listen:
// npm run bench:wall -- 1000

const others = Number(process.argv[2] ?? 1_000);
const calls = 200;
const counterId = 'counter-3';

const mall = await openKillableMall();
const url = `http://127.0.0.1:${mall.port()}`;
const here = { url, demo: mall.demo };
const officer = await signIn(here, counterId);
const listening = fork(path.join(import.meta.dirname, 'listening-displays.ts'), [
  url,
  mall.demo.displayToken,
  String(others),
]);
await once(listening, 'message');
const browser = await openBrowser();
const { page } = await openPage(browser, `${url}/display/?voice=off`, sizes.tv);
await page.locator('.wall-main').waitFor();
await must('open', { counterId }, {});

const answered: number[] = [];
const painted: number[] = [];
for (let n = 0; n < calls; n += 1) {
  const { body } = await must('issue', {}, { serviceIds: [`DKC-0${(n % 5) + 1}`] }, { token: mall.demo.kioskToken });
  const { number } = (body as { visit: { number: string } }).visit;
  await watch(page, number);
  const sentAt = performance.timeOrigin + performance.now();
  const called = await must('call-next', { counterId }, {});
  answered.push(performance.timeOrigin + performance.now() - sentAt);
  painted.push((await seen(page)) - sentAt);
  const ticketId = (called.body as { ticket: { id: string } }).ticket.id;
  await must('start', { ticketId }, {});
  await must('finish', { ticketId }, { outcome: 'done' });
}
listening.disconnect();
await browser.close();
await mall.close();
console.log(`${others} further displays`);
report('answer to the officer', answered);
report('painted on the wall', painted);

async function must(name: Parameters<typeof give>[2], params: object, body: object, who: object = officer) {
  const given = await give(url, who as typeof officer, name, params as never, body as never);
  if (given.status >= 300) throw new Error(`${name}: ${JSON.stringify(given)}`);
  return given;
}

/** Notes, on the page itself, when the frame with this number has been handed over. */
function watch(on: Page, number: string): Promise<void> {
  return on.evaluate((wanted) => {
    Reflect.set(window, 'seenAt', null);
    const look = () => {
      if (!document.querySelector('.wall-main')?.textContent.includes(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => Reflect.set(window, 'seenAt', performance.timeOrigin + performance.now())),
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, number);
}

async function seen(on: Page): Promise<number> {
  await on.waitForFunction(() => Reflect.get(window, 'seenAt') !== null, null, { timeout: 10_000 });
  return on.evaluate(() => Number(Reflect.get(window, 'seenAt')));
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]?.toFixed(1);
  console.log(
    `${what}: n ${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`,
  );
}
