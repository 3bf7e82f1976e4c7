import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StationReport } from '@antrean/protocol';
import { give, type Mall, mondayMorning, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

test('the overview puts a queue that nobody attends to first, and names no officer', async (t) => {
  const mall = await openMall({ at: mondayMorning + 60 * 60_000 });
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    await mall.close();
  });
  const { page, faults } = await openPage(browser, `${mall.url}/admin/`, sizes.counter);
  await page.getByText('Semua antrean yang ditunggu punya loket buka.').waitFor();
  await assertAccessible(page);

  const { number } = await takeNumber(mall, ['DKC-01']);
  await takeNumber(mall, ['DKC-01']);
  const attention = page.locator('.attention li');
  await attention.first().waitFor();
  assert.match((await attention.first().textContent()) ?? '', /Dukcapil.*Cepat.*2 menunggu/);
  await assertAccessible(page);

  await callNext(mall, await openCounter(mall, 'counter-1'));
  const desk = page.locator('.row-called');
  await desk.waitFor();
  assert.match((await desk.textContent()) ?? '', new RegExp(`1Dukcapil.*Memanggil.*${number}`));
  assert.equal(await attention.count(), 0);
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /petugas-/);

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Manager’s overview' }).waitFor();
  await page.setViewportSize(sizes.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

/** The demonstration's kiosk tells how it is. */
async function tell(mall: Mall, printer: Partial<NonNullable<StationReport['printer']>>, freeNumbers: number) {
  const report: StationReport = {
    version: '1',
    printer: { state: 'ready', since: mall.clock.at, profile: 'virtual', confirms: true, slipsLeft: null, ...printer },
    journal: { freeNumbers, unreported: 0, refused: 0 },
  };
  const response = await fetch(`${mall.url}/api/v1/stations/current`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mall.demo.kioskToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(report),
  });
  assert.equal(response.status, 200);
}

test('the overview says of each kiosk what to do, and lists slips in doubt, searches in vain and lists of papers', async (t) => {
  const mall = await openMall({ at: mondayMorning + 60 * 60_000 });
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    await mall.close();
  });
  const { page, faults } = await openPage(browser, `${mall.url}/admin/`, sizes.counter);
  const panel = page.locator('.kiosks');
  await panel.getByText('Belum melapor. Nyalakan anjungan ini.').waitFor();
  await assertAccessible(page);

  const who = { token: mall.demo.kioskToken };
  const { body } = await give(mall.url, who, 'issue', {}, { serviceIds: ['DKC-01'] });
  const visit = body.visit as { readonly id: string; readonly number: string };
  const [ticket] = body.tickets as readonly [{ readonly id: string }];
  await give(mall.url, who, 'print-outcome', { ticketId: ticket.id }, { outcome: 'UNKNOWN', jobId: 'job' });
  const tally = { misses: [{ text: 'umroh', times: 4 }], lists: [{ serviceId: 'DKC-02', times: 3 }] };
  await give(mall.url, who, 'tally', {}, tally);
  await tell(mall, { state: 'nearEnd', slipsLeft: 40, confirms: false }, 12);
  // The page asks every five seconds.
  await panel.getByText('cukup untuk sekitar 40 struk').waitFor({ timeout: 15_000 });
  const told = (await panel.textContent()) ?? '';
  assert.match(told, /tidak dapat memastikan bahwa struk keluar/);
  assert.match(told, new RegExp(`Struk yang diragukan \\(1\\).*${visit.number}`));
  assert.match(told, /umroh4×/);
  assert.match(told, /Penggantian KTP-el hilang3×/);
  assert.equal(await page.locator('.attention li', { hasText: 'demo-kiosk' }).count(), 0);
  await assertAccessible(page);

  await tell(mall, { state: 'paperOut' }, 0);
  const wanted = page.locator('.attention li', { hasText: 'Kertas habis. Pasang gulungan baru.' });
  await wanted.waitFor({ timeout: 15_000 });
  await panel.getByText('Tanpa nomor cadangan').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await panel.getByText('Out of paper. Put in a new roll.').waitFor();
  await page.setViewportSize(sizes.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
