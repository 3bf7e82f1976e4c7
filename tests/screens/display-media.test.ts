import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Mall, mondayMorning, openMall } from '../mall.ts';
import { openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

// One folder of media, told in order.
let browser: Browser;
let mall: Mall;
let page: Page;
let faults: readonly string[];
const put = (file: string, content: string | Uint8Array) =>
  writeFileSync(path.join(mall.folder, 'media', file), content);

const poster = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><script>globalThis.ran = true;</script><rect width="16" height="9" fill="${colour}"/></svg>`;

before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall({ at: mondayMorning + 60 * 60_000 })]);
  ({ page, faults } = await openPage(browser, `${mall.url}/display/?layout=media`, sizes.tv));
});
after(async () => {
  await browser.close();
  await mall.close();
});

/** The next slide; the wall counts by the server's clock, between two beats by its own, which may be a second ahead. */
async function nextSlide(): Promise<void> {
  mall.clock.at += 14_000;
}

/** A second of film, made by the browser that shows it. */
async function film(): Promise<Uint8Array> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let frame = 0; frame < 25; frame += 1) {
      pen.fillStyle = `hsl(${frame * 10} 50% 50%)`;
      pen.fillRect(0, 0, 300, 150);
      await new Promise(requestAnimationFrame);
    }
    await new Promise((done) => {
      recorder.onstop = done;
      recorder.stop();
    });
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

test('with an empty folder the place beside the calls shows the state of the hall', async () => {
  await page.locator('.wall-layout-overview').waitFor();
  await page.getByText('Sedang di loket').waitFor();
});

test('images and notices of the folder take turns by the clock, and one that is broken is passed over', async () => {
  put('1 rusak.png', 'this is no picture');
  put('2 pajak daerah.svg', poster('teal'));
  put('3 libur.md', '# Kamis tutup\nLayanan kembali Jumat pukul 08.00.');
  await page.reload();
  await page.getByRole('img', { name: 'pajak daerah' }).waitFor();
  await nextSlide();
  await page.getByRole('heading', { name: 'Kamis tutup' }).waitFor();
  await nextSlide();
  await page.getByRole('img', { name: 'pajak daerah' }).waitFor();
  assert.equal(await page.evaluate(() => 'ran' in globalThis), false);
});

test('calls go on beside them', async () => {
  const { number } = await takeNumber(mall, ['DKC-01']);
  await callNext(mall, await openCounter(mall, 'counter-1'));
  await page.locator('.big-row', { hasText: number }).waitFor();
  assert.equal(await page.locator('.media').count(), 1);
});

test('a film plays without a sound, to its end, and then the next comes', async () => {
  put('2 pajak daerah.svg', poster('navy'));
  put('4 sapaan.webm', await film());
  rmSync(path.join(mall.folder, 'media', '3 libur.md'));
  await page.reload();
  await page.getByRole('img', { name: 'pajak daerah' }).waitFor();
  // The film is in the copy only when it is whole, and comes in its turn.
  const hasCome = () =>
    page
      .locator('video')
      .waitFor({ timeout: 2_500 })
      .then(
        () => true,
        () => false,
      );
  // One step at a time: a clock that jumps while the film runs would make it look stuck.
  while (!(await hasCome())) await nextSlide();
  assert.equal(await page.locator('video').evaluate((element) => (element as HTMLVideoElement).muted), true);
  await page.getByRole('img', { name: 'pajak daerah' }).waitFor();
});

test('while the server is away the media go on from the local copy, and the picture says that it is old', async () => {
  await mall.server.app.close();
  await page.locator('.masthead-lost').waitFor();
  await page.getByText(/Sambungan terputus \d+ detik yang lalu/).waitFor();
  await page.locator('video').waitFor({ timeout: 20_000 });
  await page.getByRole('img', { name: 'pajak daerah' }).waitFor({ timeout: 20_000 });
  assert.deepEqual(
    faults.filter((fault) => !/Failed to load resource|ERR_CONNECTION_REFUSED|WebSocket/.test(fault)),
    [],
  );
});
