import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, sizes } from './browser.ts';
import { oneMall } from './one-mall.ts';
import { touch } from './scripted-kiosk.ts';

const here = oneMall();

test('all that a search found can be read further down, and the next letter begins at the top again', async () => {
  const { page, faults } = await openPage(here.browser, `${here.mall.url}/kiosk/`, sizes.kiosk);
  await touch(page, /Anda ingin mengurus apa/);
  await page.getByRole('button', { name: 'A', exact: true }).waitFor();
  await page.keyboard.type('akt');
  await page.locator('.service-card').nth(11).waitFor();
  await page.getByText('Lihat berikutnya').click();
  const isAt = (place: 'top' | 'below') =>
    page.waitForFunction((at) => {
      const view = document.querySelector('.scroll-list-view');
      return view && (view.scrollTop === 0) === (at === 'top');
    }, place);
  await isAt('below');
  await page.getByRole('button', { name: 'A', exact: true }).click();
  await isAt('top');
  // The rows that come a frame later may still be those of the letter before, but none stands there twice.
  const found = await page.locator('.service-card').allTextContents();
  assert.equal(new Set(found).size, found.length);
  assert.deepEqual(faults, []);
  await page.context().close();
});
