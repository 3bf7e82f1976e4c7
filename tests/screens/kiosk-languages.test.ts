import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { CatalogueAnswer } from '@antrean/protocol';
import type { Page } from 'playwright-core';
import { assertAccessible, sizes } from './browser.ts';
import { oneMall } from './one-mall.ts';

const here = oneMall();

/** The kiosk of a mall on the border, whose visitors read four languages. */
async function openKiosk(): Promise<Page> {
  const context = await here.browser.newContext({ viewport: sizes.kiosk });
  const page = await context.newPage();
  await page.route('**/api/v1/catalogue', async (route) => {
    const answer = await route.fetch();
    const { catalogue, ...rest } = (await answer.json()) as CatalogueAnswer;
    const rules = { ...catalogue.rules, languages: ['id', 'ms', 'en', 'zh'] as const };
    await route.fulfill({ json: { ...rest, catalogue: { ...catalogue, rules } } });
  });
  await page.goto(`${here.mall.url}/kiosk/`);
  return page;
}

const visits = [
  {
    name: 'Bahasa Melayu',
    language: 'ms',
    question: 'Apakah urusan anda hari ini?',
    take: 'Ambil nombor',
    done: 'Nombor giliran anda',
  },
  { name: '中文', language: 'zh', question: '您想办理什么业务？', take: '取号', done: '您的号码' },
] as const;

for (const { name, language, question, take, done } of visits)
  test(`a mall that speaks ${name} too takes the visitor to a number in it`, async () => {
    const page = await openKiosk();
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText(question).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    await page.locator('.kiosk-settling').waitFor({ state: 'detached' });
    await assertAccessible(page);
    await page.locator('.popular-card').nth(1).click();
    await page.getByRole('button', { name: take }).click();
    await page.getByRole('heading', { level: 1, name: done }).waitFor();
    assert.ok(listOf(here.mall.server.hall().visits).some((visit) => visit.language === language));
    await page.context().close();
  });

test('a mall that says nothing of it offers Indonesian and English', async () => {
  const page = await here.browser.newPage({ viewport: sizes.kiosk });
  await page.goto(`${here.mall.url}/kiosk/`);
  await page.locator('.popular-card').first().waitFor();
  assert.deepEqual(await page.locator('.language-switch button').allTextContents(), ['Bahasa Indonesia', 'English']);
  await page.close();
});
