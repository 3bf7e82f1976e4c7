import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { mondayMorning, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

test('a display whose server is started again says how old its picture is in both languages, comes back by itself and shows what it missed', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-'));
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = mondayMorning + 60 * 60_000;
  const first = await openMall({ at, folder });
  const { number: early } = await takeNumber(first, ['DKC-01']);
  await callNext(first, await openCounter(first, 'counter-1'));
  const pages = await Promise.all(
    ['overview', 'calls', 'counter&counter=counter-2', 'entrance'].map(
      async (layout) => (await openPage(browser, `${first.url}/display/?layout=${layout}`, sizes.tv)).page,
    ),
  );
  for (const page of pages) await page.locator('.foot').waitFor();
  const port = Number(new URL(first.url).port);
  await first.close();
  for (const page of pages) {
    await page.getByText(/Sambungan terputus \d+ detik yang lalu/).waitFor();
    await page.getByText(/Connection lost \d+ s ago/).waitFor();
    assert.ok(!(await page.locator('.masthead').textContent())?.includes('Tersambung'));
    await assertAccessible(page);
  }
  await pages[0]?.locator('.big-row', { hasText: early }).waitFor();

  const second = await openMall({ at: at + 60_000, folder, port });
  t.after(() => second.close());
  const { number: late } = await takeNumber(second, ['DKC-01']);
  await callNext(second, await openCounter(second, 'counter-2'));
  for (const page of pages) {
    await page.getByText('Tersambung').waitFor();
    await page.getByText(late).first().waitFor();
    assert.equal(await page.locator('.masthead-lost').count(), 0);
  }
});
