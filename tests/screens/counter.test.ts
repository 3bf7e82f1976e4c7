import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const take = async (serviceIds: readonly string[], priorityClass: string | null = null): Promise<string> => {
  const taken = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds, priorityClass });
  return (taken.body.visit as { number: string }).number;
};

async function atCounter(counterId: string, language = 'id') {
  const watched = await openPage(browser, `${mall.url}/counter/?counter=${counterId}&lang=${language}`, sizes.counter);
  return watched;
}

/** The large number of the stage: who is next, or who is at the counter. */
const number = (page: Page, label: string) =>
  page.locator('.stage-scene', { hasText: label }).locator('.stage-number').textContent();
const stage = (page: Page, title: string) => page.getByRole('heading', { name: title, level: 2 }).first().waitFor();
// Locked and impossible buttons say so in ARIA, and a key pressed then is not taken.
const free = (page: Page, action: string) =>
  page.locator('.stage .action:not([aria-disabled])', { hasText: action }).first().waitFor();

test('an officer’s whole day goes by keyboard: sign in, open, call, call again, pass over, serve, park, forward, pause, close', async () => {
  const [first, second, third] = [await take(['DKC-01']), await take(['DKC-02']), await take(['DKC-03'])];
  const { page, faults } = await atCounter('counter-3');
  const press = async (key: string, waitFor: string) => {
    await free(page, waitFor);
    await page.keyboard.press(key);
  };
  await page.getByRole('button', { name: 'Masuk' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await stage(page, 'Loket tutup');
  await assertAccessible(page);
  await press('Space', 'Buka loket');
  await stage(page, 'Berikutnya');
  assert.equal(await number(page, 'Berikutnya'), first);
  await assertAccessible(page);

  await press('Space', 'Panggil berikutnya');
  await stage(page, 'Dipanggil');
  assert.equal(await number(page, 'Dipanggil'), first);
  await assertAccessible(page);
  await page.getByText('Panggil 2 kali lagi sebelum dilewati.').waitFor();
  await press('u', 'Panggil ulang');
  await page.getByText('Panggilan ke-2').waitFor();
  await press('u', 'Panggil terakhir');
  await page.locator('.calls-last').waitFor();
  await press('l', 'Lewati');
  await page.getByRole('heading', { name: 'Terlewat' }).waitFor();

  await press('Space', 'Panggil berikutnya');
  await press('Space', 'Mulai layani');
  await stage(page, 'Dilayani');
  assert.equal(await number(page, 'Dilayani'), second);
  await assertAccessible(page);
  await press('t', 'Tunda');
  await page.getByRole('dialog', { name: `Tunda ${second} berapa lama?` }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'Ditunda' }).waitFor();

  await press('Space', 'Panggil berikutnya');
  await press('Space', 'Mulai layani');
  await press('r', 'Teruskan');
  await page.getByRole('dialog', { name: `Teruskan ${third} ke layanan apa?` }).waitFor();
  await page.keyboard.type('bpjs');
  for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Teruskan ke 2 layanan' }).press('Enter');
  await stage(page, 'Belum ada yang menunggu');

  const backAgain = page.getByRole('button', { name: 'Lapor kembali', disabled: false });
  await backAgain.waitFor();
  await backAgain.press('Enter');
  await stage(page, 'Berikutnya');
  await free(page, 'Panggil berikutnya');
  await page.locator('body').press('j');
  await page.getByRole('dialog', { name: 'Jeda karena apa?' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('2');
  await stage(page, 'Loket jeda');
  await assertAccessible(page);
  await press('Space', 'Lanjutkan loket');
  await stage(page, 'Berikutnya');
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('x');
  await stage(page, 'Loket tutup');
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('[H1] a double click calls one visitor, and does not start the service that appears under the pointer', async () => {
  const service = mall.server
    .catalogue()
    .services.find(({ agencyId, track }) => agencyId === 'SAM' && track === 'quick');
  const serviceIds = [service?.id ?? ''];
  const [first, second] = [await take(serviceIds), await take(serviceIds)];
  const { page } = await atCounter('counter-15');
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
  assert.equal(await number(page, 'Dipanggil'), first);
  await page.getByText(second).waitFor();
  const called = Object.values(mall.server.hall().tickets).filter(({ state }) => state === 'called');
  assert.equal(called.filter((ticket) => ticket.state === 'called' && ticket.counterId === 'counter-15').length, 1);

  await page.reload();
  await stage(page, 'Dipanggil');
  assert.equal(await number(page, 'Dipanggil'), first);
  await page.getByRole('button', { name: 'Tutup loket' }).click({ force: true });
  await page.getByText(`${first} masih di loket ini. Selesaikan, tunda, atau alihkan dulu.`).waitFor();
  await page.context().close();
});

test('a wrong PIN is said, and a session used elsewhere leads back to signing in with the reason', async () => {
  const { page } = await atCounter('counter-12', 'en');
  await page.getByLabel('PIN').fill('0000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Wrong name or PIN.').waitFor();
  await page.getByLabel('PIN').fill(mall.demo.pin);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await free(page, 'Open counter');

  const other = await atCounter('counter-12', 'en');
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await free(other.page, 'Open counter');
  await page.getByRole('button', { name: 'Open counter' }).click();
  await page.getByText('Your session has ended or is used elsewhere. Sign in again to go on.').waitFor();
  await page.context().close();
  await other.page.context().close();
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
  const { page } = await atCounter('counter-13');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await free(page, 'Buka loket');
  await page.context().setOffline(true);
  await page.getByText('Keadaan di layar mungkin sudah berubah.').first().waitFor();
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await page.getByText('Buka loket tidak berhasil.').waitFor();
  await assertAccessible(page);
  await page.context().setOffline(false);
  await page.getByText('Tersambung').waitFor();
  await free(page, 'Buka loket');
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await free(page, 'Panggil berikutnya');
  await page.context().close();
});
