import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { listOf } from '@antrean/domain';
import { openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function startKiosk(t: TestContext, serverUrl: string, token: string) {
  const flags = ['--server', serverUrl, '--printer', 'virtual', '--port', '0'];
  const kiosk: ChildProcess = spawn(process.execPath, [path.join(root, 'apps/kiosk/headless.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ANTREAN_TOKEN: token },
  });
  t.after(() => kiosk.kill('SIGKILL'));
  assert.ok(kiosk.stdout);
  const [line] = await once(createInterface(kiosk.stdout), 'line');
  const url = /^kiosk listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
  assert.ok(url, `not where it listens: ${line}`);
  return { url, kiosk };
}

test('a number taken at the kiosk falls as paper on the desk, and an empty roll leads to a number without paper', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { url, kiosk } = await startKiosk(t, mall.url, mall.demo.kioskToken);
  const browser = await openBrowser();
  t.after(() => browser.close());
  const { page: desk, faults: deskFaults } = await openPage(browser, `${url}/paper/`, sizes.counter);
  await desk.getByText('Belum ada tiket').waitFor();
  const { page: screen, faults } = await openPage(browser, url, sizes.kiosk);
  assert.equal(screen.url(), `${url}/kiosk/`);

  await screen.getByText('SKCK baru').first().click();
  await screen.getByRole('button', { name: 'Ambil nomor' }).click();
  await screen.getByText('KQ001').first().waitFor();
  const slip = desk.getByRole('img', { name: /KQ001/ });
  await slip.waitFor();
  assert.ok(
    await slip.evaluate(
      (image) => image instanceof HTMLImageElement && image.decode().then(() => image.naturalWidth > 576),
    ),
  );
  assert.ok(await desk.getByText('Belum ada tiket').isHidden());
  assert.deepEqual(
    listOf(mall.server.hall().visits).map((visit) => visit.number),
    ['KQ001'],
  );
  assert.ok(!(await screen.content()).includes(mall.demo.kioskToken), 'the page knows the token');

  await desk.getByRole('button', { name: /Cabut kertas/ }).click();
  await desk.getByText('Kertas habis').waitFor();
  await screen.getByRole('button', { name: 'Selesai' }).click();
  await screen.getByText('Struk belum bisa dicetak').waitFor();
  await screen.getByText('SKCK baru').first().click();
  assert.equal(listOf(mall.server.hall().visits).length, 1, 'a number was taken that nobody can hold');
  await screen.getByRole('button', { name: 'Ambil nomor tanpa struk' }).click();
  await screen.getByText('KQ002').first().waitFor();
  assert.equal(await desk.getByRole('img').count(), 1);

  assert.deepEqual([...faults, ...deskFaults], []);
  kiosk.kill('SIGTERM');
  const [code] = await once(kiosk, 'exit');
  assert.equal(code, 0, 'a kiosk that is told to stop ends cleanly');
});

test('the desk says what state the printer is in, whatever a person does to it, and shuts nobody out', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { url } = await startKiosk(t, mall.url, mall.demo.kioskToken);
  const browser = await openBrowser();
  t.after(() => browser.close());
  const { page: desk, faults } = await openPage(browser, `${url}/paper/`, sizes.counter);
  const state = desk.getByRole('status');
  for (const [button, says] of [
    ['Hampir habis', 'Kertas hampir habis'],
    ['Cabut kertas', 'Kertas habis'],
    ['Gulungan baru', 'Siap mencetak'],
    ['Buka', 'Penutup terbuka'],
    ['Tutup', 'Siap mencetak'],
    ['Cabut kabel', 'Kabel listrik tercabut'],
    ['Colokkan', 'Siap mencetak'],
    ['Lambat', 'Lambat'],
    ['Mencetak tanpa kabar', 'tidak mengabarkan'],
    ['Menelan kiriman', 'tidak membaca'],
    ['Pisau akan macet', 'Pisau akan macet'],
    ['Wajar', 'Siap mencetak'],
  ] as const) {
    await desk.getByRole('button', { name: new RegExp(`^${button}`) }).click();
    await state.getByText(says).waitFor();
    await desk.getByRole('button', { name: new RegExp(`^${button}`), pressed: true }).waitFor();
    // The states have three colours in all, and axe takes its time.
    if (['Hampir habis', 'Cabut kertas', 'Gulungan baru'].includes(button)) await assertAccessible(desk);
  }

  const { page: screen } = await openPage(browser, url, sizes.kiosk);
  const take = async () => {
    await screen.getByText('SKCK baru').first().click();
    await screen.getByRole('button', { name: 'Ambil nomor' }).click();
  };
  await take();
  await desk.getByText('Baca teksnya').click();
  const text = desk.getByRole('region', { name: 'Teks Tiket KQ001' });
  assert.match((await text.textContent()) ?? '', /^ *KQ001$/m);
  await assertAccessible(desk);

  await screen.getByRole('button', { name: 'Selesai' }).click();
  await desk.getByRole('button', { name: /^Lambat/ }).click();
  await take();
  await desk.getByAltText('Tiket yang sedang dicetak').waitFor();
  await state.getByText('Sedang mencetak').waitFor();
  await assertAccessible(desk);
  for (const size of [sizes.counter, sizes.phone]) {
    await desk.setViewportSize(size);
    assert.ok(
      await desk.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `wider than ${size.width}`,
    );
  }
  assert.deepEqual(faults, []);
});
