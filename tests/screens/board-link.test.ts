import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type DoorsAnswer, sessionHeader } from '@antrean/protocol';
import type { Browser } from 'playwright-core';
import { give, openMall, signInManager } from '../mall.ts';
import { managersPassword, openRealMall } from '../real-mall.ts';
import { confirm, openBoard } from './boards.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('a board without its server says how old its picture is, also in an open question, loses no act, and goes on by itself', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-board-'));
  let mall = await openMall({ folder });
  t.after(async () => {
    await mall.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { page } = await openBoard(browser, mall);
  t.after(() => page.context().close());
  const port = Number(new URL(mall.url).port);
  await mall.close();
  await page.locator('.lost-line', { hasText: /Sambungan terputus \d+ (dtk|detik) yang lalu/ }).waitFor();
  await page.getByRole('button', { name: 'Tutup nomor …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Keadaan di layar mungkin sudah berubah.').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Tutup pengambilan nomor' }).click();
  await dialog.getByText('Belum berhasil.').waitFor();
  mall = await openMall({ folder, port });
  await page.locator('.lost-line').first().waitFor({ state: 'detached' });
  assert.equal(mall.server.hall().ticketing, 'open');
  await confirm(page, 'Tutup pengambilan nomor', /Pengambilan nomor/);
  assert.equal(mall.server.hall().ticketing, 'closed');
});

test('whoever is signed out by a manager reads so at the board', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { page } = await openBoard(browser, mall);
  t.after(() => page.context().close());
  const manager = await signInManager(mall);
  const doors = await fetch(`${mall.url}/api/v1/access`, { headers: { [sessionHeader]: manager.session } });
  const { officers } = (await doors.json()) as DoorsAnswer;
  const officerId = officers.find(({ login }) => login === mall.demo.board.officer)?.id ?? '';
  await give(mall.url, manager, 'sign-out-officer', { officerId }, {});
  await page.getByText('Pengelola mengakhiri sesi Anda.').waitFor();
});

test('a page of the manager that nobody touches for ten minutes warns, is kept by a key, and signs out', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { page } = await openPage(browser, `${mall.url}/admin/access`, sizes.counter);
  t.after(() => page.context().close());
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('row', { name: /demo-kiosk/ }).waitFor();
  const warning = page.getByRole('dialog', { name: 'Masih di halaman ini?' });
  mall.clock.at += 9.2 * 60_000;
  await warning.getByText(/^Keluar dalam \d+ detik$/).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Shift');
  await warning.waitFor({ state: 'detached' });
  mall.clock.at += 9.2 * 60_000;
  await warning.waitFor();
  mall.clock.at += 60_000;
  await page.getByText('Anda keluar karena halaman ini lama tidak dipakai.').waitFor();
});

test('in a real mall the voice is for managers, and the first page promises nothing that it cannot show', async (t) => {
  const mall = await openRealMall(t);
  await mall.manage();
  const { page } = await openPage(browser, `${mall.url}/`, sizes.counter);
  t.after(() => page.context().close());
  await page.getByText('Pilih layar untuk komputer ini.').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: /^Suara/ }).click();
  await page.getByLabel('Nama masuk').fill('sri');
  await page.getByLabel('Kata sandi', { exact: true }).fill(managersPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Suara aula' }).waitFor();
  await page.locator('.voice-sentence').waitFor();
});
