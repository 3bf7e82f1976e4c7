import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { Browser } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { takeNumber } from './calls.ts';
import { atCounter, free, numberOn, stage } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('[H1] a double click calls one visitor, and does not start the service that appears under the pointer', async () => {
  const service = mall.server
    .catalogue()
    .services.find(({ agencyId, track }) => agencyId === 'SAM' && track === 'quick');
  const serviceIds = [service?.id ?? ''];
  const [first, second] = [(await takeNumber(mall, serviceIds)).number, (await takeNumber(mall, serviceIds)).number];
  const { page } = await atCounter(browser, mall, 'counter-15');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await free(page, 'Panggil berikutnya');
  // The second half of a slow double click: it comes the very moment in which the next button stands there.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const start = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Mulai'));
      if (!start) return;
      watch.disconnect();
      start.click();
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
  await page.getByRole('button', { name: 'Panggil berikutnya' }).dblclick();
  await free(page, 'Mulai layani');
  assert.equal(await numberOn(page, 'Dipanggil'), first);
  await page.getByText(second).waitFor();
  const called = listOf(mall.server.hall().tickets).filter(({ state }) => state === 'called');
  assert.equal(called.filter((ticket) => ticket.state === 'called' && ticket.counterId === 'counter-15').length, 1);

  await page.reload();
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), first);
  await page.getByRole('button', { name: 'Tutup loket' }).click({ force: true });
  await page.getByText(`${first} masih di loket ini. Selesaikan, tunda, atau alihkan dulu.`).waitFor();
  await page.context().close();
});

test('a wrong PIN is said, and the right one opens the desk', async () => {
  const { page } = await atCounter(browser, mall, 'counter-12', 'en');
  await page.getByLabel('PIN').fill('0000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Wrong name or PIN.').waitFor();
  await page.getByLabel('PIN').fill(mall.demo.pin);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await free(page, 'Open counter');
  await page.context().close();
});

test('the picker finds a counter by number, agency and track', async () => {
  const { page, faults } = await openPage(browser, `${mall.url}/counter/`, sizes.counter);
  await page.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.type('dukcapil lama');
  await page.getByText('2 loket', { exact: true }).waitFor();
  await page.getByRole('searchbox').fill('3');
  await page.getByText('1 loket', { exact: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Loket 3', exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a lost link is said with its age, the buttons are still tried, and their failure stands beside them', async () => {
  const { page } = await atCounter(browser, mall, 'counter-13');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await free(page, 'Buka loket');
  await page.context().setOffline(true);
  await page.getByText('Keadaan di layar mungkin sudah berubah.').first().waitFor();
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await page.getByText('Buka loket tidak berhasil.').waitFor();
  await assertAccessible(page);
  await page.context().setOffline(false);
  await page.getByText('Tersambung').waitFor();
  // What the lost link has explained is over once it is back.
  await page.getByText('Buka loket tidak berhasil.').waitFor({ state: 'detached' });
  await free(page, 'Buka loket');
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await stage(page, 'Belum ada yang menunggu');
  await page.context().close();
});
