import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

const clips = path.resolve(import.meta.dirname, '../../packages/voice/clips/id/espeak');

test('a manager hears any call before visitors do, and sees what is still to be recorded', async (t) => {
  const [mall, browser] = await Promise.all([openMall(), openBrowser()]);
  t.after(async () => {
    await browser.close();
    await mall.close();
  });
  const folder = path.join(mall.folder, 'voice', 'id');
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(clips, 'dua.opus'), path.join(folder, 'dua.opus'));
  writeFileSync(path.join(folder, 'tiga.wav'), 'not a sound');

  const { page, faults } = await openPage(browser, `${mall.url}/admin/voice`, sizes.counter);
  const said = page.locator('.voice-sentence');
  await said.getByText('Nomor antrean B Q dua belas, silakan menuju gerai Dukcapil loket satu').waitFor();
  const state = page.locator('section', { hasText: 'Keadaan suara' });
  assert.match((await state.textContent()) ?? '', /Rekaman1Sintetis98Belum ada0/);
  assert.match((await state.textContent()) ?? '', /Tidak dapat dibaca: tiga\.wav/);
  await assertAccessible(page);

  await page.getByLabel('Nomor', { exact: true }).fill('aq105');
  await page.getByRole('checkbox', { name: 'Antrean prioritas' }).check();
  await said.getByText('Antrean prioritas, nomor A Q seratus lima,').waitFor();
  await page.getByLabel('Cara membaca nomor').selectOption('digits');
  await said.getByText('A Q satu nol lima,').waitFor();
  await page.getByRole('combobox', { name: /^Loket/ }).selectOption({ label: 'M1' });
  await said.getByText('loket M satu').waitFor();

  await page.getByLabel('Kalimat').selectOption('attention');
  await said.getByText('Mohon perhatian. Silakan lihat layar.').waitFor();
  const play = page.getByRole('button', { name: 'Putar' });
  await play.click();
  await page.getByRole('button', { name: 'Berhenti' }).waitFor();
  await play.waitFor();
  await page.getByRole('button', { name: 'Dengarkan terima kasih' }).first().click();

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Language of the voice').selectOption('en');
  await said.getByText('Your attention, please. Please look at the screen.').waitFor();
  const script = page.locator('.voice-script tbody tr', { hasText: 'please-go-to' });
  assert.match((await script.textContent()) ?? '', /please go to/);
  await page.setViewportSize(sizes.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
