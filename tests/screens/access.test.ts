import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openMall } from '../mall.ts';
import { managersPassword, openRealMall } from '../real-mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

async function at(t: TestContext, url: string, size: (typeof sizes)[keyof typeof sizes] = sizes.counter) {
  const opened = await openPage(browser, url, size);
  t.after(() => opened.page.context().close());
  return opened;
}

async function signIn(page: Page, officer = 'sri', password = managersPassword) {
  await page.getByLabel('Nama masuk').fill(officer);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
}

test('the first manager is made on the page, signs in, and sees the mall', async (t) => {
  const mall = await openRealMall(t);
  const { page } = await at(t, `${mall.url}/admin/`);
  await page.getByRole('heading', { name: 'Buat pengelola pertama' }).waitFor();
  await assertAccessible(page);
  await page.getByLabel('Kode penyiapan').fill('AAAA-AAAA-AAAA');
  await page.getByLabel('Nama lengkap').fill('Sri Wahyuni');
  await page.getByLabel('Nama masuk').fill('sri');
  await page.getByLabel('Kata sandi', { exact: true }).fill(managersPassword);
  await page.getByLabel('Ulangi kata sandi').fill('lain sama sekali');
  const make = page.getByRole('button', { name: 'Buat pengelola' });
  await make.click();
  await page.getByText('Kedua isian tidak sama.').waitFor();
  await page.getByLabel('Ulangi kata sandi').fill(managersPassword);
  await make.click();
  await page.getByText('Kode penyiapan salah atau sudah dipakai.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Kode penyiapan').fill(mall.code.toLowerCase());
  await make.click();
  await page.getByText('Akun pengelola sudah dibuat.').waitFor();
  await signIn(page, 'sri', 'salah sekali ini');
  await page.getByText('Nama atau kata sandi salah.').waitFor();
  await assertAccessible(page);
  await signIn(page);
  await page.getByRole('heading', { name: 'Ringkasan pengelola' }).waitFor();
  await page.getByText('MPP Bintan').waitFor();
  await page.getByText('Tersambung', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('Tersambung', { exact: true }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar.').waitFor();
});

test('a manager adds a kiosk and carries its code there; shut out, it is gone from the list', async (t) => {
  const mall = await openRealMall(t);
  await mall.manage();
  const { page, faults } = await at(t, `${mall.url}/admin/access`);
  await signIn(page);
  await page.getByText('Belum ada perangkat.').waitFor();
  await page.getByText('Belum ada cadangan.').waitFor();
  await page.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await page.getByText(/Cadangan terakhir: .* Sudah diperiksa/).waitFor();
  await page.getByRole('button', { name: 'Tambah perangkat' }).click();
  await assertAccessible(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama perangkat').fill('Anjungan pintu barat');
  await dialog.getByRole('button', { name: 'Tambah perangkat' }).click();
  await page.getByRole('heading', { name: 'Kode untuk Anjungan pintu barat' }).waitFor();
  await page.getByText('Menunggu perangkat …').waitFor();
  await page.getByText(`npm run kiosk -- --server http://localhost`).waitFor();
  await assertAccessible(page);
  const code = await page.locator('.access-code').textContent();
  assert.equal((await mall.post('/enrolments', { code })).status, 201);
  await page.getByText('Perangkat sudah terdaftar.').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Selesai' }).click();
  const row = page.getByRole('row', { name: /Anjungan pintu barat/ });
  await row.getByText('Terdaftar').waitFor();
  await row.getByRole('button', { name: 'Atur Anjungan pintu barat' }).click();
  await dialog.getByRole('button', { name: /^Ganti nama/ }).click();
  await dialog.getByLabel('Nama perangkat').fill('Anjungan 1');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Atur Anjungan 1' }).click();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /^Cabut akses/ }).click();
  await dialog.getByRole('button', { name: 'Cabut akses Anjungan 1' }).click();
  await page.getByText('1 perangkat dengan akses dicabut').waitFor();
  await page.getByText('Catatan akses').click();
  await page.locator('.access-log li', { hasText: 'mencabut akses' }).first().waitFor();
  await assertAccessible(page);
  // A real mall has no demonstration, which the page asks for once.
  assert.deepEqual(faults, ['Failed to load resource: the server responded with a status of 404 (Not Found)']);
});

test('a manager adds an officer, hands the first PIN over once, and shuts the officer out', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const { token } = await mall.enrol(manager, 'counter', 'counter-1', 'Loket 1');
  const { page } = await at(t, `${mall.url}/admin/access?lang=en`);
  await page.getByLabel('Sign-in name').fill('sri');
  await page.getByLabel('Password').fill(managersPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Full name').fill('Ayu Lestari');
  await dialog.getByLabel('Sign-in name').fill('sri');
  await assertAccessible(page);
  const add = dialog.getByRole('button', { name: 'Add a person' });
  await add.click();
  await dialog.getByText('Somebody else has this sign-in name already.').waitFor();
  await dialog.getByLabel('Sign-in name').fill('ayu');
  await add.click();
  await page.getByRole('heading', { name: 'Give this to Ayu Lestari' }).waitFor();
  await assertAccessible(page);
  const pin = await page.locator('.access-code').textContent();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const row = page.getByRole('row', { name: /Ayu Lestari/ });
  await row.getByText('Has not changed').waitFor();
  const auth = { authorization: `Bearer ${token}` };
  assert.equal((await mall.post('/sessions', { officer: 'ayu', pin }, auth)).status, 201);
  await row.getByText('Signed in at Loket 1').waitFor();
  await row.getByRole('button', { name: 'Manage Ayu Lestari' }).click();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /^Deactivate/ }).click();
  await dialog.getByRole('button', { name: 'Deactivate Ayu Lestari' }).click();
  await row.getByText('Deactivated').waitFor();
  const self = page.getByRole('row', { name: /Sri Wahyuni/ });
  await self.getByRole('button', { name: 'Manage Sri Wahyuni' }).click();
  await dialog.getByRole('button', { name: /^Deactivate/ }).click();
  await dialog.getByRole('button', { name: 'Deactivate Sri Wahyuni' }).click();
  await dialog.getByText('You cannot close your own way in.').waitFor();
  await assertAccessible(page);
});

test('a manager with a first password chooses an own one, and a session that was ended says so', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const added = await manager.act('add-officer', {}, { login: 'budi', name: 'Budi', roles: ['manager'] });
  const { page } = await at(t, `${mall.url}/admin/access`, sizes.phone);
  await signIn(page, 'budi', String(added.body.password));
  await page.getByRole('heading', { name: 'Pilih kata sandi Anda sendiri' }).waitFor();
  await assertAccessible(page);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('hujan turun pelan');
  await page.getByLabel('Ulangi kata sandi baru').fill('hujan turun pelan');
  await page.getByRole('button', { name: 'Simpan dan lanjutkan' }).click();
  await page.getByRole('heading', { name: 'Orang dan perangkat' }).waitFor();
  await page.getByText('Sedang masuk di halaman ini').first().waitFor();
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest('.table-scroll'))
        .map((e) => e.className),
    ),
    [],
  );
  await assertAccessible(page);
  const from = performance.now();
  // In one and the same moment it would look like somebody who came back.
  mall.clock.at += 1_000;
  await manager.act('sign-out-officer', { officerId: String(added.body.officerId) });
  await page.getByText('Pengelola lain mengakhiri sesi Anda.').waitFor();
  assert.ok(performance.now() - from < 2_000);
});

test('[S26] whoever types a password over an unencrypted line is told so first', async (t) => {
  const mall = await openRealMall(t);
  await mall.manage();
  const { page } = await at(t, `${mall.url}/admin/`);
  await page.getByLabel('Nama masuk').waitFor();
  assert.equal(
    await page.getByText('Halaman ini tidak terenkripsi').count(),
    0,
    'this very machine needs no encryption',
  );
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.reload();
  await page.getByText('Halaman ini tidak terenkripsi').waitFor();
  await assertAccessible(page);
});

test("the demonstration's manager is filled in, and the page works at once", async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { page, faults } = await at(t, `${mall.url}/admin/access`);
  await page.getByText(`Kata sandi peragaan: ${mall.demo.manager.password}`).waitFor();
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('row', { name: /demo-kiosk/ }).waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('[W11] a manager makes the noon of a zone silent, and takes it back', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  mall.clock.at += 4 * 3_600_000;
  const { page, faults } = await at(t, `${mall.url}/admin/access`);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('button', { name: 'Atur Lantai 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Suara di Lantai 1' });
  await dialog.getByLabel('Volume biasa').selectOption('80 %');
  await dialog.getByRole('button', { name: 'Tambah jam' }).click();
  await dialog.getByRole('button', { name: 'Tambah jam' }).click();
  await dialog.getByLabel('Dari').last().fill('07:00');
  await dialog.getByLabel('Sampai').last().fill('09:00');
  await dialog.getByRole('combobox', { name: 'Volume', exact: true }).last().selectOption('40 %');
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const row = page.getByRole('row', { name: /Lantai 1/ });
  await row.getByText('Tanpa suara sampai pukul 13.00').waitFor();
  assert.ok(await row.getByText('12.00–13.00: tanpa suara · 07.00–09.00: 40 %').isVisible());
  assert.deepEqual(mall.server.hall().loudness, {
    '1': {
      volume: 80,
      hours: [
        { from: '12:00', to: '13:00', volume: 0 },
        { from: '07:00', to: '09:00', volume: 40 },
      ],
    },
  });
  await page.getByRole('button', { name: 'Atur Lantai 1' }).click();
  await dialog.getByRole('button', { name: 'Hapus 12:00–13:00' }).click();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await row.getByText('80 %', { exact: true }).first().waitFor();
  assert.deepEqual(faults, []);
});
