import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { give, type Mall, mondayMorning, openMall } from '../mall.ts';
import { need, openBoard } from './boards.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

const minute = 60_000;
let browser: Browser;
let mall: Mall;
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * minute })]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const topOf = async (line: Locator) => (await line.boundingBox())?.y ?? 0;

test('[V9] no line of what needs attention moves under the pointer, and the worst comes to the top when it has gone', async () => {
  const { page, faults } = await openBoard(browser, mall);
  const desk = await openCounter(mall, 'counter-1');
  await takeNumber(mall, ['DKC-01']);
  const ticketId = await callNext(mall, desk);
  mall.clock.at += 6 * minute;
  const idle = need(page, 'Loket 1 (Petugas 1)');
  await idle.waitFor();
  const top = await topOf(idle);
  await idle.getByRole('button').hover();
  await takeNumber(mall, ['JKN-01']);
  const alone = need(page, 'BPJS Kesehatan Cepat: 1 orang menunggu');
  await alone.waitFor();
  assert.equal(await topOf(idle), top);
  await give(mall.url, desk, 'start', { ticketId }, {});
  await idle.getByRole('button', { name: 'Sudah beres' }).waitFor();
  assert.ok((await topOf(alone)) > top);
  await assertAccessible(page);
  // What is settled can be pressed by mistake, and asks nothing.
  await idle.getByRole('button').click({ force: true });
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.mouse.move(5, 5);
  await idle.waitFor({ state: 'detached' });
  assert.equal(await topOf(alone), top);
  await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' });
  await give(mall.url, desk, 'close', { counterId: 'counter-1' }, {});
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('whoever walks the list by keyboard goes on beside a line that is settled', async () => {
  const { page } = await openBoard(browser, mall);
  await takeNumber(mall, ['DKC-01']);
  await need(page, 'Dukcapil').waitFor();
  await takeNumber(mall, ['JKN-01']);
  await need(page, 'BPJS Kesehatan').waitFor();
  await need(page, 'Dukcapil').getByRole('button').focus();
  // The hold of the list ends while nobody presses a key.
  await page.clock.install();
  await page.keyboard.press('Shift');
  await openCounter(mall, 'counter-1');
  await need(page, 'Dukcapil').getByRole('button', { name: 'Sudah beres' }).waitFor();
  await page.clock.fastForward(9_000);
  await need(page, 'Dukcapil').waitFor({ state: 'detached' });
  const focused = () => page.evaluate(() => document.activeElement?.closest('.need')?.textContent ?? '');
  assert.match(await focused(), /BPJS Kesehatan/);
  await page.context().close();
});
