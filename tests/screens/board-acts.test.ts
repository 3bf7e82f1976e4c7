import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, mondayMorning, type Officer, openMall, signInManager } from '../mall.ts';
import { askAgency, askCounter, confirm, need, openBoard, undo } from './boards.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

// One morning of one mall and one board, told in order: each test puts back what it has changed.
const minute = 60_000;
let browser: Browser;
let mall: Mall;
let board: Page;
let display: Page;
let kiosk: Page;
let desk: Officer;
let held = '';
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * minute })]);
  desk = await openCounter(mall, 'counter-1');
  held = (await takeNumber(mall, ['DKC-01'])).number;
  await callNext(mall, desk);
  await takeNumber(mall, ['JKN-01']);
  board = (await openBoard(browser, mall)).page;
  display = (await openPage(browser, `${mall.url}/display/`, sizes.tv)).page;
  kiosk = (await openPage(browser, `${mall.url}/kiosk/`, sizes.kiosk)).page;
  for (const page of [board, display, kiosk]) page.setDefaultTimeout(8_000);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('[P1] an agency is paused with its end, the kiosk and the display say so, and it can be taken back', async () => {
  await askAgency(board, 'BPJS Kesehatan', 'Jeda instansi …');
  const dialog = board.getByRole('dialog', { name: 'Jeda BPJS Kesehatan' });
  await dialog.getByLabel('15 menit').check();
  await dialog
    .getByText('BPJS Kesehatan tidak memanggil dan tidak memberi nomor sampai pukul 09.15. 1 orang')
    .waitFor();
  await dialog.getByLabel('Pukul').first().check();
  await dialog.getByText('Isi jamnya dulu.').waitFor();
  await dialog.locator('input[type=time]').fill('08:30');
  await dialog.getByText('Jam itu sudah lewat.').waitFor();
  await dialog.locator('input[type=time]').fill('10:30');
  await assertAccessible(board);
  await confirm(board, 'Mulai jeda', 'BPJS Kesehatan jeda sampai pukul 10.30.');
  await board.locator('.in-force-line', { hasText: /BPJS Kesehatan istirahat.*, sampai 10.30/ }).waitFor();
  await display.getByText('BPJS Kesehatan: jeda sampai 10.30').first().waitFor();
  const pause = Object.values(mall.server.hall().pauses)[0];
  assert.equal(pause?.until, mondayMorning + 150 * minute);
  await undo(board, 'BPJS Kesehatan dibuka lagi.');
  assert.deepEqual(mall.server.hall().pauses, {});
});

test('the whole mall is paused with an open end, and every screen in the hall says so', async () => {
  await board.getByRole('button', { name: 'Jeda mal …' }).click();
  await board.getByRole('dialog').getByLabel('Salat', { exact: true }).check();
  await board.getByRole('dialog').getByLabel('Belum tahu').check();
  await confirm(board, 'Mulai jeda', 'Seluruh mal jeda sampai dibuka lagi.');
  await kiosk.getByText('Pelayanan jeda: salat').first().waitFor();
  await display.locator('.headline-paused').waitFor();
  await board.getByRole('button', { name: 'Buka lagi mal …' }).click();
  await confirm(board, 'Buka lagi', 'Seluruh mal dibuka lagi.');
  await display.locator('.headline-paused').waitFor({ state: 'detached' });
});

test('an agency’s own system is declared down: its visitors keep their places and its minutes are counted', async () => {
  await askAgency(board, 'BPJS Kesehatan', 'Sistem instansi mati …');
  await confirm(board, 'Nyatakan sistem mati', 'Sistem BPJS Kesehatan dinyatakan mati.');
  const row = display.locator('.pause-row', { hasText: 'BPJS Kesehatan' });
  await row.getByText('Gangguan sistem. Nomor tetap berlaku.').waitFor();
  mall.clock.at += 7 * minute;
  await need(board, 'BPJS Kesehatan: sistemnya mati sudah 7 menit, 1 orang menunggu.').getByRole('button').click();
  await confirm(board, 'Buka lagi', 'BPJS Kesehatan dibuka lagi.');
  await board.getByRole('tab', { name: 'Catatan hari ini' }).click();
  const lost = board.getByRole('region', { name: 'Sistem instansi mati' });
  await lost.getByRole('cell', { name: '7 menit' }).waitFor();
  await board.getByRole('tab', { name: 'Aula' }).click();
});

test('[Q3] today’s quota of a service is used up at once, and set back', async () => {
  const service = mall.server.catalogue().services.find(({ id }) => id === 'JKN-01');
  assert.ok(service);
  const give1 = () => give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['JKN-01'] });
  await askAgency(board, 'BPJS Kesehatan', 'Kuota hari ini …');
  const dialog = board.getByRole('dialog', { name: 'Kuota BPJS Kesehatan hari ini' });
  await dialog.getByLabel('Layanan').selectOption('JKN-01');
  await dialog.getByText('Sudah diberikan 1, kuota').waitFor();
  await dialog.getByLabel('Tanpa batas').uncheck();
  await dialog.getByLabel('Paling banyak nomor hari ini').fill('1');
  await dialog.getByText('tidak ada nomor lagi hari ini').waitFor();
  await assertAccessible(board);
  await confirm(board, 'Ubah kuota hari ini', `Kuota ${service.name} hari ini: 1.`);
  assert.equal((await give1()).body.code, 'service.quota');
  await undo(board, `Kuota ${service.name} hari ini:`);
  assert.equal((await give1()).status, 201);
});

test('[D8] ticketing is closed by hand: the kiosk says by whom, whoever waits is still served, and it opens again', async () => {
  await board.getByRole('button', { name: 'Tutup nomor …' }).click();
  await board.getByText('2 orang yang menunggu tetap dilayani.').waitFor();
  await confirm(board, 'Tutup pengambilan nomor', 'Pengambilan nomor ditutup.');
  await kiosk.getByRole('heading', { name: 'Pengambilan nomor ditutup petugas' }).waitFor();
  await kiosk.getByText('Yang sudah memegang nomor tetap dilayani.').waitFor();
  await assertAccessible(kiosk);
  await need(board, 'Pengambilan nomor ditutup petugas.').waitFor();
  await undo(board, 'Pengambilan nomor dibuka.');
  await kiosk.getByRole('heading', { name: 'Pengambilan nomor ditutup petugas' }).waitFor({ state: 'detached' });
});

test('[W11] a zone that the manager keeps silent now stands on the board, with its end', async () => {
  const manager = await signInManager(mall);
  const set = (hours: { from: string; to: string; volume: number }[]) =>
    give(mall.url, manager, 'set-loudness', { zoneId: '2' }, { volume: 90, hours });
  await set([{ from: '08:30', to: '10:30', volume: 0 }]);
  const line = board.locator('.in-force-line', { hasText: 'Lantai 2: tanpa suara sampai 10.30, diatur pengelola' });
  await line.waitFor();
  await set([]);
  await line.waitFor({ state: 'detached' });
});

test('a message that still has a hole cannot reach the hall', async () => {
  await board.getByRole('button', { name: 'Pesan layar …' }).click();
  const dialog = board.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Kendaraan' }).click();
  await dialog.getByText('Ganti … dengan yang dimaksud dulu').waitFor();
  await assertAccessible(board);
  await dialog.getByRole('button', { name: 'Tampilkan pesan' }).click({ force: true });
  assert.deepEqual(mall.server.hall().notices, {});
  await board.keyboard.press('Escape');
});

test('a message stands on the displays of its zone in both languages until it is withdrawn', async (t) => {
  const upstairs = (await openPage(browser, `${mall.url}/display/?zone=2`, sizes.tv)).page;
  t.after(() => upstairs.context().close());
  await board.getByRole('button', { name: 'Pesan layar …' }).click();
  const dialog = board.getByRole('dialog', { name: 'Pesan di layar aula' });
  await dialog.getByText('Isi pesan dalam kedua bahasa.').waitFor();
  await dialog.getByRole('button', { name: 'Mohon menunggu' }).click();
  await dialog.getByLabel('Bahasa Indonesia').fill('Kamar kecil lantai 1 ditutup sementara.');
  await dialog.getByLabel('Bahasa Inggris').fill('The toilets on floor 1 are closed for now.');
  await dialog.locator('.notice-banner', { hasText: 'Kamar kecil lantai 1 ditutup sementara.' }).waitFor();
  await dialog.getByLabel('Di layar mana').selectOption('1');
  await dialog.getByText('Tampil di layar Lantai 1, sampai pukul').waitFor();
  await assertAccessible(board);
  await confirm(board, 'Tampilkan pesan', 'Pesan tampil di layar.');
  const banner = display.locator('.posted-notice');
  await banner.getByText('Kamar kecil lantai 1 ditutup sementara.').waitFor();
  await banner.getByText('The toilets on floor 1 are closed for now.').waitFor();
  assert.equal(await upstairs.locator('.posted-notice').count(), 0);
  await assertAccessible(display);
  const fits = await display.evaluate(() => {
    const foot = document.querySelector('.foot')?.getBoundingClientRect();
    const rows = [...document.querySelectorAll('.big-row')].map((row) => row.getBoundingClientRect().bottom);
    return foot !== undefined && rows.every((bottom) => bottom <= foot.top) && foot.bottom <= innerHeight + 6;
  });
  assert.ok(fits, 'the calls keep their room');
  await board.locator('.in-force-line', { hasText: 'Kamar kecil' }).getByRole('button', { name: 'Tarik' }).click();
  await confirm(board, 'Tarik pesan', 'Pesan ditarik dari layar.');
  await banner.waitFor({ state: 'detached' });
  await undo(board, 'Pesan tampil di layar.');
  await banner.waitFor();
  await undo(board, 'Pesan ditarik dari layar.');
});

test('[C7] a counter serves another agency until the end of today, with a warning for what it leaves behind', async () => {
  const other = await openCounter(mall, 'counter-11');
  await askCounter(board, '11', 'Ubah instansi hari ini …');
  const dialog = board.getByRole('dialog', { name: 'Instansi di loket 11 hari ini' });
  await dialog.getByLabel('BPJS Kesehatan').uncheck();
  await dialog.getByText('Pilih satu instansi atau lebih.').waitFor();
  await dialog.getByLabel('Dukcapil').check();
  await dialog.getByText('Tidak ada loket lain yang buka untuk BPJS Kesehatan Cepat: 2 orang menunggu').waitFor();
  await dialog.getByLabel('BPJS Kesehatan').check();
  await assertAccessible(board);
  await confirm(board, 'Simpan untuk hari ini', /Loket 11 hari ini melayani/);
  assert.deepEqual(mall.server.hall().counters['counter-11']?.agencyIds?.toSorted(), ['DKC', 'JKN']);
  await board.locator('.counter-row', { hasText: 'diubah hari ini' }).waitFor();
  await undo(board, 'Loket 11 hari ini melayani BPJS Kesehatan.');
  assert.equal(mall.server.hall().counters['counter-11']?.agencyIds, null);
  await give(mall.url, other, 'close', { counterId: 'counter-11' }, {});
});

test('[C10] a counter that closes is handed over: who waits is said first, another counter goes on, and it is taken back', async () => {
  await openCounter(mall, 'counter-11');
  const other = await openCounter(mall, 'counter-15');
  await askCounter(board, '11', 'Tutup dan pindahkan …');
  const dialog = board.getByRole('dialog', { name: 'Tutup loket 11 dan pindahkan antreannya' });
  await dialog.getByText('BPJS Kesehatan Cepat').waitFor();
  await dialog.getByText('2 orang menunggu', { exact: true }).waitFor();
  const taker = mall.server.catalogue().counters.find(({ id }) => id === other.counterId);
  await dialog.getByLabel(new RegExp(`^${taker?.name}`)).check();
  await dialog.getByText('Loket 11 ditutup. Loket 15 ikut memanggil untuk BPJS Kesehatan').waitFor();
  await dialog.getByText('2 orang yang menunggu tetap di tempatnya.').waitFor();
  await assertAccessible(board);
  await confirm(
    board,
    'Tutup dan pindahkan',
    'Loket 11 ditutup; hanya petugasnya yang bisa membukanya lagi. Loket 15 ikut melayani BPJS Kesehatan.',
  );
  const { counters } = mall.server.hall();
  assert.equal(counters['counter-11']?.state, 'closed');
  assert.deepEqual(counters['counter-15']?.agencyIds, [...(taker?.agencyIds ?? []), 'JKN']);
  await undo(board, /Loket 15 hari ini melayani/);
  assert.equal(mall.server.hall().counters['counter-15']?.agencyIds, null);
  await give(mall.url, other, 'close', { counterId: 'counter-15' }, {});
});

test('[C8] an abandoned counter is freed: the question names the number, which waits again in its place', async () => {
  mall.clock.at += 6 * minute;
  await need(board, new RegExp(`Loket 1 \\(.+\\): ${held} dipanggil \\d+ menit lalu`))
    .getByRole('button')
    .click();
  await board.getByText(`${held} kembali menunggu di tempatnya semula, dan loket ditutup.`).waitFor();
  await assertAccessible(board);
  await confirm(board, `Bebaskan ${held} dan tutup loket`, `Loket 1 ditutup, ${held} menunggu lagi di tempatnya.`);
  assert.equal(await board.locator('.done').getByRole('button', { name: 'Urungkan' }).count(), 0);
  const hall = mall.server.hall();
  assert.equal(hall.counters['counter-1']?.state, 'closed');
  const visit = listOf(hall.visits).find(({ number }) => number === held);
  assert.equal(listOf(hall.tickets).find(({ visitId }) => visitId === visit?.id)?.state, 'waiting');
});

test('an act that the server refuses is said in a sentence, and the question stays', async () => {
  const taken = await openCounter(mall, 'counter-1');
  await askCounter(board, '1', 'Ubah jalur …');
  await board.getByText('Loket 1 memanggil jalur').waitFor();
  // Between the drawing and the press somebody is called to that counter.
  await board.route('**/counters/counter-1/track', async (route) => {
    await callNext(mall, taken);
    await route.continue();
  });
  await board.getByRole('button', { name: 'Ubah jalur', exact: true }).click();
  await board.getByText('Masih ada pengunjung di loket ini. Selesaikan dulu.').waitFor();
  await board.getByText('masih di loket ini. Jalur bisa diubah setelah selesai.').waitFor();
  await board.unroute('**/counters/counter-1/track');
  await board.keyboard.press('Escape');
});

test('[D3] the service day is closed and opened by hand, and closing says what lapses', async () => {
  await board.getByRole('button', { name: 'Tutup hari …' }).click();
  await board.getByText(/nomor yang masih menunggu atau ditunda hangus/).waitFor();
  await confirm(board, 'Tutup hari layanan', 'Hari layanan ditutup.');
  await need(board, 'Hari layanan tidak dibuka.').getByRole('button').click();
  await display.locator('.headline-closed').waitFor();
  await confirm(board, 'Buka hari layanan', 'Hari layanan dibuka.');
  await display.locator('.headline-closed').waitFor({ state: 'detached' });
  assert.equal(mall.server.hall().day?.by, 'hand');
  // Outside its hours it is still a person who has closed ticketing, and not the calendar.
  await board.getByRole('button', { name: 'Tutup nomor …' }).click();
  await confirm(board, 'Tutup pengambilan nomor', 'Pengambilan nomor ditutup.');
  mall.clock.at += 10 * 60 * minute;
  await kiosk.getByText('19.').first().waitFor();
  await kiosk.getByRole('heading', { name: 'Pengambilan nomor ditutup petugas' }).waitFor();
});
