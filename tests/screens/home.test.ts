import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Mall, mondayMorning, openMall } from '../mall.ts';
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

test('the first page says whose mall it is, that it is open, and leads to every screen', async () => {
  const { page, faults } = await openPage(browser, `${mall.url}/`, sizes.counter);
  await page.getByRole('heading', { name: 'Mal Pelayanan Publik Banyuwangi' }).waitFor();
  await page.getByText('23 instansi, 199 layanan, satu gedung.').waitFor();
  await page.getByText('Nomor terakhir pukul 13.15, tutup pukul 14.00.').waitFor();
  await page.getByText(`PIN petugas peragaan: ${mall.demo.pin}`).waitFor();
  const links = await page.locator('.place').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const stations = ['/kiosk', '/counter/', '/display/', '/admin/board'];
  assert.deepEqual(links, [...stations, '/admin/', '/admin/voice', '/paper', '/api/docs']);
  for (const link of links.filter((address) => address !== '/kiosk' && address !== '/paper'))
    assert.equal((await fetch(mall.url + link)).status, 200, `${link}`);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('the first page lives: a number taken and called changes it', async () => {
  const { page } = await openPage(browser, `${mall.url}/?lang=en`, sizes.counter);
  await page.getByText('No calls yet').waitFor();
  const waiting = page.locator('.figure', { hasText: 'waiting' }).locator('dd');
  assert.equal(await waiting.textContent(), '0');
  const { number } = await takeNumber(mall, ['DKC-01']);
  await waiting.getByText('1').waitFor();
  await callNext(mall, await openCounter(mall, 'counter-1'));
  await page.locator('.slip-number', { hasText: number }).waitFor();
  assert.equal(await waiting.textContent(), '0');
  await assertAccessible(page);
  await page.context().close();
});

test('on a phone the first page fits, and another language is one touch away', async () => {
  const { page } = await openPage(browser, `${mall.url}/`, sizes.phone);
  await page.getByText('199 layanan').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('23 agencies, 199 services, one building.').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.reload();
  await page.getByText('23 agencies').waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('by keyboard the place that is next is seen', async () => {
  const { page } = await openPage(browser, `${mall.url}/`, sizes.counter);
  await page.locator('.place').first().waitFor();
  for (const _ of ['Bahasa Indonesia', 'English', 'kiosk']) await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { href: element.getAttribute('href'), outlineStyle, outlineWidth };
  });
  assert.deepEqual(focused, { href: '/kiosk', outlineStyle: 'solid', outlineWidth: '4px' });
  await page.context().close();
});

test('at night the first page says that the demonstration is open all the same', async () => {
  mall.clock.at = mondayMorning + 10 * 60 * 60_000;
  await mall.server.settle();
  const { page } = await openPage(browser, `${mall.url}/`, sizes.counter);
  await page.getByText('Di luar jam layanan. Peragaan ini tetap dibuka.').waitFor();
  await page.context().close();
});
