import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notSent, printed, unknown } from '../../apps/kiosk/testing/scripted-station.ts';
import { assertAccessible, sizes } from './browser.ts';
import { oneMall } from './one-mall.ts';
import { openScriptedKiosk, settled, touch } from './scripted-kiosk.ts';

const here = oneMall();

// A 32-inch panel of 1080×1920 has 2.71 pixels to the millimetre (notes: screens-and-voice §3).
const pxPerMm = 2.71;
const least = {
  /** Capitals that an eye at 0.6 m reads: 0.0122 × the distance (EN 301 549, 5.1.4). */
  capitals: 7.3 * pxPerMm,
  target: 20 * pxPerMm,
  gap: 4 * pxPerMm,
  /** Where the lower half of the glass begins; a low screen has nothing to touch above it. */
  lowFrom: null as number | null,
};

/** Everything on the page that is too small to read or to touch, too close to its neighbour, or out of a seated person's reach. */
function misfits({ capitals, target, gap, lowFrom }: typeof least): string[] {
  const found: string[] = [];
  const isSeen = (element: Element, { left, top, width, height }: DOMRect) => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width > 0 && height > 0 && hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent?.trim();
    if (!text || !parent || parent.closest('.visually-hidden, script, style, svg, [hidden]')) continue;
    const { fontSize, fontFamily } = getComputedStyle(parent);
    // Measured heights of an H, in em.
    const height = Number.parseFloat(fontSize) * (fontFamily.startsWith('"Atkinson') ? 0.672 : 0.75);
    if (height < capitals - 0.1 && isSeen(parent, parent.getBoundingClientRect()))
      found.push(`small text ${height.toFixed(1)}: ${text}`);
  }
  const targets = [...document.querySelectorAll('button, label')]
    .map((element) => ({ element, name: element.textContent ?? '', box: element.getBoundingClientRect() }))
    .filter(({ element, box }) => isSeen(element, box));
  // Of what is partly scrolled out of sight, only the part in sight can be touched.
  const inSight = (element: Element, { left, right, top, bottom }: DOMRect) => {
    const view = element.closest('.scroll-list-view')?.getBoundingClientRect();
    return view
      ? { left, right, top: Math.max(top, view.top), bottom: Math.min(bottom, view.bottom) }
      : { left, right, top, bottom };
  };
  for (const { element, name, box } of targets) {
    if (box.width < target || box.height < target) found.push(`small target ${box.width}×${box.height}: ${name}`);
    // Typing needs no touch on the field: it has the focus already.
    if (lowFrom !== null && box.top < lowFrom && !element.matches('.search-field'))
      found.push(`too high ${box.top}: ${name}`);
    if (box.right > innerWidth) found.push(`off the glass: ${name}`);
  }
  for (const [index, a] of targets.entries())
    for (const b of targets.slice(index + 1)) {
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const [first, second] = [inSight(a.element, a.box), inSight(b.element, b.box)];
      const across = Math.max(second.left - first.right, first.left - second.right);
      const along = Math.max(second.top - first.bottom, first.top - second.bottom);
      const apart = Math.max(across, along);
      if (apart < gap - 0.1) found.push(`${apart.toFixed(1)} apart: ${a.name} | ${b.name}`);
    }
  return found;
}

type Look = {
  readonly name: string;
  readonly isEnglish: boolean;
  readonly turns: readonly ('low' | 'large' | 'contrast')[];
};
const looks: readonly Look[] = [
  { name: 'in Indonesian', isEnglish: false, turns: [] },
  { name: 'in English', isEnglish: true, turns: [] },
  { name: 'in large text and high contrast', isEnglish: false, turns: ['large', 'contrast'] },
  { name: 'low, large and in high contrast', isEnglish: true, turns: ['low', 'large', 'contrast'] },
];
const turnAt = { low: 0, large: 1, contrast: 2 } as const;

for (const look of looks)
  test(`${look.name}, every page can be read, reached and touched, and axe finds nothing`, async (t) => {
    const { page, script, becomes } = await openScriptedKiosk(t, here.browser, here.mall);
    const button = (id: string | RegExp, en: string | RegExp) => touch(page, look.isEnglish ? en : id);
    const popular = async () => {
      await settled(page);
      await page.locator('.popular-card').first().click();
      await page.locator('.service').waitFor();
    };
    const check = async (where: string) => {
      await settled(page);
      const limits = { ...least, lowFrom: look.turns.includes('low') ? 960 : null };
      assert.deepEqual(await page.evaluate(misfits, limits), [], where);
      await assertAccessible(page);
    };
    const begin = async () => {
      await page.locator('.agency-tile').first().waitFor();
      await settled(page);
      if (look.isEnglish) await page.getByRole('button', { name: 'English' }).click();
      for (const turn of look.turns) await page.locator('.foot-turn').nth(turnAt[turn]).click();
    };
    const finish = async () => {
      await button('Selesai', 'Finish');
      await begin();
    };
    const agency = async (letter: string) => {
      await page.locator('.agency-tile', { hasText: new RegExp(`^${letter}`) }).click();
      await page.locator('.agency-head').waitFor();
    };
    const service = async (index: number) => {
      await page.locator('.service-card').nth(index).click();
      await page.locator('.service').waitFor();
    };
    const take = async () => {
      await button(/^Ambil nomor/, /^Take a number/);
      await page.locator('.done-number').waitFor();
    };

    await begin();
    await check('start');
    await agency('B');
    await check('agency');
    await service(6);
    await check('service');
    await button('Cetak daftar ini saja', 'Just print this list');
    await page.locator('.ending-title').waitFor();
    await check('list');
    await button('Kembali', 'Back');
    await button('Tambah layanan lain', 'Add another service');
    await page.locator('.basket-bar').waitFor();
    await check('start with a basket');
    await agency('W');
    await service(1);
    await check('second service');
    await button('Tambahkan ke nomor yang sama', 'Add to the same number');
    await page.locator('.visit').waitFor();
    await check('visit');
    await take();
    await check('number of a visit');
    await finish();
    for (const [where, slip] of [
      ['number on paper', printed],
      ['number with doubtful paper', unknown],
      ['number without paper', notSent],
    ] as const) {
      script.slips = [slip];
      await popular();
      await take();
      await check(where);
      if (slip === unknown) await button('Ya, sudah saya pegang', 'Yes, I have it');
      if (slip === notSent) await button('Saya sudah mencatat nomor ini', 'I have noted this number');
      await finish();
    }
    await becomes({ printer: { state: 'cover', since: 0 }, server: 'away' });
    await page.locator('.notice').waitFor();
    await check('start without paper and server');
    await popular();
    await check('service without paper and server');
    await button('Kembali', 'Back');
    await button(/Anda ingin mengurus apa/, /What brings you here/);
    await check('search');
    await page.getByRole('textbox').fill('akta');
    await check('search with results');
    await page.getByRole('textbox').fill('qwxzy');
    await check('search without results');
  });

test('low and in large letters, the whole question of priority is in sight, and the head leaves room for where to go', async (t) => {
  const { page } = await openScriptedKiosk(t, here.browser, here.mall);
  await page.locator('.agency-tile').first().waitFor();
  for (const turn of ['Layar rendah', 'Huruf besar']) await page.getByRole('button', { name: turn }).click();
  await page.locator('.popular-card').first().click();
  await page.locator('.priority-option').first().waitFor();
  await settled(page);
  const hidden = await page.locator('.priority-option').evaluateAll((options) =>
    options.filter((option) => {
      const { left, bottom } = option.getBoundingClientRect();
      return !option.contains(document.elementFromPoint(left + 20, bottom - 10));
    }),
  );
  assert.equal(hidden.length, 0);
  await page.getByRole('button', { name: /^Ambil nomor/ }).click();
  await page.getByText('Silakan menunggu di').waitFor();
  const head = await page.locator('.done-number-block').boundingBox();
  assert.ok(head && head.height < 0.35 * sizes.kiosk.height);
  assert.equal(await page.locator('.scroll-list-more').count(), 0);
});

test('what one visitor set for seeing is gone for the next', async (t) => {
  const { page } = await openScriptedKiosk(t, here.browser, here.mall);
  await page.locator('.agency-tile').first().waitFor();
  for (const turn of ['Layar rendah', 'Huruf besar', 'Kontras tinggi'])
    await page.getByRole('button', { name: turn }).click();
  assert.equal(await page.locator('.foot-turn[aria-pressed="true"]').count(), 3);
  await page.clock.install();
  await page.clock.fastForward(81_000);
  await page.locator('.foot-turn[aria-pressed="true"]').first().waitFor({ state: 'detached' });
  assert.equal(await page.locator('.kiosk').getAttribute('class'), 'kiosk');
});

test('motion rests for those who asked their machine for it', async (t) => {
  const { page } = await openScriptedKiosk(t, here.browser, here.mall);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('.agency-tile').first().click();
  await page.locator('.agency-head').waitFor();
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
});
