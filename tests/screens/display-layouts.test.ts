import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, mondayMorning, type Officer, openMall, signInBoard } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, type Size, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

// One mall, told in order: two calls at the same moment, then one more, then a number that does not come.
let browser: Browser;
let mall: Mall;
const desks = new Map<string, Officer>();
const held = new Map<string, string>();
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * 60_000 })]);
  writeFileSync(path.join(mall.folder, 'media', 'sapaan.txt'), 'Selamat datang');
});
after(async () => {
  await browser.close();
  await mall.close();
});

type Context = { after(done: () => Promise<void>): void };

async function openDisplay(t: Context, search: string, size: Size = sizes.tv) {
  const opened = await openPage(browser, `${mall.url}/display/?${search}`, size);
  t.after(() => opened.page.context().close());
  await opened.page.locator('.foot').waitFor();
  if (search === 'layout=media') await opened.page.getByText('Selamat datang').waitFor();
  return opened;
}

async function deskAt(counterId: string): Promise<Officer> {
  const desk = desks.get(counterId) ?? (await openCounter(mall, counterId));
  desks.set(counterId, desk);
  return desk;
}

async function callAt(counterId: string, serviceId: string): Promise<{ ticketId: string; number: string }> {
  const desk = await deskAt(counterId);
  const { number } = await takeNumber(mall, [serviceId]);
  const ticketId = await callNext(mall, desk);
  held.set(counterId, ticketId);
  return { ticketId, number };
}

async function finishAt(counterId: string): Promise<void> {
  const ticketId = held.get(counterId);
  if (ticketId === undefined) return;
  const desk = await deskAt(counterId);
  await give(mall.url, desk, 'start', { ticketId }, {});
  assert.equal((await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' })).status, 200);
}

/** Heights of capitals on a 55-inch panel of this size, millimetres, of everything that names a called number or its counter. */
async function capitals(page: Page, selector: string, size: Size): Promise<readonly number[]> {
  const pxPerMm = Math.max(size.width, size.height) / 1217.6;
  const drawn = await page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return isWhole && element.scrollWidth <= element.clientWidth + 1
        ? pen.measureText('H').actualBoundingBoxAscent
        : Number.NaN;
    }),
  );
  return drawn.map((px) => px / pxPerMm);
}

const twoCalls = [
  ['counter-1', 'DKC-01'],
  ['counter-11', 'JKN-01'],
] as const;

const panels = [sizes.tv, { width: 3840, height: 2160 }, sizes.kiosk] as const;
/** Capitals for eight metres, millimetres; half a millimetre is what a whole pixel of font size may take. */
const legible = 0.0122 * 8000 - 0.5;

for (const [layout, what, count] of [
  ['layout=calls', '.big-number', 4],
  ['layout=overview', '.big-number', 4],
  ['layout=media', '.big-number', 4],
  ['layout=counter&counter=counter-1', '.desk-name, .desk-call .number', 2],
] as const)
  for (const size of panels)
    test(`${layout} of ${size.width}×${size.height}: numbers and counters are readable at eight metres, and nobody is shut out`, async (t) => {
      if (desks.size === 0) for (const [desk, service] of twoCalls) await callAt(desk, service);
      const { page, faults } = await openDisplay(t, layout, size);
      await page
        .locator(what)
        .nth(count - 1)
        .waitFor();
      const found = await capitals(page, what, size);
      for (const mm of found) assert.ok(mm >= legible, `capitals of ${found} mm`);
      // Half faded in, a text has half its contrast.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await assertAccessible(page);
      assert.deepEqual(faults, []);
    });

for (const size of panels)
  test(`the entrance of ${size.width}×${size.height} names agencies in letters for three metres, whole, with counter and wait`, async (t) => {
    const { page, faults } = await openDisplay(t, 'layout=entrance', size);
    await page.locator('.guide').first().waitFor();
    const pxPerMm = Math.max(size.width, size.height) / 1217.6;
    const { zone, cut } = await page.evaluate(() => ({
      zone: getComputedStyle(document.querySelector('.guide-letter') ?? document.body).fontSize,
      cut: [...document.querySelectorAll('.guide-agency strong, .guide-minutes')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent),
    }));
    assert.ok((Number.parseFloat(zone) * 0.672) / pxPerMm >= 0.0122 * 3000 - 0.5, zone);
    assert.deepEqual(cut, []);
    for (let turn = 0; (await page.getByText('Dukcapil', { exact: true }).count()) === 0; turn += 1) {
      assert.ok(turn < 8, 'every agency comes');
      const before = await page.locator('.guides-head').textContent();
      mall.clock.at += 10_000;
      await page.waitForFunction((text) => document.querySelector('.guides-head')?.textContent !== text, before);
    }
    const row = page.locator('.guide', { hasText: 'Dukcapil' });
    assert.match((await row.textContent()) ?? '', /Loket.*1.*Lantai 1.*Cepat.*\d+–\d+ menit/);
    await assertAccessible(page);
    assert.deepEqual(faults, []);
  });

test('at five metres too every agency of the entrance is named whole, page by page, with all its counters', async (t) => {
  const { page } = await openDisplay(t, 'layout=entrance&viewingDistance=5');
  const seen = new Set<string>();
  for (let turn = 0; turn < 20 && seen.size < 23; turn += 1) {
    const head = await page.locator('.guides-head').textContent();
    const names = page.locator('.guide-agency strong');
    for (const name of await names.allTextContents()) seen.add(name);
    const cut = await page
      .locator('.guide-agency strong, .guide-counters .number')
      .evaluateAll((all) =>
        all.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent),
      );
    assert.deepEqual(cut, []);
    mall.clock.at += 10_000;
    await page.waitForFunction((text) => document.querySelector('.guides-head')?.textContent !== text, head);
  }
  assert.equal(seen.size, 23);
});

test('the overview says how long each queue takes, in turn with the earlier calls', async (t) => {
  const { page } = await openDisplay(t, 'layout=overview');
  await deskAt('counter-22');
  await takeNumber(mall, ['PTSP-01']);
  for (let turn = 0; (await page.locator('.wait-row').count()) === 0; turn += 1) {
    assert.ok(turn < 4, 'the waits come');
    mall.clock.at += 6_000;
    await page.locator('.list-head', { hasText: turn % 2 === 0 ? /Perkiraan/ : /Panggilan/ }).waitFor();
  }
  assert.match(
    (await page.locator('.wait-row').first().textContent()) ?? '',
    /DPMPTSP.*Cepat · 1 orang.*\d+–\d+ menit/,
  );
  await assertAccessible(page);
});

test('without its counter the screen above a counter says what is missing, in both languages', async (t) => {
  const { page } = await openDisplay(t, 'layout=counter');
  await page.getByText('Loket belum dipilih').waitFor();
  await page.getByText('No counter chosen').waitFor();
});

test('two calls at once and ten in a second are all seen where only calls are shown', async (t) => {
  const { page } = await openDisplay(t, 'layout=calls');
  const numbers = new Set<string>();
  for (let n = 2; n <= 8; n += 1) numbers.add((await callAt(`counter-${n}`, 'DKC-01')).number);
  for (const desk of ['counter-12', 'counter-13']) numbers.add((await callAt(desk, 'JKN-01')).number);
  numbers.add((await callAt('counter-15', 'SAM-01')).number);
  assert.equal(numbers.size, 10);
  for (let turn = 0; turn < 12 && numbers.size > 0; turn += 1) {
    for (const number of await page.locator('.big-row > .big-number').allTextContents()) numbers.delete(number);
    const before = await page.locator('.page-count').textContent();
    mall.clock.at += 6_000;
    await page.waitForFunction((text) => document.querySelector('.page-count')?.textContent !== text, before);
  }
  assert.deepEqual([...numbers], []);
});

test('a second call has a frame, the last call a solid ground: told apart without colour and in both languages', async (t) => {
  const { page } = await openDisplay(t, 'layout=counter&counter=counter-16');
  const { ticketId } = await callAt('counter-16', 'SAM-01');
  const asked = page.locator('.asked');
  const looks: string[] = [];
  for (const [id, en] of [
    ['Silakan menuju', 'Please go to'],
    ['Panggilan kedua', 'Second call'],
    ['Panggilan terakhir', 'Last call'],
  ] as const) {
    if (id !== 'Silakan menuju') {
      mall.clock.at += 21_000;
      assert.equal((await give(mall.url, await deskAt('counter-16'), 'recall', { ticketId }, {})).status, 200);
    }
    await page.locator('.asked', { hasText: id }).waitFor();
    await page.getByText(en).first().waitFor();
    looks.push(
      await asked.evaluate((element) => {
        const { backgroundColor, boxShadow } = getComputedStyle(element);
        return `${boxShadow === 'none' ? 'bare' : 'framed'} ${backgroundColor === 'rgba(0, 0, 0, 0)' ? 'open' : 'solid'}`;
      }),
    );
  }
  assert.deepEqual(looks, ['bare open', 'framed open', 'framed solid']);
});

for (const layout of ['calls', 'overview', 'media', 'counter&counter=counter-15', 'entrance'])
  test(`nothing in ${layout} flashes, and nothing moves for whoever asks for less motion`, async (t) => {
    const { page } = await openDisplay(t, `layout=${layout}`);
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page.emulateMedia({ reducedMotion });
      await finishAt('counter-15');
      const { number } = await callAt('counter-15', 'SAM-01');
      await page.getByText(number).first().waitFor();
      const moves = await page.evaluate(() =>
        document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().iterations)),
      );
      if (reducedMotion === 'reduce') assert.deepEqual(moves, []);
      // Each runs once for a call: nothing goes bright and dark again, least of all three times in a second.
      for (const times of moves) assert.equal(times, 1);
    }
  });

for (const layout of ['calls', 'overview', 'media'] as const)
  for (const size of panels)
    test(`${layout} of ${size.width}×${size.height}: an agency whose system is down is read from eight metres, and the newest call keeps its row`, async (t) => {
      if (desks.size === 0) for (const [desk, service] of twoCalls) await callAt(desk, service);
      const board = await signInBoard(mall);
      const body = { agencyId: 'DKC', reason: 'systemDown', until: null } as const;
      const started = await give(mall.url, board, 'start-pause', {}, body);
      assert.equal(started.status, 201);
      t.after(() =>
        give(mall.url, board, 'end-pause', { pauseId: String(started.body.pauseId) }, {}).then(() => undefined),
      );
      const { page, faults } = await openDisplay(t, `layout=${layout}`, size);
      const row = page.locator('.pause-row');
      await row.getByText('Gangguan sistem. Nomor tetap berlaku.').waitFor();
      for (const mm of await capitals(page, '.big-number', size)) assert.ok(mm >= legible, `numbers of ${mm} mm`);
      // A name of eight letters in a column for six figures gets the whole column.
      const share = layout === 'media' || size.width < size.height ? 0.8 : 1;
      const [name = 0] = await capitals(page, '.pause-agency', size);
      assert.ok(name >= legible * share, `a name of ${name} mm`);
      assert.equal(await page.locator('.foot-pause').count(), 0, 'said once');
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await assertAccessible(page);
      assert.deepEqual(faults, []);
    });
