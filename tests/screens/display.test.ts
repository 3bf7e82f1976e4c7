import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { give, type Mall, mondayMorning, type Officer, openMall } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, type Size, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

// One day of one mall, told in order: each test goes on where the one before it stopped.
let browser: Browser;
let mall: Mall;
const desks = new Map<string, Officer>();
const numbers: string[] = [];
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * 60_000 })]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

/** Opens the display in a page that goes when the test ends. */
async function openDisplay(t: { after(done: () => Promise<void>): void }, search = '', size: Size = sizes.tv) {
  const opened = await openPage(browser, `${mall.url}/display/${search}`, size);
  t.after(() => opened.page.context().close());
  return opened;
}

test('the page of a display is at most 70 KB of gzipped script, so that a TV shows the hall soon after its power is back', async (t) => {
  const { page } = await openDisplay(t);
  await page.locator('.wall-main').waitFor();
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (/\.js$/.test(name) ? name : [])),
  );
  const bodies = await Promise.all(scripts.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  assert.ok(bytes > 30_000 && bytes <= 70_000, `${bytes} bytes`);
});

async function callAt(counterId: string, serviceId: string, priority: string | null = null): Promise<string> {
  numbers.push((await takeNumber(mall, [serviceId], priority)).number);
  const desk = desks.get(counterId) ?? (await openCounter(mall, counterId));
  desks.set(counterId, desk);
  return callNext(mall, desk);
}

const bigNumbers = (page: Page) => page.locator('.big-row > .big-number').allTextContents();

for (const language of ['id', 'en'] as const)
  test(`a mall that has just opened welcomes and shuts nobody out (${language})`, async (t) => {
    const { page, faults } = await openDisplay(t, `?lang=${language}`);
    await page.locator('.headline-empty').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await assertAccessible(page);
    assert.deepEqual(faults, []);
  });

test('priority, a second call and the last call are told apart by words, and no reason for priority is shown', async (t) => {
  const { page } = await openDisplay(t);
  const ticketId = await callAt('counter-1', 'DKC-01', 'elderly');
  const about = page.locator('.big-about').first();
  await about.getByText('Silakan menuju').waitFor();
  assert.match((await about.textContent()) ?? '', /Prioritas/);
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Lansia/);
  const desk = desks.get('counter-1');
  assert.ok(desk);
  for (const words of ['Panggilan kedua', 'Panggilan terakhir']) {
    mall.clock.at += 3_000;
    assert.equal((await give(mall.url, desk, 'recall', { ticketId }, {})).status, 200);
    await about.getByText(words).waitFor();
  }
});

for (const [name, size] of [
  ['1920×1080', sizes.tv],
  ['3840×2160', { width: 3840, height: 2160 }],
  ['1080×1920', sizes.kiosk],
] as const)
  test(`on a 55-inch panel of ${name} the capitals of a called number are 98 mm high`, async (t) => {
    if (numbers.length === 1) for (const desk of ['counter-2', 'counter-3']) await callAt(desk, 'DKC-01');
    const { page, faults } = await openDisplay(t, '', size);
    await page.locator('.big-row').nth(2).waitFor();
    assert.deepEqual(await bigNumbers(page), [...numbers].reverse());
    const drawn = await page.locator('.big-number').evaluateAll((all) =>
      all.map((element) => {
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
        const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return { capital: pen.measureText('H').actualBoundingBoxAscent, isInside };
      }),
    );
    assert.equal(drawn.length, 6);
    const pxPerMm = Math.max(size.width, size.height) / 1217.6;
    for (const { capital, isInside } of drawn) {
      assert.ok(capital / pxPerMm >= 0.0122 * 8000 - 0.5, `capitals of ${capital / pxPerMm} mm`);
      assert.ok(isInside, 'on the panel');
    }
    await assertAccessible(page);
    assert.deepEqual(faults, []);
  });

test('of ten calls in a row each comes into the big rows, and the newest keeps the first', async (t) => {
  for (const desk of ['counter-4', 'counter-5', 'counter-6', 'counter-7', 'counter-8']) await callAt(desk, 'DKC-01');
  for (const desk of ['counter-11', 'counter-12']) await callAt(desk, 'JKN-01');
  const { page } = await openDisplay(t);
  await page.locator('.page-count').waitFor();
  const seen = new Set<string>();
  // Five pages make a round; the page's own seconds come on top of those moved here, so a round may skip one.
  for (let turn = 0; turn < 15 && seen.size < numbers.length; turn += 1) {
    const shown = await bigNumbers(page);
    assert.equal(shown[0], numbers.at(-1));
    for (const number of shown) seen.add(number);
    const pageBefore = await page.locator('.page-count').textContent();
    mall.clock.at += 6_000;
    await page.waitForFunction((text) => document.querySelector('.page-count')?.textContent !== text, pageBefore);
  }
  assert.deepEqual([...seen].sort(), [...numbers].sort());
});

test('a display of the second floor shows no calls of the first', async (t) => {
  const { page } = await openDisplay(t, '?zone=2');
  await page.getByText('Lantai 2').waitFor();
  const text = await page.locator('body').textContent();
  for (const number of numbers) assert.ok(!text?.includes(number));
});

test('a new call lights up once by moving and fading alone, and not at all for whoever asks for less motion', async (t) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page } = await openDisplay(t);
    await page.emulateMedia({ reducedMotion });
    await page.locator('.big-row').first().waitFor();
    await callAt(reducedMotion === 'reduce' ? 'counter-15' : 'counter-16', 'SAM-01');
    await page
      .getByText(numbers.at(-1) ?? '')
      .first()
      .waitFor();
    const moves = await page.evaluate(() =>
      document.getAnimations().map(({ effect }) => ({
        times: effect?.getComputedTiming().iterations,
        what: effect instanceof KeyframeEffect ? effect.getKeyframes().flatMap((frame) => Object.keys(frame)) : [],
      })),
    );
    assert.equal(moves.length > 0, reducedMotion === 'no-preference');
    for (const { times, what } of moves) {
      assert.equal(times, 1);
      for (const property of what)
        assert.match(property, /^(transform|opacity|offset|computedOffset|easing|composite)$/);
    }
  }
});

test('after a hundred more visitors the page is no larger', async (t) => {
  const { page } = await openDisplay(t);
  await page.locator('.page-count').waitFor();
  const before = await page.locator('body *').count();
  for (let visitor = 0; visitor < 100; visitor += 1) {
    const ticketId = await callAt('counter-13', 'JKN-01');
    const desk = desks.get('counter-13');
    assert.ok(desk);
    await give(mall.url, desk, 'start', { ticketId }, {});
    await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' });
  }
  await callAt('counter-13', 'JKN-01');
  await page.locator('.big-row', { hasText: numbers.at(-1) ?? '' }).waitFor();
  const elements = await page.locator('body *').count();
  assert.ok(elements < before + 60, `${before} elements became ${elements}`);
});

test('outside its hours the demonstration says that it is open all the same', async (t) => {
  const { page } = await openDisplay(t);
  mall.clock.at = mondayMorning + 7 * 60 * 60_000;
  await mall.server.settle();
  await page.getByText('Di luar jam layanan. Peragaan ini tetap dibuka.').waitFor();
  await assertAccessible(page);
});

test('a server that is gone leaves the last picture on the wall, with its age', async (t) => {
  const { page } = await openDisplay(t);
  await page.locator('.big-row').first().waitFor();
  const last = await bigNumbers(page);
  await mall.close();
  await page.getByText(/Sambungan terputus \d+ detik yang lalu/).waitFor();
  assert.deepEqual(await bigNumbers(page), last);
  await assertAccessible(page);
});
