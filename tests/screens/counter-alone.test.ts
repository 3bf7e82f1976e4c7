import assert from 'node:assert/strict';
import { test } from 'node:test';
import { give, signInBoard } from '../mall.ts';
import { askCounter, openBoard } from './boards.ts';
import { assertAccessible } from './browser.ts';
import { openCounter } from './calls.ts';
import { free, openDesk } from './counter-page.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();
const nobodyElse = 'Tidak ada loket lain yang buka untuk';

test('[C12] an officer reads who is left alone before a pause, a closing or leaving, and no more once another counter opens', async () => {
  const { browser, mall } = here;
  const { page, take, faults } = await openDesk(browser, mall, 'counter-15');
  const dialog = page.getByRole('dialog');
  const ask = async (key: string) => {
    await free(page, 'Panggil berikutnya');
    await page.keyboard.press(key);
    await dialog.waitFor();
  };
  await page.locator('[aria-keyshortcuts="J"]:not([aria-disabled])').waitFor();
  await page.keyboard.press('j');
  await dialog.waitFor();
  assert.equal(await dialog.getByText(nobodyElse).count(), 0, 'nobody waits yet');
  await page.keyboard.press('Escape');
  await take();
  await take();
  for (const key of ['j', 'x', 'k']) {
    await ask(key);
    await dialog.getByText(`${nobodyElse} Samsat Cepat: 2 orang menunggu`).waitFor();
    await assertAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await ask('x');
  await openCounter(mall, 'counter-16');
  await dialog.getByText(nobodyElse).waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('[C12] a supervisor reads it too before freeing a counter', async () => {
  const { browser, mall } = here;
  const { page: desk, take } = await openDesk(browser, mall, 'counter-28');
  await take();
  const { page } = await openBoard(browser, mall);
  await askCounter(page, '28', 'Bebaskan loket …');
  await page.getByRole('dialog').getByText(`${nobodyElse} Dinkes Cepat: 1 orang menunggu`).waitFor();
  await assertAccessible(page);
  await page.context().close();
  await desk.context().close();
});

test('[C5] [C7] an officer reads that a supervisor has changed track or agencies, also after a reload, until it is read', async () => {
  const { browser, mall } = here;
  const board = await signInBoard(mall);
  const { page } = await openDesk(browser, mall, 'counter-22');
  const told = page.getByText('Pengawas mengubah tugas loket ini');
  assert.equal(await told.count(), 0);
  await give(mall.url, board, 'change-track', { counterId: 'counter-22' }, { track: 'long', reason: 'crowd' });
  await page.getByText('Pengawas mengubah tugas loket ini: jalur Lama.').waitFor();
  await assertAccessible(page);
  await page.reload();
  await told.waitFor();
  await page.getByRole('button', { name: 'Mengerti' }).press('Enter');
  await told.waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.desk-state-open').waitFor();
  assert.equal(await told.count(), 0);
  await give(mall.url, board, 'assign-counter', { counterId: 'counter-22' }, { agencyIds: ['PTSP', 'DSS'] });
  await page.getByText('Panggilan berikutnya untuk DPMPTSP, Dinsos.').waitFor();
  await page.context().close();
});
