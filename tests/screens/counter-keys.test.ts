import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './browser.ts';
import { free, numberOn, openDesk, stage } from './counter-page.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();

/** Holds back the next request of this command until the test lets it go. */
async function hold(page: Page, command: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(
    `**/${command}`,
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  return go;
}

const serving = async (page: Page) => {
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await free(page, 'Mulai layani');
};

test('another key, or another button, that is pressed before the server has answered is answered on the screen, and nothing is done twice', async () => {
  const { page, take, faults } = await openDesk(here.browser, here.mall, 'counter-3');
  const number = await take();
  await take();
  await serving(page);
  const go = await hold(page, 'start');
  await page.keyboard.press('Space');
  await page.locator('[aria-busy]').waitFor();
  await page.keyboard.press('Space');
  assert.equal(await page.locator('.notice-why').count(), 0, 'a double press needs no words');
  await page.keyboard.press('3');
  const hint = page.getByText('Sebentar, “Mulai layani” masih dikirim. Tekan lagi setelah itu.');
  await hint.waitFor();
  await assertAccessible(page);
  go();
  await stage(page, 'Dilayani');
  await hint.waitFor({ state: 'detached' });
  assert.equal(await numberOn(page, 'Dilayani'), number);
  await free(page, 'Selesai');
  const finish = await hold(page, 'finish');
  await page.getByRole('button', { name: 'Berkas kurang' }).click();
  await page.getByRole('button', { name: 'Salah loket' }).click({ force: true });
  await page.getByText('Sebentar, “Berkas kurang” masih dikirim.').waitFor();
  finish();
  await page.getByRole('button', { name: `Urungkan: ${number} berkas kurang` }).waitFor();
  assert.equal(here.mall.server.hall().counters['counter-3']?.served, 1);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('whoever types fast is not held up: another key counts as soon as the answer is there, the same one does not', async () => {
  const { page, take } = await openDesk(here.browser, here.mall, 'counter-12');
  const number = await take();
  await take();
  await serving(page);
  await page.keyboard.press('Space');
  await stage(page, 'Dilayani');
  // Buttons are still locked against the second half of a double click.
  await page.locator('.action-main[aria-disabled]').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('2');
  await page.locator('.undo', { hasText: `${number} berkas diterima` }).waitFor();
  // A key that answered a question reaches the desk with its second half.
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await free(page, 'Mulai layani');
  await page.keyboard.press('c');
  await page.keyboard.type('map biru');
  await page.keyboard.press('Enter');
  await page.getByText('Catatan disimpan.').waitFor();
  await page.keyboard.press('Enter');
  await free(page, 'Mulai layani');
  await stage(page, 'Dipanggil');
  assert.equal(here.mall.server.hall().counters['counter-12']?.served, 1);
  await page.context().close();
});

test('where no pause and no closing is possible their buttons stand there dimmed, and their keys say why', async () => {
  const { page, take } = await openDesk(here.browser, here.mall, 'counter-14');
  const number = await take();
  const dimmed = (key: string) => page.locator(`.desk-foot .action-impossible[aria-keyshortcuts="${key}"]`).waitFor();
  await serving(page);
  for (const key of ['J', 'X']) {
    await dimmed(key);
    await page.keyboard.press(key);
    await page.getByText(`${number} masih di loket ini.`).waitFor();
  }
  await page.keyboard.press('Space');
  await free(page, 'Selesai');
  await page.keyboard.press('Space');
  await page.locator('[aria-keyshortcuts="J"]:not([aria-disabled])').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await dimmed('J');
  await page.keyboard.press('j');
  await page.getByText('Loket sudah jeda. Lanjutkan loket dulu.').waitFor();
  await page.locator('[aria-keyshortcuts="X"]:not([aria-disabled])').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('y');
  await dimmed('X');
  await free(page, 'Buka loket');
  await page.keyboard.press('x');
  await page.getByText('Loket belum dibuka.').waitFor();
  await page.context().close();
});
