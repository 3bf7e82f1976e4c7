import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mondayMorning, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

test('the overview puts a queue that nobody attends to first, and names no officer', async (t) => {
  const mall = await openMall({ at: mondayMorning + 60 * 60_000 });
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    await mall.close();
  });
  const { page, faults } = await openPage(browser, `${mall.url}/admin/`, sizes.counter);
  await page.getByText('Semua antrean yang ditunggu punya loket buka.').waitFor();
  await assertAccessible(page);

  const { number } = await takeNumber(mall, ['DKC-01']);
  await takeNumber(mall, ['DKC-01']);
  const attention = page.locator('.attention li');
  await attention.first().waitFor();
  assert.match((await attention.first().textContent()) ?? '', /Dukcapil.*Cepat.*2 menunggu/);
  await assertAccessible(page);

  await callNext(mall, await openCounter(mall, 'counter-1'));
  const desk = page.locator('.row-called');
  await desk.waitFor();
  assert.match((await desk.textContent()) ?? '', new RegExp(`1Dukcapil.*Memanggil.*${number}`));
  assert.equal(await attention.count(), 0);
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /petugas-/);

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Manager’s overview' }).waitFor();
  await page.setViewportSize(sizes.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
