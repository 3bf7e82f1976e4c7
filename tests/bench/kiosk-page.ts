import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listOf } from '@antrean/domain';
import type { CatalogueAnswer } from '@antrean/protocol';
import type { Browser, Locator, Page } from 'playwright-core';
import { openScriptedStation } from '../../apps/kiosk/testing/scripted-station.ts';
import { give, openMall } from '../mall.ts';
import { openBrowser, sizes } from '../screens/browser.ts';

// The kiosk's page on a slow PC (four times slower than this one): how big it is, how soon it can be used, how long a key of the
// search takes with 400 services, and whether its memory grows over many visits: npm run bench:kiosk-page -- 10000

const visits = Number(process.argv[2] ?? 1_000);
const slowDown = 4;
const screen = path.resolve(import.meta.dirname, '../../apps/kiosk/out/screen');
const queries = ['akte lahir', 'bikin pasport', 'pajak motor', 'ktp ilang', 'kawin', 'birth certificate'];

const mall = await openMall();
const station = await openScriptedStation({ serverUrl: mall.url, token: mall.demo.kioskToken, screen });
const browser = await openBrowser();
try {
  const html = readFileSync(path.join(screen, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/src="([^"]+\.js)"/g)].map(([, file = '']) =>
    readFileSync(path.join(screen, file)),
  );
  console.log(
    `script: ${(scripts.reduce((sum, code) => sum + gzipSync(code).length, 0) / 1_000).toFixed(1)} KB gzipped`,
  );
  report('start page can be used after', await starts(browser));
  report('one key of a search in 400 services', await keys(browser));
  await memory(browser);
} finally {
  await browser.close();
  await station.close();
  await mall.close();
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1);
  console.log(`${what}: n ${times.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

async function slowPage(of: Browser): Promise<Page> {
  const context = await of.newContext({ viewport: sizes.kiosk });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return page;
}

/** From the navigation to the first frame on which every agency can be touched. */
async function starts(of: Browser): Promise<number[]> {
  const times: number[] = [];
  for (let load = 0; load < 7; load += 1) {
    const page = await slowPage(of);
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector('.start .popular-card'))
          requestAnimationFrame(() => Reflect.set(window, 'startedAt', performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(station.url);
    await page.waitForFunction(() => Reflect.has(window, 'startedAt'));
    times.push(await page.evaluate(() => Number(Reflect.get(window, 'startedAt'))));
    await page.context().close();
  }
  return times;
}

/** What one key costs the page: finding, drawing, laying out. */
async function keys(of: Browser): Promise<number[]> {
  const page = await slowPage(of);
  await page.route('**/api/v1/catalogue', async (route) => {
    const answer = await route.fetch();
    const { catalogue, ...rest } = (await answer.json()) as CatalogueAnswer;
    const twice = catalogue.services.map((service) => ({ ...service, id: `${service.id}-b` }));
    await route.fulfill({
      json: { ...rest, catalogue: { ...catalogue, services: [...catalogue.services, ...twice] } },
    });
  });
  await page.goto(station.url);
  await page.locator('.start-search').click();
  await page.locator('.search input').waitFor();
  const times: number[] = [];
  for (const query of queries) {
    times.push(
      ...(await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>('.search input');
        if (!field) throw new Error('no field');
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        const took: number[] = [];
        for (let length = 1; length <= text.length; length += 1) {
          const before = performance.now();
          setValue?.call(field, text.slice(0, length));
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await Promise.resolve();
          await Promise.resolve();
          document.body.getBoundingClientRect();
          took.push(performance.now() - before);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        return took;
      }, query)),
    );
  }
  await page.context().close();
  return times;
}

/** Whole visits one after the other; the page's own pauses are skipped by moving its clock. */
async function memory(of: Browser): Promise<void> {
  const context = await of.newContext({ viewport: sizes.kiosk });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    return `${(usedSize / 1e6).toFixed(2)} MB, ${nodes} elements`;
  };
  await page.clock.install();
  await page.goto(station.url);
  for (let visit = 1; visit <= visits; visit += 1) {
    // A service without a quota, which would end the run.
    await press(page.locator('.popular-card').nth(1));
    await page.clock.fastForward(400);
    await press(page.getByRole('button', { name: /^Ambil nomor/ }));
    await page.locator('.done-number').waitFor();
    await page.clock.fastForward(400);
    // Whoever has been here has gone, so that the page's memory is measured and not a hall that fills.
    for (const { id } of listOf(mall.server.hall().tickets))
      await give(mall.url, { token: mall.demo.kioskToken }, 'void', { ticketId: id }, { reason: 'asked' });
    await press(page.getByRole('button', { name: 'Selesai' }));
    await page.locator('.popular-card').first().waitFor();
    await page.clock.fastForward(400);
    if (visit === 100 || visit % Math.ceil(visits / 4) === 0)
      console.log(`heap after ${visit} visits: ${await heap()}`);
  }
}

/** A touch as the page sees it; the pages that come and go by a moved clock are never still enough for a mouse. */
function press(button: Locator): Promise<void> {
  return button.evaluate((element) => (element as HTMLElement).click());
}
