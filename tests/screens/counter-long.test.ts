import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openSqliteStore, referenceMall } from '@antrean/store';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';
import { atCounter, free, letSecondsPass, numberOn, openDesk, stage } from './counter-page.ts';

const longName =
  'Penerbitan Kembali Kutipan Akta Kelahiran karena Rusak, Hilang, atau Berada di Bawah Penguasaan Salah Satu Pihak yang Bersengketa bagi Penduduk Nonpermanen';
const paper = (n: number) => `${n + 1}. Fotokopi kartu keluarga yang telah dilegalisasi pejabat berwenang`;

let mall: Mall;
let browser: Browser;
let folder: string;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'antrean-long-'));
  const usual = referenceMall();
  const catalogue = {
    ...usual,
    site: { ...usual.site, name: 'Mal Pelayanan Publik Kabupaten Penajam Paser Utara dan Sekitarnya' },
    agencies: usual.agencies.map((one) => ({ ...one, shortName: 'Disdukcapil Penajam Paser Utara' })),
    queues: usual.queues.map((one, n) => ({ ...one, prefix: one.prefix === 'BQ' ? 'MQ' : `N${n}` })),
    services: usual.services.map((one) => ({
      ...one,
      name: longName,
      nameEn: longName,
      bring: Array.from({ length: 25 }, (_, n) => paper(n)),
    })),
  };
  const store = await openSqliteStore({ file: path.join(folder, 'antrean.db'), create: { catalogue, at: 0 } });
  await store.close();
  [mall, browser] = await Promise.all([openMall({ folder }), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the officer needs is in the window and over nothing else: it can be read and pressed. */
async function assertInSight(page: Page, selectors: readonly string[]): Promise<void> {
  const hidden = await page.evaluate((wanted) => {
    const isSeen = (one: Element) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      if (right - left < 1 || left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) return false;
      const corners = [
        [left + 2, top + 2],
        [right - 2, bottom - 2],
      ] as const;
      return corners.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (one.contains(hit) || hit.contains(one));
      });
    };
    return wanted.flatMap((selector) => {
      const found = [...document.querySelectorAll(selector)];
      return found.length > 0 && found.every(isSeen) ? [] : [selector];
    });
  }, selectors);
  assert.deepEqual(hidden, []);
  // Chromium lets text run out of its box unseen; what is wider than its box is cut or lies over its neighbour.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.stage-number, .row-number, .stage-service span, .chip, .action')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => `${one.className}: ${one.textContent}`),
  );
  assert.deepEqual(cut, []);
}

const stageParts = ['.stage-number', '.stage-service', '.stage-reason', '.stage .action', '.desk-foot .action'];
const answers = ['dialog[open] .dialog-end .action'];

for (const size of [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
])
  test(`names over three lines, twenty-five papers and long notes push no button out of ${size.width} × ${size.height}`, async () => {
    const { page, faults } = await openDesk(browser, mall, size.width === 1366 ? 'counter-3' : 'counter-2');
    await page.setViewportSize(size);
    for (let n = 0; n < 3; n += 1) await takeNumber(mall, ['DKC-01'], 'elderly');
    await page.locator('.stage-idle').waitFor();
    assert.match((await numberOn(page, 'Berikutnya')) ?? '', /^MQ00\d$/);
    await assertInSight(page, stageParts);
    await free(page, 'Panggil berikutnya');
    await page.keyboard.press('Space');
    await page.locator('.calls').waitFor();
    await free(page, 'Mulai layani');
    await assertInSight(page, [...stageParts, '.calls-line', '.visit-end .action']);
    await page.keyboard.press('c');
    await page.keyboard.type('Fotokopi kurang. '.repeat(20));
    await page.getByText('0 huruf lagi').waitFor();
    await assertInSight(page, answers);
    await page.keyboard.press('Enter');
    await page.locator('.visit-notes').waitFor();
    await free(page, 'Mulai layani');
    await page.keyboard.press('Space');
    await stage(page, 'Dilayani');
    await free(page, 'Selesai');
    await assertInSight(page, [...stageParts, '.visit-end .action', '.visit-scroll > h3:first-child']);
    await page.keyboard.press('r');
    for (const nth of [3, 4, 5]) await page.locator('.services-found button').nth(nth).click();
    await assertInSight(page, answers);
    await assertAccessible(page);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

test('the longest number of a queue, MQ1000, is whole in the stage and in the lists', async () => {
  const { page } = await atCounter(browser, mall, 'counter-4');
  await page.locator('.entry-submit').click();
  await free(page, 'Buka loket');
  await page.keyboard.press('Space');
  await takeNumber(mall, ['DKC-01']);
  await page.locator('.stage-idle').waitFor();
  // Only how it looks: a queue gives this number after eight hundred others.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('.stage-number, .row-number')) {
      one.textContent = 'MQ1000';
      one.style.setProperty('--chars', '6');
    }
  });
  await assertInSight(page, ['.stage-number', '.row-number']);
  await page.context().close();
});

test('fifteen visitors set aside hide neither their own count nor the one of those who were missed', async () => {
  const desk = await openCounter(mall, 'counter-1');
  const { callsBeforeNoShow, callEverySeconds } = mall.server.catalogue().rules;
  for (let n = 0; n < 15; n += 1) {
    await takeNumber(mall, ['DKC-01']);
    const ticketId = await callNext(mall, desk);
    await give(mall.url, desk, 'park', { ticketId }, { minutes: 30 });
  }
  await takeNumber(mall, ['DKC-01']);
  const ticketId = await callNext(mall, desk);
  for (let calls = 1; calls < callsBeforeNoShow; calls += 1) {
    letSecondsPass(mall, callEverySeconds + 1);
    await give(mall.url, desk, 'recall', { ticketId }, {});
  }
  letSecondsPass(mall, callEverySeconds + 1);
  assert.equal((await give(mall.url, desk, 'no-show', { ticketId }, {})).status, 200);
  const { page } = await atCounter(browser, mall, 'counter-4');
  await page.locator('.entry-submit').click();
  const heads = page.locator('.lists-groups .lists-head');
  await heads.nth(1).waitFor();
  const told = (await heads.allTextContents()).map((text) => text.trim());
  assert.deepEqual(told, ['Ditunda 15', 'Terlewat 1']);
  await assertInSight(page, ['.lists-groups .lists-head', '.lists-count', '.own-day']);
  // Walking down by keyboard, what has the focus is never under a head.
  const last = page.getByRole('button', { name: 'Lapor kembali' });
  for (const button of [page.getByRole('button', { name: 'Sudah kembali' }).nth(14), last]) {
    await button.focus();
    await button.evaluate((one) => one.classList.add('focused-now'));
    await assertInSight(page, ['.focused-now']);
    await button.evaluate((one) => one.classList.remove('focused-now'));
  }
  await assertAccessible(page);
  await page.context().close();
});
