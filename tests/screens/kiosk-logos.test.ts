import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assertAccessible } from './browser.ts';
import { oneMall } from './one-mall.ts';
import { openScriptedKiosk, settled, start } from './scripted-kiosk.ts';

const here = oneMall();

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" rx="12" fill="#0a4f9e"/>${inside}</svg>`;

test('agencies have their logo where the manager has put one, else their letter, and a broken one changes nothing', async (t) => {
  const folder = path.join(here.mall.folder, 'logos');
  writeFileSync(path.join(folder, 'DKC.svg'), drawing('<circle cx="40" cy="40" r="22" fill="#ffd23f"/>'));
  writeFileSync(path.join(folder, 'PTSP.svg'), drawing('<circle'));
  const { page, faults } = await openScriptedKiosk(t, here.browser, here.mall);
  await start(page);
  await page.locator('.agency-logo').waitFor();
  await settled(page);
  const tiles = page.locator('.agency-tile');
  assert.equal(await tiles.locator('.agency-logo').count(), 1);
  assert.equal(await tiles.locator('.agency-letter').count(), (await tiles.count()) - 1);
  assert.equal(await tiles.filter({ hasText: 'Dukcapil' }).locator('.agency-logo').count(), 1);
  await assertAccessible(page);
  await tiles.filter({ hasText: 'Dukcapil' }).click();
  await page.locator('.agency-head .agency-logo').waitFor();
  assert.deepEqual(faults, []);
});

test('the first page asks for no logo before it stands', async (t) => {
  const { page } = await openScriptedKiosk(t, here.browser, here.mall);
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = (input, init) => {
      if (String(input) === '/logos/')
        Reflect.set(window, 'stoodThen', document.querySelector('.agency-tile') !== null);
      return real(input, init);
    };
  });
  await page.reload();
  await page.waitForFunction(() => Reflect.has(window, 'stoodThen'));
  assert.equal(await page.evaluate(() => Reflect.get(window, 'stoodThen')), true);
});
