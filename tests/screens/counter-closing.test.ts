import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, openMall, signInBoard, until } from '../mall.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { free, numberOn, openDesk, stage } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
let board: Awaited<ReturnType<typeof signInBoard>>;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
  board = await signInBoard(mall);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const isClosed = (counterId: string) => mall.server.hall().counters[counterId]?.state === 'closed';
const question = (page: Page) => page.getByRole('dialog');

test('[C11] an officer whose counter is closed by a supervisor reads who and why, and no stray key waves it away or opens the counter again', async () => {
  const { page, take, faults } = await openDesk(browser, mall, 'counter-3');
  const number = await take();
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  await give(mall.url, board, 'release-counter', { counterId: 'counter-3' }, { reason: 'fault' });
  await question(page).waitFor();
  const text = (await question(page).textContent()) ?? '';
  for (const told of ['Loket ini ditutup pengawas', 'Oleh Pengawas pukul 08.00', 'Peralatan loket rusak', number])
    assert.ok(text.includes(told), `${text} tells ${told}`);
  await assertAccessible(page);
  for (const key of ['Space', 'Enter', 'u', 'x', '1']) await page.keyboard.press(key);
  assert.equal(await question(page).count(), 1);
  assert.equal(isClosed('counter-3'), true);
  await page.reload();
  await question(page).getByText('Peralatan loket rusak').waitFor();
  await page.keyboard.press('y');
  await question(page).waitFor({ state: 'detached' });
  await stage(page, 'Loket tutup');
  await page.reload();
  await free(page, 'Buka loket');
  await page.keyboard.press('Space');
  await page.locator('.desk-state-open').waitFor();
  assert.equal(await question(page).count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('[C10] [C11] an officer whose queue was handed over reads where it goes on, and leaves it by Esc or the button', async () => {
  const { page } = await openDesk(browser, mall, 'counter-11', 'en');
  const { counters } = mall.server.catalogue();
  const own = counters.find(({ id }) => id === 'counter-11');
  const to = counters.find(({ id, track }) => id !== 'counter-11' && track === own?.track);
  const handOver = { toCounterId: to?.id ?? '', agencyIds: [...(own?.agencyIds ?? [])], reason: 'staff' } as const;
  for (const leave of [() => page.keyboard.press('Escape'), () => page.getByText('I understand').click()]) {
    await give(mall.url, board, 'hand-over-counter', { counterId: 'counter-11' }, handOver);
    await question(page).getByText('The officer is needed elsewhere').waitFor();
    assert.ok((await question(page).textContent())?.includes(`moved to counter ${to?.name}`));
    await leave();
    await question(page).waitFor({ state: 'detached' });
    await free(page, 'Open counter');
    await page.keyboard.press('Space');
    await page.locator('.desk-state-open').waitFor();
  }
  await page.context().close();
});

test('an officer who closes the own counter is told nothing about it', async () => {
  const { page } = await openDesk(browser, mall, 'counter-12');
  await page.locator('[aria-keyshortcuts="X"]:not([aria-disabled])').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('y');
  await until(() => isClosed('counter-12'));
  await free(page, 'Buka loket');
  await page.keyboard.press('Space');
  await page.locator('.desk-state-open').waitFor();
  assert.equal(await question(page).count(), 0);
  await page.context().close();
});
