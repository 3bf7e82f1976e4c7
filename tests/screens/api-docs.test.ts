import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMall } from '../mall.ts';
import { openBrowser, openPage } from './browser.ts';

test('the API’s description opens without the internet and lists the commands', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const browser = await openBrowser();
  t.after(() => browser.close());
  const { page, faults } = await openPage(browser, `${mall.url}/api/docs`, { width: 1366, height: 768 });
  await page.getByText('/api/v1/counters/{counterId}/call-next').waitFor();
  assert.deepEqual(faults, []);
});
