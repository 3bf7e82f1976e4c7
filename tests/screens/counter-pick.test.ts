import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { openBrowser } from './browser.ts';
import { numberOn, openDesk, stage } from './counter-page.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'antrean-pick-'));
let mall: Mall;
let browser: Browser;
before(async () => {
  // The demonstration's officers may not pick, and the server holds its file alone: one gets the role between two starts.
  await (await openMall({ folder })).close();
  const database = new DatabaseSync(path.join(folder, 'antrean.db'));
  database.exec(`UPDATE officer SET roles = '["officer","picker"]' WHERE login = 'petugas-12'`);
  database.close();
  [mall, browser] = await Promise.all([openMall({ folder }), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
  rmSync(folder, { recursive: true, force: true });
});

test('[O7] calling out of order is offered to whoever may, with a reason, and to nobody else', async () => {
  const plain = await openDesk(browser, mall, 'counter-10');
  await plain.take();
  await plain.take();
  await plain.page.locator('.row').nth(1).waitFor();
  assert.equal(await plain.page.locator('.row button').count(), 0);
  await plain.page.context().close();

  const { page, take } = await openDesk(browser, mall, 'counter-12');
  const [, second] = [await take(), await take()];
  await page.locator('.row', { hasText: second }).getByRole('button', { name: 'Panggil' }).click();
  await page.getByRole('dialog', { name: `Panggil ${second} di luar urutan?` }).waitFor();
  await page.keyboard.press('1');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), second);
  await page.getByText('Dipanggil di luar urutan oleh petugas: perlu segera dibantu.').waitFor();
  await page.context().close();
});
