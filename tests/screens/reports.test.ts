import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, type TestContext, test } from 'node:test';
import { type DayReport, dateAfter, weekdayOf } from '@antrean/domain';
import type { Browser } from 'playwright-core';
import { managersPassword, openRealMall, type RealMall } from '../real-mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const [october, today] = ['2026-10-01', '2026-11-23'];
const fiveInTheMorning = Date.UTC(2026, 8, 30, 22);

/** Figures of a day as a program before this one kept them: busier on Mondays, nobody on Sundays. */
function figuresOf(serviceDay: string, n: number): DayReport {
  const visits = weekdayOf(serviceDay) === 'mon' ? 400 + n : 250 + n;
  const spread = (...minutes: readonly (readonly [number, number])[]) => ({
    count: visits - 40,
    totalMs: (visits - 40) * 11 * 60_000,
    minutes: Array.from({ length: 32 }, (_, minute) => minutes.find(([of]) => of === minute)?.[1] ?? 0),
  });
  const of = {
    taken: visits,
    priority: 21,
    served: visits - 60,
    outcomes: { done: visits - 80, papersMissing: 20 },
    missed: 25,
    expired: 3,
    cancelled: 2,
    voided: 1,
    left: 4,
    wait: spread([6, visits - 140], [14, 60], [31, 40]),
    onTime: visits - 80,
    service: spread([8, visits - 140], [20, 100]),
    promise: { earlier: 22, kept: visits - 90, later: 28 },
  };
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const came = hour < 7 || hour > 15 ? 0 : Math.round((visits * (16 - hour)) / 45);
    return { came, called: came, waitMs: came * 600_000 };
  });
  const desk = { openMs: 7 * 3_600_000, pausedMs: { meal: 1_800_000 }, served: visits - 60 };
  return {
    ...{ serviceDay, visits, severalServices: 17, withoutServer: n % 5, lapsed: 0, hours },
    services: {
      'DKC-01': of,
      'DKC-04': { ...of, taken: 31, served: 28, outcomes: { done: 28 }, missed: 0, expired: 0 },
    },
    counters: { 'counter-1': desk, 'counter-2': { ...desk, served: 12 } },
    systemDown: n === 3 ? [{ agencyId: 'DKC', minutes: 42 }] : [],
  };
}

/** A mall that was open from October on, each day but Sundays. */
async function busyMall(t: TestContext): Promise<RealMall> {
  const mall = await openRealMall(t, fiveInTheMorning);
  const give = (order: Parameters<RealMall['store']['give']>[0]['order']) => {
    const id = randomUUID();
    return mall.store.give({ id, at: mall.clock.at, payloadHash: id, caller: { kind: 'system' }, order });
  };
  // The server's own clockwork may have opened the day before once more.
  const openDay = async (serviceDay: string) => {
    await give({ kind: 'close-day' });
    const opened = await give({ kind: 'open-day', serviceDay, by: 'hand' });
    assert.ok(opened.ok || opened.error.code === 'day.open', JSON.stringify(opened));
  };
  let n = 0;
  for (let day = october; day < today; day = dateAfter(day, 1)) {
    if (weekdayOf(day) === 'sun') continue;
    mall.clock.at = Date.parse(`${day}T01:00:00Z`);
    await openDay(day);
    await give({ kind: 'close-day' });
    await mall.store.reports.keep(figuresOf(day, n));
    n += 1;
  }
  mall.clock.at = Date.parse(`${today}T01:00:00Z`);
  await openDay(today);
  await mall.manage();
  return mall;
}

async function signedIn(t: TestContext, mall: RealMall, size: (typeof sizes)[keyof typeof sizes] = sizes.counter) {
  const opened = await openPage(browser, `${mall.url}/admin/reports`, size);
  t.after(() => opened.page.context().close());
  await opened.page.getByLabel('Nama masuk').fill('sri');
  await opened.page.getByLabel('Kata sandi', { exact: true }).fill(managersPassword);
  await opened.page.getByRole('button', { name: 'Masuk' }).click();
  await opened.page.getByRole('heading', { name: 'Laporan', exact: true }).waitFor();
  return opened;
}

test('a manager reads last month beside the one before, and opens an agency to see its services', async (t) => {
  const mall = await busyMall(t);
  const { page, faults } = await signedIn(t, mall);
  const tile = (name: string) => page.locator('.report-headline > div', { has: page.getByText(name, { exact: true }) });
  await tile('Pengunjung').getByText('sebelumnya 439').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Bulan lalu' }).click();
  await page.getByRole('heading', { name: '1–31 Oktober 2026' }).waitFor();
  await tile('Pengunjung').getByText('7.701').waitFor();
  await tile('Pengunjung').getByText('27 hari layanan').waitFor();
  assert.equal(await page.getByText('sebelumnya').count(), 0, 'the mall was not open in September');
  await tile('Sesuai standar tunggu').getByText('84%').waitFor();
  await page.getByText('51 mendapat nomor saat server tidak terhubung').waitFor();
  await page.getByText('Dukcapil: 42 menit').waitFor();
  assert.equal(await page.locator('.report-bars li').count(), 27);
  assert.equal(await page.getByTitle('Sen pukul 07.00: 83 pengunjung').count(), 1);
  const services = page.locator('.report-service');
  assert.equal(await services.count(), 0);
  await page.getByRole('button', { name: 'Layanan Dinas Kependudukan dan Pencatatan Sipil' }).press('Enter');
  assert.deepEqual(await services.locator('td').first().allTextContents(), ['7.701']);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Within the standard wait').waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, ['Failed to load resource: the server responded with a status of 404 (Not Found)']);
});

test('a year is told by months, other dates by hand, and dates that cannot be told say so', async (t) => {
  const mall = await busyMall(t);
  const { page } = await signedIn(t, mall, sizes.phone);
  await page.getByRole('button', { name: 'Tahun ini' }).click();
  await page.getByText('Pengunjung per bulan').waitFor();
  assert.deepEqual(await page.locator('.report-bar-name').allTextContents(), ['Okt 2026', 'Nov 2026']);
  await page.getByRole('button', { name: 'Pilih tanggal' }).click();
  await page.getByLabel('Dari').fill('2026-12-01');
  await page.getByText('tanggal akhir tidak sebelum tanggal awal').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Dari').fill('2026-11-22');
  await page.getByLabel('Sampai').fill('2026-11-22');
  await page.getByText('Tidak ada hari layanan pada tanggal ini.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Unduh CSV' }).isDisabled(), true);
  const { scrollWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
  assert.equal(scrollWidth, sizes.phone.width, 'nothing hangs over the edge of a phone');
});

test('the month goes out as a file for a spreadsheet, and as a sheet to sign', async (t) => {
  const mall = await busyMall(t);
  const { page } = await signedIn(t, mall);
  await page.getByRole('button', { name: 'Bulan lalu' }).click();
  await page.getByText('7.701').first().waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), 'laporan-2026-10-01-2026-10-31.csv');
  const [head, first] = readFileSync(await file.path(), 'utf8').split('\r\n');
  assert.ok(head?.startsWith('\uFEFFinstansi;kode layanan;layanan;jalur;nomor;'));
  assert.ok(
    first?.startsWith(
      'Dinas Kependudukan dan Pencatatan Sipil;DKC-01;Perekaman KTP-el pemula;quick;7701;567;6081;540;',
    ),
  );
  const seen = (text: string) => page.getByText(text).first().isVisible();
  assert.deepEqual([await seen('Mengetahui,'), await seen('Unduh CSV')], [false, true]);
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual([await seen('Mengetahui,'), await seen('Unduh CSV')], [true, false]);
  await page.getByText('Laporan pelayanan MPP Bintan, 1–31 Oktober 2026').waitFor();
});
