import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listOf, type Ticket } from '@antrean/domain';
import type { Browser, Page } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { takeNumber } from './calls.ts';
import { atCounter, free, letSecondsPass, numberOn, pressKey, stage, tabTo } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const take = async (serviceId: string) => (await takeNumber(mall, [serviceId])).number;
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name }).waitFor();

/** Calls a called visitor until the rule allows to pass over, waiting out the seconds between two calls each time. */
async function callThrice(page: Page): Promise<void> {
  const { callEverySeconds } = mall.server.catalogue().rules;
  for (const [action, said] of [
    ['Panggil ulang', 'Panggilan ke-2'],
    ['Panggil terakhir', 'Panggilan terakhir'],
  ] as const) {
    // Pressed too early, it says how long to wait and does nothing.
    await free(page, 'Mulai layani');
    await page.keyboard.press('u');
    await page
      .getByText(/boleh dipanggil lagi dalam \d+ detik/)
      .first()
      .waitFor();
    letSecondsPass(mall, callEverySeconds + 1);
    await pressKey(page, 'u', action);
    await page.locator('.calls', { hasText: said }).waitFor();
  }
  await page
    .getByText(/Boleh dilewati dalam \d+ detik/)
    .first()
    .waitFor();
  letSecondsPass(mall, callEverySeconds + 1);
}

test('an officer’s whole day goes by keyboard alone, from signing in to signing out', async () => {
  const [first, second, third] = [await take('DKC-01'), await take('DKC-02'), await take('DKC-03')];
  const { page, faults } = await atCounter(browser, mall, 'counter-3');
  await page.getByRole('button', { name: 'Masuk' }).waitFor();
  await page.keyboard.press('Enter');
  await stage(page, 'Loket tutup');
  await pressKey(page, 'Space', 'Buka loket');
  await stage(page, 'Berikutnya');
  assert.equal(await numberOn(page, 'Berikutnya'), first);

  // The first does not come: three calls with their seconds between, then passed over, then back after all.
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await stage(page, 'Dipanggil');
  await page.getByText('Panggil 2 kali lagi sebelum dilewati.').waitFor();
  await free(page, 'Mulai layani');
  await callThrice(page);
  await pressKey(page, 'l', 'Lewati');
  await page.getByRole('heading', { name: 'Terlewat' }).waitFor();
  await free(page, 'Panggil berikutnya');
  await tabTo(page, 'Lapor kembali');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Terlewat' }).waitFor({ state: 'detached' });

  // The second is served, needs a photocopy, and comes back early.
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await pressKey(page, 'Space', 'Mulai layani');
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), second);
  await free(page, 'Selesai');
  await page.keyboard.press('c');
  await dialog(page, `Catatan untuk ${second}`);
  await page.keyboard.type('Fotokopi KK belum ada.');
  await page.keyboard.press('Enter');
  await page.locator('.visit-notes', { hasText: 'Fotokopi KK belum ada.' }).waitFor();
  await pressKey(page, 't', 'Tunda');
  await dialog(page, `Tunda ${second} berapa lama?`);
  await page.keyboard.press('1');
  await page.getByText(/1[45] menit lagi/).waitFor();
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('d');
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /^Sudah kembali/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ditunda' }).waitFor({ state: 'detached' });
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), second);
  await page.locator('.visit-notes', { hasText: 'Fotokopi KK belum ada.' }).waitFor();

  // It should have been another service: transferred, undone, transferred again.
  await transferTo(page, 'bpjs');
  await undo(page, `${second} dialihkan`);
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), second);
  await transferTo(page, 'bpjs');
  await stage(page, 'Berikutnya');

  // The third goes on to two further services.
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await pressKey(page, 'Space', 'Mulai layani');
  assert.equal(await numberOn(page, 'Dilayani'), third);
  await pressKey(page, 'r', 'Teruskan');
  await dialog(page, `Teruskan ${third} ke layanan apa?`);
  await page.keyboard.type('bpjs');
  await page.keyboard.press('Enter');
  // From the list of finds the next search is typed at once, and what is found again stays chosen.
  await page.keyboard.press('ArrowDown');
  for (const query of ['samsat', 'bpjs']) {
    await page.keyboard.type(query);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Teruskan ke 2 layanan' }).waitFor();
  // One after the other: the box is ticked with Space, and Enter sends from there.
  await page.getByRole('checkbox', { name: 'Satu per satu sesuai urutan' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await stage(page, 'Berikutnya');
  const isHeld = (one: Ticket) => one.state === 'waiting' && one.after !== null;
  assert.equal(listOf(mall.server.hall().tickets).filter(isHeld).length, 1, 'the second service waits for the first');

  // The first once more: finished with a wrong outcome, undone, finished with the right one.
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await pressKey(page, 'Space', 'Mulai layani');
  await pressKey(page, '3', 'Berkas kurang');
  await undo(page, `${first} berkas kurang`);
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), first);
  await pressKey(page, 'Space', 'Selesai');
  await stage(page, 'Belum ada yang menunggu');

  await footFree(page, 'Jeda');
  await page.keyboard.press('j');
  await dialog(page, 'Jeda karena apa?');
  await page.keyboard.press('2');
  await stage(page, 'Loket jeda');
  await pressKey(page, 'Space', 'Lanjutkan loket');
  await stage(page, 'Belum ada yang menunggu');
  await footFree(page, 'Tutup loket');
  await page.keyboard.press('x');
  await dialog(page, 'Tutup loket ini?');
  await page.keyboard.press('y');
  await stage(page, 'Loket tutup');
  await free(page, 'Buka loket');
  await page.keyboard.press('k');
  await page.getByText('Anda sudah keluar dari loket.').waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
  await page.context().close();
});

async function undo(page: Page, step: string): Promise<void> {
  await page.locator('.undo .action:not([aria-disabled])', { hasText: `Urungkan: ${step}` }).waitFor();
  await page.keyboard.press('Control+z');
}

function footFree(page: Page, action: string): Promise<void> {
  return page.locator('.desk-foot .action:not([aria-disabled])', { hasText: action }).waitFor();
}

async function transferTo(page: Page, query: string): Promise<void> {
  await pressKey(page, 'a', 'Alihkan');
  await page.getByRole('searchbox').waitFor();
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
}
