import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { Page } from 'playwright-core';
import { readSettings } from '../../apps/server/src/flags.ts';
import { openStore } from '../../apps/server/src/open-store.ts';
import { mondayMorning, openMall, until } from '../mall.ts';
import { assertAccessible, openPage, sizes } from './browser.ts';
import { oneMall } from './one-mall.ts';
import { heading, settled, touch } from './scripted-kiosk.ts';

const here = oneMall();

const openKiosk = (size: { width: number; height: number } = sizes.kiosk) =>
  openPage(here.browser, `${here.mall.url}/kiosk/`, size);
const issuedOf = (serviceId: string) => here.mall.server.hall().issuedToday[serviceId] ?? 0;

// 20 mm on the smallest panel that stands in a mall, 21.5 inches at 1080×1920 (notes: screens-and-voice §3).
const targetPx = 81;

async function assertTouchable(page: Page): Promise<void> {
  const small = await page.locator('button:visible, label:visible').evaluateAll(
    (all, least) =>
      all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < least || height < least ? [`${element.textContent} ${width}×${height}`] : [];
      }),
    targetPx,
  );
  assert.deepEqual(small, []);
}

async function assertFits(page: Page): Promise<void> {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const cut = await page.locator('h1:not(.visually-hidden), h2, button:visible').evaluateAll((all) =>
    all.flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth || element.scrollWidth > element.clientWidth + 1
        ? [String(element.textContent)]
        : [];
    }),
  );
  assert.deepEqual(cut, []);
}

async function assertOpenToAll(page: Page): Promise<void> {
  // While a page arrives it is half transparent and takes no touch.
  await settled(page);
  await assertAccessible(page);
}

async function assertWell(page: Page, size: object): Promise<void> {
  await assertOpenToAll(page);
  await assertFits(page);
  if (size === sizes.kiosk) await assertTouchable(page);
}

for (const [name, size] of Object.entries({ kiosk: sizes.kiosk, desk: sizes.counter, phone: sizes.phone }))
  test(`three touches give a number, and every page on the way shuts nobody out (${name})`, async () => {
    const { page, faults } = await openKiosk(size);
    await heading(page, 'Mal Pelayanan Publik Banyuwangi');
    assert.equal(await page.locator('.agency-tile').count(), 23);
    await assertWell(page, size);
    await touch(page, /^[A-Z]?Kejaksaan/);
    await heading(page, 'Kejaksaan Negeri');
    await assertWell(page, size);
    await touch(page, /^Konsultasi hukum gratis/);
    await heading(page, 'Konsultasi hukum gratis');
    await page.getByText('Nomor tetap bisa diambil.').waitFor();
    await page.getByText('Dokumen terkait masalah').waitFor();
    await assertWell(page, size);
    const before = issuedOf('KJR-02');
    await touch(page, 'Ambil nomor');
    await heading(page, 'Nomor antrean Anda');
    assert.match((await page.locator('.done-number').textContent()) ?? '', /^LL\d{3}/);
    await page.getByText('Foto layar ini, atau catat nomornya').waitFor();
    await page.getByRole('img', { name: 'Pindai untuk melihat giliran Anda di ponsel' }).waitFor();
    await page.getByText('Lantai 2').waitFor();
    await assertWell(page, size);
    assert.equal(issuedOf('KJR-02'), before + 1);
    await touch(page, 'Selesai');
    await heading(page, 'Mal Pelayanan Publik Banyuwangi');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

test('a portrait kiosk shows every agency and the whole question of priority without scrolling, in each language', async (t) => {
  const morning = await openMall();
  t.after(() => morning.close());
  const { page } = await openPage(here.browser, `${morning.url}/kiosk/`, sizes.kiosk);
  for (const language of ['Bahasa Indonesia', 'English']) {
    await touch(page, language);
    await page.locator('.agency-tile').last().waitFor();
    assert.ok(await page.locator('.scroll-list').evaluate(isWhole), language);
  }
  await touch(page, /^.?District Police/);
  await touch(page, /^New police clearance/);
  await heading(page, 'New police clearance certificate');
  assert.ok(await page.locator('.scroll-list').evaluate(isWhole));
  await page.context().close();
});

/** Nothing of the list is out of sight, and nothing offers to show more. */
function isWhole(list: Element): boolean {
  const view = list.querySelector('.scroll-list-view');
  return (
    view !== null && view.scrollHeight <= view.clientHeight + 1 && list.querySelector('.scroll-list-more') === null
  );
}

test('in English every word is English and the page says so, and the ticket remembers it', async () => {
  const { page } = await openKiosk();
  await touch(page, 'English');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await assertOpenToAll(page);
  await touch(page, /Immigration Office/);
  await heading(page, 'Immigration Office');
  await touch(page, /^Information on stay permits|stay permit/i);
  await page.getByText('What to bring').waitFor();
  await assertOpenToAll(page);
  await page.getByText('Aged 60 and over').click();
  await touch(page, 'Take a number');
  await heading(page, 'Your queue number');
  await page.locator('.done-for', { hasText: 'Imigrasi' }).getByText('Immigration Office').waitFor();
  await assertOpenToAll(page);
  const number = (await page.locator('.done-number > [aria-hidden]').textContent()) ?? '';
  await until(() => listOf(here.mall.server.hall().visits).some((visit) => visit.number === number));
  const visit = listOf(here.mall.server.hall().visits).find((taken) => taken.number === number);
  assert.deepEqual([visit?.language, visit?.priority], ['en', true]);
  await page.context().close();
});

test('a hammering, sliding or doubled touch takes one number', async () => {
  const { page } = await openKiosk();
  await touch(page, /^.?BPJS Kesehatan/);
  const service = page.getByRole('button', { name: /^Perubahan kelas rawat/ });
  await settled(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 10_000);
  await service.dblclick();
  await heading(page, 'Perubahan kelas rawat');
  const take = page.getByRole('button', { name: 'Ambil nomor' });
  const box = await take.boundingBox();
  assert.ok(box);
  await page.clock.runFor(200);
  await page.mouse.click(box.x + 20, box.y + 20);
  await page.clock.resume();
  await settled(page);
  assert.equal(await take.getAttribute('aria-disabled'), 'false', 'a finger that bounces presses nothing');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y - 300);
  await page.mouse.up();
  assert.equal(issuedOf('JKN-05'), 0);
  await take.evaluate((button) => {
    for (let press = 0; press < 8; press += 1) (button as HTMLButtonElement).click();
  });
  await heading(page, 'Nomor antrean Anda');
  assert.equal(issuedOf('JKN-05'), 1);
  await page.context().close();
});

test('a service is found by typing on the glass as well as on a keyboard, and a wrong word gets help', async () => {
  const { page } = await openKiosk();
  await touch(page, /Anda ingin mengurus apa/);
  await assertWell(page, sizes.kiosk);
  for (const key of ['A', 'K', 'T', 'E', 'Spasi', 'L', 'A', 'H', 'I', 'R'])
    await page.getByRole('button', { name: key, exact: true }).click();
  assert.equal(await page.getByRole('textbox').inputValue(), 'akte lahir');
  assert.match((await page.locator('.service-card').first().textContent()) ?? '', /^DukcapilAkta kelahiran(Cepat|$)/);
  await assertWell(page, sizes.kiosk);
  await touch(page, 'Hapus tulisan');
  await page.keyboard.type('pajak motor');
  await page.locator('.service-card', { hasText: 'Pajak tahunan kendaraan roda dua' }).first().waitFor();
  assert.match((await page.locator('.service-card').first().textContent()) ?? '', /roda dua/);
  await page.getByRole('textbox').fill('xyzzy');
  await page.getByText('Layanan itu belum kami temukan.').waitFor();
  await page.getByText('meja informasi').waitFor();
  await assertOpenToAll(page);
  await touch(page, 'Lihat semua instansi');
  await heading(page, 'Mal Pelayanan Publik Banyuwangi');
  await page.context().close();
});

test('the whole way can be walked by keyboard alone', async () => {
  const { page } = await openKiosk();
  await heading(page, 'Mal Pelayanan Publik Banyuwangi');
  await tabTo(page, /^.?PLN/);
  await page.keyboard.press('Enter');
  await heading(page, /PLN/);
  await tabTo(page, /^Pengaduan tagihan/);
  await page.keyboard.press('Enter');
  await heading(page, 'Pengaduan tagihan dan gangguan');
  await tabTo(page, /^Ambil nomor/);
  await page.keyboard.press('Enter');
  await heading(page, 'Nomor antrean Anda');
  await page.context().close();
});

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(text)) return;
  }
  assert.fail(`Tab never comes to ${name}`);
}

test('whoever walks away leaves nothing behind: a warning, one touch to stay, then the start in Indonesian', async () => {
  const { page } = await openKiosk();
  await touch(page, 'English');
  await touch(page, /^.?Population/);
  await heading(page, 'Population and Civil Registration Office');
  await page.clock.install();
  await page.clock.fastForward(65_000);
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await assertOpenToAll(page);
  await page.mouse.click(5, 5);
  await question.waitFor({ state: 'hidden' });
  await heading(page, 'Population and Civil Registration Office');
  await page.clock.fastForward(81_000);
  await heading(page, 'Mal Pelayanan Publik Banyuwangi');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'id');
  await page.context().close();
});

test('a network that breaks is told calmly, the same press is repeated, and it gives one number', async () => {
  const { page } = await openKiosk();
  await touch(page, /^.?Bea Cukai/);
  await touch(page, /^Pendaftaran IMEI/);
  const keys = new Set<string | undefined>();
  // The server takes the number, only its answers are lost on the way.
  await page.route('**/api/v1/tickets', async (route) => {
    keys.add(route.request().headers()['idempotency-key']);
    await route.fetch();
    await route.abort();
  });
  await page.clock.install();
  await touch(page, 'Ambil nomor');
  await until(() => keys.size > 0);
  await page.clock.fastForward(16_000);
  await page.getByText('Server belum menjawab. Coba lagi sebentar.').waitFor();
  await assertOpenToAll(page);
  await touch(page, 'Coba lagi');
  // A request that is still under way would be let go twice.
  await page.unrouteAll({ behavior: 'wait' });
  await heading(page, 'Nomor antrean Anda');
  assert.deepEqual([keys.size, issuedOf('BCU-02')], [1, 1]);
  await page.context().close();
});

test('when the day is over the kiosk says so, and when it opens again', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const afternoon = mondayMorning + 5.5 * 3_600_000;
  const before = await openMall({ folder, at: afternoon });
  await before.close();
  await closeDay(folder, afternoon);
  const late = await openMall({ folder, at: afternoon });
  t.after(() => late.close());
  for (const size of [sizes.kiosk, sizes.counter, sizes.phone]) {
    const { page } = await openPage(here.browser, `${late.url}/kiosk/`, size);
    await heading(page, 'Pengambilan nomor hari ini sudah ditutup');
    await page.getByText('Kami buka kembali Selasa, 24 November, pukul 07.30.').waitFor();
    await assertWell(page, size);
    await touch(page, 'English');
    await heading(page, 'No more numbers are given today');
    await assertOpenToAll(page);
    await page.context().close();
  }
});

// A demonstration never closes by itself; a day that was closed stays closed until the next.
async function closeDay(folder: string, at: number): Promise<void> {
  const read = readSettings(['--port', '0'], {}, folder);
  assert.ok(read.ok);
  const opened = await openStore(read.settings);
  assert.ok(opened.ok);
  const id = crypto.randomUUID();
  const caller = { kind: 'system' } as const;
  const given = await opened.store.give({ id, at, payloadHash: id, caller, order: { kind: 'close-day' } });
  await opened.store.close();
  assert.ok(given.ok);
}

test('a demonstration outside the hours is open and says so', async (t) => {
  const sunday = await openMall({ at: mondayMorning - 12 * 3_600_000 });
  t.after(() => sunday.close());
  const { page } = await openPage(here.browser, `${sunday.url}/kiosk/`, sizes.kiosk);
  await page.getByText('Di luar jam layanan. Peragaan ini tetap dibuka.').waitFor();
  await assertWell(page, sizes.kiosk);
  await page.context().close();
});
