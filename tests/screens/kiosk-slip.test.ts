import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { notSent, printed, unknown } from '../../apps/kiosk/testing/scripted-station.ts';
import { until } from '../mall.ts';
import { oneMall } from './one-mall.ts';
import { heading, openScriptedKiosk, says, start, takeNumber, toService, touch } from './scripted-kiosk.ts';

const here = oneMall();

const openKiosk = (t: TestContext) => openScriptedKiosk(t, here.browser, here.mall);

test('a slip that may not have come out is asked about: yes is told, no prints again, silence tells nothing', async (t) => {
  const { page, called, script } = await openKiosk(t);
  script.slips = [unknown];
  await takeNumber(page);
  await says(page, 'Apakah struk Anda keluar?');
  await touch(page, 'Ya, sudah saya pegang');
  await says(page, 'Terima kasih. Nomor Anda berlaku.');
  await until(() => called('confirm').length === 1);
  await touch(page, 'Selesai');
  await takeNumber(page);
  script.slips = [printed];
  await touch(page, 'Tidak, cetak ulang');
  await says(page, 'Silakan ambil struk Anda');
  await until(() => called('reprint').length === 1);
  await touch(page, 'Selesai');
  script.slips = [unknown];
  await takeNumber(page);
  await page.clock.install();
  await page.clock.fastForward(58_000);
  await says(page, 'Apakah struk Anda keluar?');
  assert.equal(await page.getByText('dibatalkan').count(), 0, 'a number in doubt is never given up');
  await page.clock.fastForward(3_000);
  await start(page);
  assert.deepEqual([called('confirm').length, called('giveUp').length], [1, 0]);
});

test('a number without paper is kept when its visitor notes it, and given up, as said before, when nobody does', async (t) => {
  const { page, called, script } = await openKiosk(t);
  script.slips = [notSent];
  await takeNumber(page);
  const box = page.locator('.note-it');
  await box.getByText('Foto layar ini, atau catat nomornya.').waitFor();
  await box.getByText(/^Tanpa sentuhan, nomor ini dibatalkan dalam \d+ detik\.$/).waitFor();
  await box.getByRole('button', { name: 'Saya sudah mencatat nomor ini' }).waitFor();
  await page.getByRole('button', { name: 'Cetak struk' }).waitFor();
  assert.equal(await page.getByText(/tetap berlaku|kembali ke awal/).count(), 0, 'no promise against the warning');
  await page.getByRole('img', { name: 'Pindai untuk melihat giliran Anda di ponsel' }).waitFor();
  await touch(page, 'Saya sudah mencatat nomor ini');
  await says(page, 'Terima kasih. Nomor Anda berlaku.');
  await touch(page, 'Selesai');
  await start(page);
  assert.deepEqual([called('confirm').length, called('giveUp').length], [1, 0]);
  await takeNumber(page);
  await page.clock.install();
  await page.clock.fastForward(50_000);
  await page.mouse.click(540, 20);
  await page.clock.fastForward(50_000);
  await heading(page, 'Nomor antrean Anda');
  assert.equal(called('giveUp').length, 0, 'one touch extends the time');
  await page.clock.fastForward(12_000);
  await start(page);
  await until(() => called('giveUp').length > 0);
  assert.equal(called('giveUp').length, 1);
  const given = called('takeNumber').length;
  assert.deepEqual([given, called('confirm').length], [2, 1]);
});

test('a page that is loaded again loses neither the number on the screen nor the press under way', async (t) => {
  const { page, called, script } = await openKiosk(t);
  const number = await takeNumber(page);
  await page.reload();
  await heading(page, 'Nomor antrean Anda');
  assert.equal(await page.locator('.done-number > [aria-hidden]').textContent(), number);
  await touch(page, 'Selesai');
  await page.reload();
  await start(page);
  script.printMs = 2_000;
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await touch(page, /^Ambil nomor/);
  await says(page, 'Mengambil nomor …');
  await page.reload();
  await heading(page, 'Nomor antrean Anda');
  const keys = called('takeNumber').map(({ pressId }) => pressId);
  assert.deepEqual([keys.length, new Set(keys).size], [3, 2], 'the same press was asked for again');
});

test('a slip that a restarted station lost sight of is asked about once, when nobody stands there', async (t) => {
  const { page, called, becomes, script } = await openKiosk(t);
  script.slips = [unknown];
  const answer = page.waitForResponse((response) => response.url().endsWith('/bridge/takeNumber'));
  const number = await takeNumber(page);
  const { value: unsettled } = await (await answer).json();
  await touch(page, 'Ya, sudah saya pegang');
  await becomes({ unsettled });
  await touch(page, 'Selesai');
  await start(page);
  await becomes({});
  await start(page);
  await becomes({ unsettled: null });
  await page.reload();
  await touch(page, /^.?PLN$/);
  await heading(page, /PLN/);
  await becomes({ unsettled });
  await heading(page, /PLN/);
  await touch(page, 'Kembali');
  await says(page, 'Apakah struk Anda keluar?');
  assert.equal(await page.locator('.done-number > [aria-hidden]').textContent(), number);
  await touch(page, 'Ya, sudah saya pegang');
  await touch(page, 'Selesai');
  await start(page);
  await becomes({});
  await start(page);
  assert.equal(called('confirm').length, 2);
});

test('a slip in doubt that could not be printed again is asked about again, and its visitor told that no paper came', async (t) => {
  const { page, script } = await openKiosk(t);
  script.slips = [unknown];
  await takeNumber(page);
  await touch(page, 'Tidak, cetak ulang');
  await says(page, /Kali ini tidak ada struk yang keluar\. .*Nomor Anda tetap berlaku\./);
  await says(page, 'Apakah struk Anda keluar?');
  await page.getByRole('button', { name: 'Ya, sudah saya pegang' }).waitFor();
});
