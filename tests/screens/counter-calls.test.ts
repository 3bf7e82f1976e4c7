import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { free, letSecondsPass, numberOn, openDesk, pressKey, stage } from './counter-page.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();

const says = (page: Page, said: string) => page.locator('.calls', { hasText: said }).waitFor();
const pass = () => letSecondsPass(here.mall, here.mall.server.catalogue().rules.callEverySeconds + 1);

async function recall(page: Page, action: string, said: string): Promise<void> {
  pass();
  await pressKey(page, 'u', action);
  await says(page, said);
}

test('[S1] [S5] who was missed, set aside and is back is called from one again, and the last call says that no third chance follows', async () => {
  const { page, take } = await openDesk(here.browser, here.mall, 'counter-3');
  const number = await take();
  await pressKey(page, 'Space', 'Panggil berikutnya');
  await says(page, 'Panggilan ke-1');
  await recall(page, 'Panggil ulang', 'Panggilan ke-2');
  await recall(page, 'Panggil terakhir', 'Panggilan terakhir');
  pass();
  await free(page, 'Lewati');
  await page.getByText('Panggilan terakhir sudah disampaikan. Nomor ini boleh dilewati.').waitFor();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Lapor kembali' }).click();

  await pressKey(page, 'Space', 'Panggil berikutnya');
  await says(page, 'Panggilan ke-1');
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  await recall(page, 'Panggil ulang', 'Panggilan ke-2');
  await pressKey(page, 't', 'Tunda');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Sudah kembali' }).click();

  await pressKey(page, 'Space', 'Panggil berikutnya');
  await says(page, 'Panggilan ke-1');
  await page.getByText('Panggil 2 kali lagi sebelum dilewati.').waitFor();
  await recall(page, 'Panggil ulang', 'Panggilan ke-2');
  await recall(page, 'Panggil terakhir', 'Panggilan terakhir');
  pass();
  await free(page, 'Lewati');
  await page.getByText('Bila dilewati lagi, nomor ini hangus.').waitFor();
  await page.keyboard.press('l');
  await page.getByText('Hangus, perlu nomor baru').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Lapor kembali' }).count(), 0);
  await stage(page, 'Belum ada yang menunggu');
  await page.context().close();
});
