import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { unknown } from '../../apps/kiosk/testing/scripted-station.ts';
import { until } from '../mall.ts';
import { oneMall } from './one-mall.ts';
import { heading, openScriptedKiosk, says, toService, touch } from './scripted-kiosk.ts';

const here = oneMall();

const openKiosk = (t: TestContext) => openScriptedKiosk(t, here.browser, here.mall);

/** The press has gone out, and the time in which its visitor would have been told of a number passes. */
async function waitInVain(page: Page): Promise<void> {
  await says(page, 'Mengambil nomor …');
  await page.clock.fastForward(16_000);
  await page.getByRole('alert').getByText('Server belum menjawab').waitFor();
}

test('a station that dies in the middle of a press and comes back gives the number by itself, to the same press', async (t) => {
  const { page, called } = await openKiosk(t);
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  const keys = new Set<unknown>();
  await page.route('**/bridge/*', (route) => {
    if (route.request().url().endsWith('/takeNumber')) keys.add(route.request().postDataJSON().pressId);
    return route.abort();
  });
  await page.clock.install();
  await touch(page, /^Ambil nomor/);
  await until(() => keys.size > 0);
  await page.clock.runFor(4_000);
  await says(page, 'Mengambil nomor …');
  assert.equal(await page.getByText('Server belum menjawab').count(), 0);
  await page.unroute('**/bridge/*');
  await heading(page, 'Nomor antrean Anda');
  assert.deepEqual(
    [...keys],
    called('takeNumber').map(({ pressId }) => pressId),
  );
});

test('once the screen has said that no answer came it goes on asking, and shows the number that comes after all', async (t) => {
  const { page, called, script } = await openKiosk(t);
  script.slips = [unknown];
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await page.route('**/bridge/*', (route) => route.abort());
  await page.clock.install();
  await touch(page, /^Ambil nomor/);
  await waitInVain(page);
  await page.unroute('**/bridge/*');
  await says(page, 'Apakah struk Anda keluar?');
  assert.equal(called('takeNumber').length, 1);
});

test('a visitor who leaves takes the press along: nothing is asked for after that', async (t) => {
  const { page, called } = await openKiosk(t);
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await page.route('**/bridge/takeNumber', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'link.down' } } }),
  );
  await page.clock.install();
  await touch(page, /^Ambil nomor/);
  await waitInVain(page);
  await page.unroute('**/bridge/takeNumber');
  await touch(page, 'Kembali');
  await page.clock.runFor(2_500);
  assert.deepEqual(called('takeNumber'), []);
});

test('while a press is under way its visitor is not counted among those ahead, and a slow printer is told', async (t) => {
  const { page, script, becomes } = await openKiosk(t);
  await toService(page, /^.?Bank Jatim/, /^Pembukaan rekening/);
  const before = await page.locator('.figures dd').first().textContent();
  script.printMs = 3_500;
  await touch(page, /^Ambil nomor/);
  await says(page, 'Mengambil nomor …');
  await becomes({});
  assert.equal(await page.locator('.figures dd').first().textContent(), before);
  await says(page, 'Mencetak struk …');
  await heading(page, 'Nomor antrean Anda');
  script.printMs = 0;
  await touch(page, 'Selesai');
  await toService(page, /^.?Bank Jatim/, /^Pembukaan rekening/);
  assert.equal(await page.locator('.figures dd').first().textContent(), String(Number(before) + 1));
});
