import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { openBrowser, openPage, sizes } from './browser.ts';
import { numberOn, openDesk, stage } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('[O7] calling out of order is offered to whoever may, with a reason, and to nobody else', async () => {
  const plain = await openDesk(browser, mall, 'counter-10');
  await plain.take();
  await plain.take();
  await plain.page.locator('.row').nth(1).waitFor();
  assert.equal(await plain.page.locator('.row button').count(), 0);
  await plain.page.context().close();

  const { page, take } = await openDesk(browser, mall, 'counter-1');
  const [, second] = [await take(), await take()];
  await page.locator('.row', { hasText: second }).getByRole('button', { name: 'Panggil' }).click();
  await page.getByRole('dialog', { name: `Panggil ${second} di luar urutan?` }).waitFor();
  await page.keyboard.press('1');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), second);
  await page.getByText('Dipanggil di luar urutan oleh petugas: perlu segera dibantu.').waitFor();
  await page.context().close();
});

test('the demonstration says which of its officers may call out of order', async () => {
  const { page } = await openPage(browser, `${mall.url}/counter/`, sizes.counter);
  await page.getByRole('button', { name: /petugas-1, boleh memanggil di luar urutan/ }).waitFor();
  assert.equal(await page.getByText('boleh memanggil di luar urutan').count(), 1);
  await page.context().close();
});
