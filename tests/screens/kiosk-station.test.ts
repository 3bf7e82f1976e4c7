import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CatalogueAnswer } from '@antrean/protocol';
import type { WebSocketRoute } from 'playwright-core';
import { notSent } from '../../apps/kiosk/testing/scripted-station.ts';
import { give, type Mall, openMall, signIn, until } from '../mall.ts';
import { oneMall } from './one-mall.ts';
import { heading, openScriptedKiosk, says, start, toService, touch } from './scripted-kiosk.ts';

const here = oneMall();

const openKiosk = (t: TestContext, at: Mall = here.mall) => openScriptedKiosk(t, here.browser, at);

test('a printer without paper is told before anything is asked, and a number is still one press away', async (t) => {
  const { page, becomes, called, faults } = await openKiosk(t);
  await start(page);
  assert.equal(await page.getByText('Struk belum bisa dicetak').count(), 0);
  await becomes({ printer: { state: 'paperOut', since: 0 } });
  await says(page, 'Struk belum bisa dicetak');
  await says(page, /Kertas printer habis\. Nomor tetap bisa diambil dan difoto dari layar/);
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await touch(page, 'Ambil nomor tanpa struk');
  await heading(page, 'Nomor antrean Anda');
  await says(page, 'Nomor ini tanpa struk, dan tetap berlaku.');
  assert.deepEqual(
    called('takeNumber').map(({ withoutPaper }) => withoutPaper),
    [true],
  );
  assert.equal(await page.getByText('dibatalkan').count(), 0, 'who knew that no paper comes is not threatened');
  await page.clock.install();
  await page.clock.fastForward(61_000);
  await start(page);
  assert.deepEqual(called('giveUp'), []);
  assert.deepEqual(faults, []);
});

test('while the server is away the kiosk says calmly that numbers are given, and shows no figures that nobody knows', async (t) => {
  const { page, becomes, script } = await openKiosk(t);
  await start(page);
  await becomes({ server: 'away', lastHall: here.mall.server.hall() });
  script.isOffline = true;
  await says(page, 'Nomor antrean tetap bisa diambil. Lama tunggu sedang tidak bisa ditampilkan.');
  await touch(page, /^.?PLN$/);
  await heading(page, /PLN/);
  assert.equal(await page.getByText(/menunggu|loket buka/).count(), 0);
  await touch(page, /^Pengaduan tagihan/);
  await heading(page, 'Pengaduan tagihan dan gangguan');
  assert.equal(await page.getByText('Orang di depan Anda').count(), 0);
  await touch(page, /^Ambil nomor/);
  await says(page, 'Urutan menurut waktu kedatangan.');
  assert.match((await page.locator('.done-number').textContent()) ?? '', /951/);
  assert.equal(await page.getByText('Perkiraan tunggu').count(), 0);
});

test('a kiosk that is shut while the server is away does not promise numbers', async (t) => {
  const { page, becomes } = await openKiosk(t);
  await start(page);
  const hall = here.mall.server.hall();
  assert.ok(hall.day);
  await becomes({ server: 'away', lastHall: { ...hall, day: { ...hall.day, state: 'closed' } } });
  await heading(page, 'Pelayanan hari ini sudah selesai');
  assert.equal(await page.getByText('Nomor antrean tetap bisa diambil').count(), 0);
});

test('a page that is loaded while the server is down opens with the hall that the station kept', async (t) => {
  const short = await openMall();
  const { page, script, url } = await openKiosk(t, short);
  await start(page);
  const catalogue = (await (
    await fetch(`${short.url}/api/v1/catalogue`, { headers: { authorization: `Bearer ${short.demo.kioskToken}` } })
  ).json()) as CatalogueAnswer;
  script.now = { ...script.now, lastHall: short.server.hall() };
  await short.close();
  // The station's proxy keeps a copy of the catalogue.
  await page.route('**/api/v1/catalogue', (route) => route.fulfill({ json: catalogue }));
  await page.goto(url);
  await start(page);
  assert.equal(await page.locator('.agency-tile').count(), 23);
});

test('the list of papers is printed without a number, once, and the screen returns', async (t) => {
  const { page, called, script } = await openKiosk(t);
  script.printMs = 300;
  await toService(page, /^.?PLN$/, /^Pasang baru/);
  await page.getByRole('button', { name: 'Cetak daftar ini saja' }).evaluate((button) => {
    for (let press = 0; press < 5; press += 1) (button as HTMLButtonElement).click();
  });
  await heading(page, 'Silakan ambil daftar Anda');
  await says(page, /bukan nomor antrean/);
  assert.deepEqual(called('printList'), [{ serviceId: 'PLN-01', language: 'id' }]);
  assert.deepEqual(called('takeNumber'), []);
  await page.clock.install();
  await page.clock.fastForward(21_000);
  await start(page);
  script.slips = [notSent];
  await page.clock.resume();
  await toService(page, /^.?PLN$/, /^Pasang baru/);
  await touch(page, 'Cetak daftar ini saja');
  await heading(page, 'Daftar belum bisa dicetak');
});

test('several services are one press and one number, and the stops stand in the order of the building', async (t) => {
  const { page, called } = await openKiosk(t);
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await touch(page, 'Tambah layanan lain');
  await page.getByRole('region', { name: '1 layanan dipilih' }).waitFor();
  await toService(page, /^.?Bank Jatim/, /^Pembukaan rekening/);
  assert.equal(await page.getByRole('button', { name: /^Ambil nomor/ }).count(), 0, 'one main action');
  await touch(page, 'Tambahkan ke nomor yang sama');
  await heading(page, 'Satu nomor untuk 2 layanan');
  await touch(page, 'Tambah layanan lain');
  await toService(page, /^.?Polres/, /^SKCK baru/);
  await touch(page, 'Tambahkan ke nomor yang sama');
  await heading(page, 'Satu nomor untuk 3 layanan');
  await touch(page, 'Hapus SKCK baru');
  await heading(page, 'Satu nomor untuk 2 layanan');
  await page.getByText('Lansia 60 tahun ke atas').click();
  await page.getByRole('button', { name: /^Ambil nomor/ }).evaluate((button) => {
    for (let press = 0; press < 5; press += 1) (button as HTMLButtonElement).click();
  });
  await heading(page, 'Nomor antrean Anda');
  await says(page, '2 layanan dengan satu nomor');
  assert.deepEqual(
    called('takeNumber').map(({ serviceIds, priorityClass }) => [serviceIds, priorityClass]),
    [[['BJT-02', 'PLN-03'], 'elderly']],
  );
  const stops = await page.locator('.stop-text').allTextContents();
  assert.match(stops.join('|'), /^Lantai 1.*Bank Jatim.*\|Lantai 2.*PLN/);
});

test('where a self-service station is free the visitor goes straight there, and may still take a number', async (t) => {
  const officer = await signIn(here.mall, 'counter-m4');
  await give(here.mall.url, officer, 'open', { counterId: 'counter-m4' }, {});
  const { page, called } = await openKiosk(t);
  await toService(page, /^.?PLN$/, /^Cek dan bayar listrik mandiri/);
  await touch(page, 'Langsung ke M4');
  await heading(page, 'Silakan langsung ke');
  await says(page, 'M4');
  assert.deepEqual(called('takeNumber'), []);
  await touch(page, 'Kembali');
  await touch(page, 'Tetap ambil nomor');
  await heading(page, 'Nomor antrean Anda');
});

test('a newer build of the screen is taken up when nobody stands there', async (t) => {
  const { page, becomes } = await openKiosk(t);
  await touch(page, /^.?PLN$/);
  await heading(page, /PLN/);
  await page.evaluate(() => document.body.setAttribute('data-old', ''));
  await becomes({ build: 'two' });
  await heading(page, /PLN/);
  const loaded = page.waitForEvent('load');
  await touch(page, 'Kembali');
  await loaded;
  await start(page);
  assert.equal(await page.locator('[data-old]').count(), 0);
});

test('a search that finds nothing is counted once for each visitor, and its beginnings are not', async (t) => {
  const { page, called } = await openKiosk(t);
  await touch(page, /Anda ingin mengurus apa/);
  await page.keyboard.type('qwxzy');
  await touch(page, 'Hapus tulisan');
  await page.keyboard.type('qwxzy');
  await says(page, 'Layanan itu belum kami temukan.');
  await touch(page, 'Lihat semua instansi');
  await start(page);
  await until(() => called('missed').length > 0);
  assert.deepEqual(called('missed'), [{ text: 'qwxzy' }]);
});

test('a kiosk whose own disk failed, or which has no numbers left, says where to go', async (t) => {
  const { page, becomes } = await openKiosk(t);
  await becomes({ server: 'away', lastHall: here.mall.server.hall() });
  for (const [code, sentence] of [
    ['journal.failed', 'Anjungan ini sedang tidak bisa memberi nomor. Silakan ke meja informasi.'],
    ['lease.exhausted', 'Nomor untuk layanan ini habis di anjungan ini. Silakan ke meja informasi.'],
  ] as const) {
    await page.route('**/bridge/takeNumber', (route) => route.fulfill({ json: { ok: false, error: { code } } }));
    await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
    await touch(page, /^Ambil nomor/);
    await says(page, sentence);
    const stillGives = page.getByText('Nomor antrean tetap bisa diambil');
    if (code === 'lease.exhausted') {
      assert.equal(await stillGives.count(), 0);
      assert.equal(await page.getByRole('button', { name: /Coba lagi|Tambah layanan lain/ }).count(), 0);
      await touch(page, 'Ke halaman awal');
    } else {
      // The page hears every second that the server is away.
      await stillGives.waitFor();
      await touch(page, 'Kembali');
      await touch(page, 'Kembali');
    }
    await start(page);
  }
});

test('a catalogue that changes under the visitor’s hands leads to a start page whose tiles can be touched', async (t) => {
  const { page } = await openKiosk(t);
  const links: WebSocketRoute[] = [];
  await page.routeWebSocket(/./, (link) => {
    link.connectToServer();
    links.push(link);
  });
  await page.reload();
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await page.route('**/api/v1/catalogue', async (route) => {
    const { catalogue, ...rest } = (await (await route.fetch()).json()) as CatalogueAnswer;
    const agencies = catalogue.agencies.filter(({ id }) => id !== 'PLN');
    const services = catalogue.services.filter(({ agencyId }) => agencyId !== 'PLN');
    await route.fulfill({ json: { ...rest, catalogue: { ...catalogue, agencies, services } } });
  });
  await links.at(-1)?.close();
  await start(page);
  await touch(page, /^.?Polres/);
  await heading(page, /Kepolisian/);
});

test('the tiles of the start page stay where they are, whatever is taken in the day', async (t) => {
  const { page } = await openKiosk(t);
  await start(page);
  const before = await page.locator('.popular-card').allTextContents();
  await page.locator('.popular-card').last().click();
  await touch(page, /^Ambil nomor/);
  await heading(page, 'Nomor antrean Anda');
  await touch(page, 'Selesai');
  await start(page);
  assert.deepEqual(await page.locator('.popular-card').allTextContents(), before);
});
