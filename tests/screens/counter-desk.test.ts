import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { free, letSecondsPass, numberOn, openDesk, pressKey, stage } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

async function serve(page: Page): Promise<void> {
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await free(page, 'Mulai layani');
  await page.keyboard.press('Space');
  await stage(page, 'Dilayani');
  await free(page, 'Selesai');
}

test('[S15] the last step can be taken back for ten seconds, and then no more', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-3');
  const number = await take();
  await serve(page);
  await page.getByRole('button', { name: 'Berkas diterima' }).click();
  const undo = page.getByRole('button', { name: `Urungkan: ${number} berkas diterima` });
  await page.locator('.undo .action:not([aria-disabled])').waitFor();
  await undo.click();
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), number);
  await free(page, 'Selesai');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: `Urungkan: ${number} selesai` }).waitFor();
  // Between two beats the page's idea of the time runs ahead of a clock that stands still.
  letSecondsPass(mall, mall.server.catalogue().rules.undoSeconds + 1);
  await page.locator('.undo').waitFor({ state: 'detached' });
  await page.context().close();
});

test('[S15] a reloaded page offers the way back for the seconds that are left, and takes it', async () => {
  const { page, take, faults } = await openDesk(browser, mall, 'counter-12');
  const number = await take();
  await serve(page);
  await page.getByRole('button', { name: 'Berkas kurang' }).click();
  await page.locator('.undo').waitFor();
  letSecondsPass(mall, 2);
  await page.reload();
  const undo = page.getByRole('button', { name: `Urungkan: ${number} berkas kurang` });
  await undo.waitFor();
  assert.ok(Number(await page.locator('.undo-seconds').textContent()) <= 8);
  await undo.click();
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), number);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('[C9] the officer sees the own day: served, mean service, and how long those who were called had waited', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-14');
  await take();
  letSecondsPass(mall, 300);
  await serve(page);
  letSecondsPass(mall, 120);
  await page.keyboard.press('Space');
  await page
    .locator('.own-day', { hasText: /dilayani1rata-rata layanan2(,\d)? menitrata-rata tunggu5(,\d)? menit/ })
    .waitFor();
  await page.context().close();
});

test('the officer is told whether the call stands on a display', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-4');
  await take();
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await page.getByText('Menuju layar …').waitFor();
  letSecondsPass(mall, 4);
  await page.getByText('Belum tampil di layar').waitFor();
  const display = await openPage(browser, `${mall.url}/display/`, sizes.tv);
  await page.getByText('Tampil di 1 layar').waitFor();
  assert.deepEqual(display.faults, []);
  await display.page.context().close();
  await page.context().close();
});

test('closing and leaving are asked about first, and refused with somebody at the counter', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-5');
  const number = await take();
  await serve(page);
  await page.keyboard.press('x');
  await page.getByText(`${number} masih di loket ini. Selesaikan, tunda, atau alihkan dulu.`).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('dialog', { name: `${number} masih di loket ini. Tetap keluar?` }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await pressKey(page, 'Space', 'Selesai');
  await stage(page, 'Belum ada yang menunggu');
  await page.locator('.desk-foot .action:not([aria-disabled])', { hasText: 'Jeda' }).click();
  await page.keyboard.press('1');
  await stage(page, 'Loket jeda');
  await free(page, 'Lanjutkan loket');
  await page.keyboard.press('x');
  await page.getByRole('dialog', { name: 'Tutup loket ini?' }).waitFor();
  assert.equal(mall.server.hall().counters['counter-5']?.state, 'paused');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(mall.server.hall().counters['counter-5']?.state, 'paused');
  await page.context().close();
});

test('the space bar works right after the mouse has pressed another button', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-6');
  await take();
  await page.getByRole('button', { name: 'English' }).click();
  await free(page, 'Call next');
  await page.keyboard.press('Space');
  await stage(page, 'Called');
  await page.context().close();
});

test('a transfer begins with the own agency, tells each queue’s wait once, and gives the focus back', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-7');
  await take();
  await serve(page);
  const opener = page.getByRole('button', { name: 'Alihkan' });
  await opener.press('Enter');
  const own = mall.server.catalogue().counters.find(({ id }) => id === 'counter-7')?.agencyIds[0];
  const agency = mall.server.catalogue().agencies.find(({ id }) => id === own);
  await page.locator('.services-queue').first().waitFor();
  assert.match(
    (await page.locator('.services-queue').first().textContent()) ?? '',
    new RegExp(`^${agency?.shortName}`),
  );
  // Nothing is chosen yet, so an early Enter sends nobody anywhere.
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const first = await page.locator('.services-found button').first().textContent();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), first);
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await opener.evaluate((button) => button === document.activeElement), true);
  await page.context().close();
});

test('who is sent for a photocopy comes back into the list when the time is over', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-9');
  const number = await take();
  await serve(page);
  await page.keyboard.press('t');
  await page.getByLabel('Lama lain, dalam menit').fill('2');
  await page.keyboard.press('Enter');
  await page
    .locator('.row', { hasText: number })
    .getByText(/(1:\d\d|2 menit) lagi/)
    .waitFor();
  letSecondsPass(mall, 121);
  await page.locator('.row-next', { hasText: number }).waitFor();
  await page.context().close();
});

test('the officer sees the visit’s earlier stop with its outcome, and asks for the slip once more', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-11');
  const number = await take();
  await serve(page);
  await page.keyboard.press('r');
  // The own agency’s queue stands first, so the visitor comes back to this counter for another service.
  await page.getByRole('searchbox').waitFor();
  for (const key of ['ArrowDown', 'Enter', 'Enter']) await page.keyboard.press(key);
  await stage(page, 'Berikutnya');
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  await page.locator('.stops', { hasText: 'Diteruskan · Loket 11' }).waitFor();
  await free(page, 'Mulai layani');
  await page.keyboard.press('p');
  await page.getByText('Diminta di anjungan').waitFor();
  await page.context().close();
});

test('[D3] a demonstration says that it is outside the hours only while it is', async () => {
  const { page } = await openDesk(browser, mall, 'counter-8');
  await page.locator('.desk-foot-demo').waitFor();
  assert.equal(await page.getByText('Di luar jam layanan').count(), 0);
  letSecondsPass(mall, 9 * 3_600);
  await page.getByText('Di luar jam layanan. Peragaan ini tetap dibuka.').waitFor();
  await page.context().close();
});

test('at a quiet counter any key keeps the officer signed in; with nobody there the page warns, then signs out', async () => {
  const minute = 60;
  const { page, take, faults } = await openDesk(browser, mall, 'counter-13');
  // Whoever is waiting is not called by the key that only says that somebody is here.
  await take();
  const warning = page.getByRole('dialog', { name: 'Masih di loket?' });
  letSecondsPass(mall, 9 * minute + 10);
  await warning.waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Space');
  await warning.waitFor({ state: 'detached' });
  letSecondsPass(mall, 8 * minute);
  // Not before the page has heard the time: a touch of long ago would keep nobody.
  const wall = new Date(mall.clock.at + 7 * 3_600_000).toISOString().slice(11, 16).replace(':', '.');
  await page.locator('header').getByText(wall, { exact: true }).waitFor();
  await Promise.all([page.waitForResponse(/presence/), page.mouse.move(200, 200)]);
  letSecondsPass(mall, 8 * minute);
  await free(page, 'Panggil berikutnya');
  assert.equal(await warning.count(), 0);
  letSecondsPass(mall, minute + 30);
  await warning.waitFor();
  letSecondsPass(mall, minute);
  await page.getByText('Sesi berakhir karena loket tidak disentuh selama 10 menit.').waitFor();
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('401')),
    [],
  );
  await page.context().close();
});

test('a screen reader that presses the button of the warning, without any key or pointer, keeps the officer signed in', async () => {
  const { page, faults } = await openDesk(browser, mall, 'counter-16');
  const warning = page.getByRole('dialog', { name: 'Masih di loket?' });
  letSecondsPass(mall, 9 * 60 + 10);
  await warning.waitFor();
  await page.getByRole('button', { name: 'Tetap masuk' }).evaluate((button: HTMLButtonElement) => button.click());
  await warning.waitFor({ state: 'detached', timeout: 10_000 });
  assert.deepEqual(faults, []);
  await page.context().close();
});
