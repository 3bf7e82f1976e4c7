import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { takeNumber } from './calls.ts';
import { atCounter, letSecondsPass } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const widths = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

/** What can be read is whole: nothing runs out of the page, and no button, number or title is cut off. */
async function assertWhole(page: Page): Promise<void> {
  for (const size of widths) {
    await page.setViewportSize(size);
    const cut = await page.evaluate(() => {
      const texts = document.querySelectorAll('.action, .stage-number, h1, h2, h3, .chip, .calls, .notice, .undo');
      const isCut = (one: Element) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      const outside = (one: Element) => one.getBoundingClientRect().right > innerWidth + 1;
      return [...texts]
        .filter((one) => !one.matches('.visually-hidden') && getComputedStyle(one).display !== 'inline')
        .filter((one) => isCut(one) || outside(one))
        .map((one) => `${one.className}: ${one.textContent}`);
    });
    assert.deepEqual(cut, [], `${size.width} × ${size.height}`);
    const hidden = await page.evaluate(() => {
      const scene = document.querySelector('.stage-scene')?.getBoundingClientRect();
      const lines = [...document.querySelectorAll('.stage-scene :is(h2, .stage-number, .stage-service, p)')];
      return lines
        .filter((line) => !line.closest('.visit'))
        .filter((line) => line.getBoundingClientRect().bottom > (scene?.bottom ?? 0) + 1)
        .map(({ textContent }) => textContent);
    });
    assert.deepEqual(hidden, [], `${size.width} × ${size.height}: below the scene`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${size.width} × ${size.height} scrolls sideways`);
  }
  await page.setViewportSize(widths[0]);
}

for (const [language, counterId] of [
  ['id', 'counter-3'],
  ['en', 'counter-11'],
] as const)
  test(`in every state the counter shuts nobody out and cuts off nothing, in ${language}`, async () => {
    const { page, faults } = await atCounter(browser, mall, counterId, language);
    const look = async (selector: string) => {
      await page.locator(selector).first().waitFor();
      await assertWhole(page);
      await assertAccessible(page);
    };
    const settled = () => page.locator('.action-main:not([aria-disabled])').waitFor();
    const main = () => page.locator('.action-main:not([aria-disabled])').click();
    /** Asks a question by its key, looks at it and leaves it. */
    const question = async (key: string) => {
      await settled();
      await page.keyboard.press(key);
      await look('dialog[open]');
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    };
    await look('.entry-submit');
    await page.locator('.entry-submit').click();
    await look('.stage-rest');
    await main();
    await look('.stage-rest');
    const place = mall.server.catalogue().counters.find(({ id }) => id === counterId);
    const services = mall.server
      .catalogue()
      .services.filter(({ agencyId, track }) => place?.agencyIds.includes(agencyId) && track === place.track);
    for (const { id } of services.slice(0, 4)) {
      await takeNumber(mall, [id], 'elderly');
      await takeNumber(mall, [id]);
    }
    await look('.stage-idle');
    await question('?');
    await question('j');
    await question('x');
    await main();
    await look('.calls');
    await page.keyboard.press('u');
    await look('.notice-why');
    await settled();
    for (const key of ['t', 'a', 'b', 'c', 'k']) await question(key);
    for (const kind of ['ask', 'last'] as const) {
      letSecondsPass(mall, mall.server.catalogue().rules.callEverySeconds + 1);
      await page.locator('[aria-keyshortcuts="U"]:not([aria-disabled])').click();
      await page.locator(kind === 'last' ? '.calls-last' : '.calls').waitFor();
      await settled();
    }
    await look('.calls-last');
    letSecondsPass(mall, mall.server.catalogue().rules.callEverySeconds + 1);
    await page.locator('[aria-keyshortcuts="L"]:not([aria-disabled])').waitFor();
    await page.keyboard.press('l');
    await look('.undo');
    await main();
    await page.locator('.calls').waitFor();
    await main();
    await look('.stage-elapsed');
    await settled();
    await page.keyboard.press('r');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('bpjs');
    await look('.services-first');
    await page.keyboard.press('Enter');
    await look('.chosen');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.keyboard.press('1');
    await page.locator('.stage-idle').waitFor();
    await look('.row-note');
    await settled();
    await page.keyboard.press('j');
    await page.keyboard.press('2');
    await look('.stage-rest');
    await page.context().setOffline(true);
    await look('.banner-alert');
    await page.context().setOffline(false);
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED')),
      [],
    );
    await page.context().close();
  });
