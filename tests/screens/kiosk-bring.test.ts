import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceMall } from '@antrean/store';
import { assertAccessible, sizes } from './browser.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();

test('a visitor who reads English sees what to bring in English, and what stands on the paper itself', async () => {
  const page = await here.browser.newPage({ viewport: sizes.kiosk });
  page.setDefaultTimeout(8_000);
  await page.goto(`${here.mall.url}/kiosk/`);
  await page.locator('.popular-card').first().waitFor();
  const { papers = {}, services } = referenceMall();
  const service = services.find(({ bring }) => bring.length > 2);
  assert.ok(service);
  await page.locator('.language-switch button', { hasText: 'English' }).click();
  await page.locator('.start-search').click();
  await page.locator('.search input').fill(service.nameEn);
  await page.locator('.service-card', { hasText: service.nameEn }).first().click();
  const items = page.locator('.bring-list li');
  await items.first().waitFor();
  const plain = (text: string) => text.replaceAll('\u2060', '');
  const seen = (await items.allTextContents()).map(plain);
  assert.deepEqual(
    seen,
    service.bring.map((paper) => `${papers[paper]?.en}${paper === 'KTP-el' ? ' (KTP-el)' : ''}`),
  );
  assert.deepEqual((await page.locator('.bring-list [lang=id]').allTextContents()).map(plain), ['KTP-el']);
  await assertAccessible(page);
  await page.locator('.language-switch button', { hasText: 'Indonesia' }).click();
  assert.deepEqual((await items.allTextContents()).map(plain), service.bring);
  await page.close();
});
