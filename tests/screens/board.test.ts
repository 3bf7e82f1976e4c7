import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { give, type Mall, mondayMorning, openMall, signInBoard } from '../mall.ts';
import { confirm, need, openBoard } from './boards.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

const minute = 60_000;
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A mall of its own at nine o'clock, gone with the test. */
async function mallFor(t: { after(done: () => Promise<void>): void }): Promise<Mall> {
  const mall = await openMall({ at: mondayMorning + 60 * minute });
  t.after(() => mall.close());
  return mall;
}

const signIn = async (page: Page, officer: string, pin: string) => {
  await page.getByLabel('Nama petugas').fill(officer);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Masuk' }).click();
};

test('the board is for supervisors: a wrong PIN and another officer are told so, and signing out leads back', async (t) => {
  const mall = await mallFor(t);
  const { page } = await openPage(browser, `${mall.url}/admin/board`, sizes.counter);
  await page.getByRole('heading', { name: 'Papan pengawas' }).waitFor();
  await assertAccessible(page);
  await signIn(page, mall.demo.board.officer, '0000');
  await page.getByText('Nama atau PIN salah.').waitFor();
  await signIn(page, mall.demo.counters[0]?.officer ?? '', mall.demo.pin);
  await page.getByText('Papan ini hanya untuk pengawas.').waitFor();
  await signIn(page, mall.demo.board.officer, mall.demo.pin);
  await page.getByRole('tablist').waitFor();
  await page.reload();
  await page.getByRole('tablist').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar dari papan.').waitFor();
  await page.context().close();
});

test('a board that nobody touches for ten minutes warns, can be kept by a press, and ends its session, and so does the same supervisor elsewhere', async (t) => {
  const mall = await mallFor(t);
  const { page } = await openPage(browser, `${mall.url}/admin/board`, sizes.counter);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('tablist').waitFor();
  const warning = page.getByRole('dialog', { name: 'Masih di papan ini?' });
  mall.clock.at += 9.2 * minute;
  await warning.getByText(/^Keluar dalam \d+ detik$/).waitFor();
  await assertAccessible(page);
  await warning.getByRole('button', { name: 'Tetap masuk' }).click();
  await warning.waitFor({ state: 'detached' });
  mall.clock.at += 9.2 * minute;
  await warning.waitFor();
  assert.equal(await page.getByRole('tablist').count(), 1);
  mall.clock.at += minute;
  await page.getByText('tidak dipakai selama 10 menit').waitFor();
  await page.context().close();

  const other = await openBoard(browser, mall);
  await signInBoard(mall);
  await other.page.getByText('Anda kini masuk di tempat lain.').waitFor();
  await other.page.context().close();
});

for (const language of ['id', 'en'] as const)
  test(`every part of the board shuts nobody out, on a small and a large screen (${language})`, async (t) => {
    const mall = await mallFor(t);
    await takeNumber(mall, ['DKC-01']);
    await openCounter(mall, 'counter-11');
    for (const size of [sizes.counter, sizes.tv]) {
      const { page, faults } = await openBoard(browser, mall, language, size);
      await page.locator('.need').first().waitFor();
      await assertAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      for (const part of ['stations', 'oddities'] as const) {
        await page.locator(`#tab-${part}`).click();
        await page.locator('.pane').first().waitFor();
        await assertAccessible(page);
      }
      for (const act of await page.locator('.mall-acts button').all()) {
        await act.click();
        await page.getByRole('dialog').waitFor();
        await assertAccessible(page);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });

test('[V9] a queue that nobody serves comes first, and by keyboard alone another counter takes it on', async (t) => {
  const mall = await mallFor(t);
  const { page, faults } = await openBoard(browser, mall);
  await page.getByText('Tidak ada yang perlu perhatian.').waitFor();
  await takeNumber(mall, ['DKC-01']);
  const line = need(page, 'Dukcapil Cepat: 1 orang menunggu, terlama < 1 menit, tidak ada loket buka.');
  await line.waitFor();
  await openCounter(mall, 'counter-9');

  await line.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Siapa melayani Dukcapil Cepat?' });
  await dialog.getByText('Loket 1, 2, 3, 4, 5, 6, 7, 8 memang untuk antrean ini, tetapi tutup.').waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /^9 ?Pindah ke jalur Cepat/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Ubah jalur loket 9' }).waitFor();
  await page.getByText('Loket 9 memanggil jalur Cepat: Dukcapil Cepat.').waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByText('Loket 9 kini jalur Cepat.').waitFor();
  await line.waitFor({ state: 'detached' });
  assert.equal(mall.server.hall().counters['counter-9']?.track, 'quick');

  // The way back lies under the next keys, and the warning comes back with it.
  await page.getByRole('button', { name: 'Urungkan' }).focus();
  await page.keyboard.press('Enter');
  await line.waitFor();
  assert.equal(mall.server.hall().counters['counter-9']?.track, 'long');
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('[V8] a wait beyond the target turns the light red by word and shape, and the longest wait can be put first', async (t) => {
  const mall = await mallFor(t);
  await openCounter(mall, 'counter-1');
  await openCounter(mall, 'counter-11');
  await takeNumber(mall, ['JKN-01']);
  mall.clock.at += 12 * minute;
  await takeNumber(mall, ['DKC-01']);
  mall.clock.at += 4 * minute;
  const { page } = await openBoard(browser, mall);
  const row = (agency: string) => page.locator('.queue-row', { hasText: agency });
  await row('BPJS Kesehatan').locator('.light-red', { hasText: 'Lewat' }).waitFor();
  await row('Dukcapil').locator('.light-green', { hasText: 'Sesuai' }).waitFor();
  await need(page, 'terlama menunggu 16 menit, targetnya 15 menit').waitFor();
  assert.match((await page.locator('.queue-row').first().textContent()) ?? '', /Dukcapil/);
  await page.getByRole('button', { name: 'Urutkan menurut Terlama' }).click();
  assert.match((await page.locator('.queue-row').first().textContent()) ?? '', /BPJS Kesehatan/);
  await page.getByRole('searchbox').fill('dukcapil');
  await row('BPJS').first().waitFor({ state: 'detached' });
  assert.equal(await page.locator('.queue-row').count(), 3);
  // Nobody has waited long there; the light is about the counter that is missing.
  await takeNumber(mall, ['POL-01']);
  await page.getByRole('searchbox').fill('polres');
  await page.locator('.queue-row .light-red', { hasText: 'Tanpa loket' }).waitFor();
  await page.context().close();
});

test('[V8] a queue whose agency rests has neither the colour nor the shape of one that is in time', async (t) => {
  const mall = await mallFor(t);
  await takeNumber(mall, ['JKN-01']);
  const board = await signInBoard(mall);
  const pause = { agencyId: 'JKN', reason: 'systemDown', until: null } as const;
  assert.equal((await give(mall.url, board, 'start-pause', {}, pause)).status, 201);
  const { page } = await openBoard(browser, mall);
  await page.locator('.queue-row .light-resting', { hasText: 'Jeda' }).waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('whoever mistypes a PIN too often reads for how long to wait', async (t) => {
  const mall = await mallFor(t);
  const { page } = await openPage(browser, `${mall.url}/admin/board`, sizes.counter);
  const wait = page.getByText(/Terlalu sering salah. Coba lagi dalam \d+ (detik|menit)/);
  for (let tries = 0; tries < 8 && (await wait.count()) === 0; tries += 1) {
    await signIn(page, mall.demo.board.officer, '000000');
    await page.locator('.entry-failed').waitFor();
    await page.locator('.entry-submit:not([aria-disabled])').waitFor();
  }
  await wait.waitFor();
  await page.context().close();
});

test('a kiosk without paper, one that has fallen silent and a server that lost something are said with what to do', async (t) => {
  const mall = await mallFor(t);
  const report = await fetch(`${mall.url}/api/v1/stations/current`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mall.demo.kioskToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      version: '1.0.0',
      printer: { state: 'paperOut', since: mall.clock.at, profile: 'test', confirms: true, slipsLeft: 0 },
      journal: { freeNumbers: 40, unreported: 2, refused: 0 },
    }),
  });
  assert.equal(report.status, 200);
  const { page } = await openBoard(browser, mall);
  await need(page, 'demo-kiosk: Kertas habis. Datangi anjungan itu.').getByRole('button').click();
  const row = page.locator('tr', { hasText: 'demo-kiosk' });
  for (const text of ['Bermasalah', 'Kertas habis.', '40 nomor', '2 belum dilaporkan', '1.0.0'])
    await row.getByText(text).waitFor();
  const display = io(mall.url, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${mall.demo.kioskToken}` },
  });
  t.after(() => void display.close());
  await display.emitWithAck('join', { after: mall.server.hall().seq + 3, epoch: 1 });
  mall.clock.at += 3 * minute;
  await need(page, 'demo-kiosk: tidak ada kabar sejak 3 menit lalu.').waitFor();
  await need(page, 'Sebuah layar tahu lebih banyak daripada server, 3 menit lalu').waitFor();
  await page.context().close();
});

test('officers are called by their names: beside their counter, and in the sentence that sends somebody there', async (t) => {
  const mall = await mallFor(t);
  const desk = await openCounter(mall, 'counter-1');
  const { number } = await takeNumber(mall, ['DKC-01']);
  await callNext(mall, desk);
  mall.clock.at += 6 * minute;
  const { page } = await openBoard(browser, mall);
  await page.locator('.counter-row').getByText('Petugas 1', { exact: true }).waitFor();
  await need(page, `Loket 1 (Petugas 1): ${number} dipanggil 6 menit lalu`).waitFor();
  await page.context().close();
});

test('[V10] the notes of today list overtaking, no-shows with their calls, and who did what', async (t) => {
  const mall = await mallFor(t);
  const desk = await openCounter(mall, 'counter-1');
  await takeNumber(mall, ['DKC-01']);
  mall.clock.at += 5 * minute;
  const { number } = await takeNumber(mall, ['DKC-01'], 'elderly');
  const ticketId = await callNext(mall, desk);
  for (const again of ['recall', 'recall', 'no-show'] as const) {
    mall.clock.at += 30_000;
    assert.equal((await give(mall.url, desk, again, { ticketId }, {})).status, 200);
  }
  const { page } = await openBoard(browser, mall);
  await page.getByRole('button', { name: 'Tutup nomor …' }).click();
  await confirm(page, 'Tutup pengambilan nomor', 'Pengambilan nomor ditutup.');
  await page.getByRole('tab', { name: 'Catatan hari ini' }).click();
  const list = (title: string) => page.getByRole('region', { name: title }).getByRole('row').nth(1);
  await list('Menyalip karena prioritas').getByText(number).waitFor();
  assert.match(
    (await list('Menyalip karena prioritas').textContent()) ?? '',
    /Lansia 60 tahun ke atas30 menit lebih awalPetugas 1$/,
  );
  assert.match((await list('Terlewat').textContent()) ?? '', /09\.05\.\d\d · 09\.05\.\d\d · 09\.06\.\d\dPetugas 1$/);
  assert.match((await list('Tindakan').textContent()) ?? '', /Menutup pengambilan nomorPengawas/);
  await page.context().close();
});
