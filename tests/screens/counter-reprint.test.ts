import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './browser.ts';
import { free, openDesk, stage } from './counter-page.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();

/** The demonstration's kiosk tells how its printer is. */
async function kioskTells(state: string): Promise<void> {
  const printer = { state, since: here.mall.clock.at, profile: 'test', confirms: true, slipsLeft: null };
  const report = { version: 'test', printer, journal: null };
  const answer = await fetch(`${here.mall.url}/api/v1/stations/current`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${here.mall.demo.kioskToken}` },
    body: JSON.stringify(report),
  });
  assert.equal(answer.status, 200);
}

test('an officer who asks for a slip again reads where it comes out, or that this kiosk cannot print now', async () => {
  const { page, take, faults } = await openDesk(here.browser, here.mall, 'counter-15');
  await take();
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await stage(page, 'Dipanggil');
  await kioskTells('paperOut');
  await page.keyboard.press('p');
  await page.getByText('Anjungan demo-kiosk sedang tidak bisa mencetak. Periksa kertas dan printernya').waitFor();
  await assertAccessible(page);
  await kioskTells('ready');
  await free(page, 'Cetak ulang');
  await page.keyboard.press('p');
  await page.getByText('Diminta di anjungan demo-kiosk. Struk keluar di sana.').waitFor();
  here.mall.clock.at += 60_000;
  await page.getByText('08.01', { exact: true }).first().waitFor();
  await free(page, 'Cetak ulang');
  await page.keyboard.press('p');
  await page.getByText('Anjungan demo-kiosk sedang tidak bisa mencetak.').waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});
