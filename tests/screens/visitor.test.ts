import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { give, type Mall, mondayMorning, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

let browser: Browser;
let mall: Mall;
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * 60_000 })]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('the page behind the slip follows the number from waiting to finished, one look at a time', async () => {
  await takeNumber(mall, ['DKC-01']);
  const { number, page: address } = await takeNumber(mall, ['DKC-01']);
  const { page, faults } = await openPage(browser, mall.url + address, sizes.phone);
  await page.getByText('1 orang di depan Anda').waitFor();
  assert.equal(await page.locator('.mine-number').textContent(), number);
  await page.getByText('Belum ada loket yang buka').waitFor();
  await assertAccessible(page);

  const desk = await openCounter(mall, 'counter-1');
  const finish = async (ticketId: string) => {
    await give(mall.url, desk, 'start', { ticketId }, {});
    await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' });
  };
  await finish(await callNext(mall, desk));
  const ticketId = await callNext(mall, desk);
  await page.getByRole('button', { name: 'Perbarui' }).click();
  await page.getByText('Silakan menuju').waitFor();
  assert.equal(await page.locator('.leg-counter').textContent(), 'Loket 1');
  await page.getByText(/Diperbarui pukul \d\d\.\d\d/).waitFor();
  await assertAccessible(page);

  await finish(ticketId);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('Layanan ini sudah selesai.').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a visit to two agencies shows both, the called one first, in English too', async () => {
  const { page: address } = await takeNumber(mall, ['DKC-04', 'JKN-01']);
  await callNext(mall, await openCounter(mall, 'counter-11'));
  const { page } = await openPage(browser, `${mall.url}${address}?lang=en`, sizes.phone);
  await page.getByText('Your services (2)').waitFor();
  assert.deepEqual(await page.locator('.leg-state strong').allTextContents(), ['Called', 'Waiting']);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await assertAccessible(page);
  await page.context().close();
});

test('an unknown number gets a sentence that helps', async () => {
  const { page } = await openPage(browser, `${mall.url}/t/nothing-that-was-ever-printed`, sizes.phone);
  await page.getByRole('heading', { name: 'Nomor tidak ditemukan' }).waitFor();
  await page.getByText('Pindai lagi kode QR').waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('a phone without a connection keeps the last state and says so', async () => {
  const { number, page: address } = await takeNumber(mall, ['DKC-05']);
  const { page } = await openPage(browser, mall.url + address, sizes.phone);
  await page.locator('.mine-number').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Perbarui' }).click();
  await page.getByText('Keadaan terakhir belum dapat dibaca').waitFor();
  assert.equal(await page.locator('.mine-number').textContent(), number);
  await page.context().close();
});
