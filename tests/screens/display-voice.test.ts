import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { give, type Mall, openMall, signInManager } from '../mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { free, openDesk } from './counter-page.ts';

let mall: Mall;
let loud: Browser;
before(async () => {
  mall = await openMall();
  // The hall has been told that it is open before these displays hang in it.
  mall.clock.at += 300_000;
  // As a TV's PC starts it: nobody touches a TV, so the page may be heard without.
  loud = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  });
});
after(async () => {
  await loud?.close();
  await mall?.close();
});

/** A wall display of which the test hears what it plays: the page notes the length of every clip that is started. */
async function openTv(browser: Browser, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes.tv });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const heard: { readonly at: number; readonly ms: number }[] = [];
    Reflect.set(window, 'heard', heard);
    // The page's own gain moves in this way, and nothing else does.
    const move = AudioParam.prototype.setTargetAtTime;
    AudioParam.prototype.setTargetAtTime = function (value, at, constant) {
      Reflect.set(window, 'gain', value);
      return move.call(this, value, at, constant);
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (at = 0, offset?: number, length?: number) {
      // What only keeps time is silent.
      if (this.buffer?.getChannelData(0).some((sample) => sample !== 0))
        heard.push({ at, ms: Math.round((length ?? this.buffer.duration) * 1_000) });
      start.call(this, at, offset, length);
    };
  });
  await page.goto(`${mall.url}/display/${query}`);
  return page;
}

const clips = (page: Page) => page.evaluate(() => (Reflect.get(window, 'heard') as unknown[]).length);

test('a wall display speaks a call once, and the counter hears from it that it did', async () => {
  const tv = await openTv(loud);
  const other = await openTv(loud);
  const desk = await openDesk(loud, mall, 'counter-4');
  await desk.take();
  await free(desk.page, 'Panggil berikutnya');
  await desk.page.keyboard.press('Space');
  await desk.page.getByText(/^Diucapkan di/).waitFor();
  const [one, two] = [await clips(tv), await clips(other)];
  assert.ok((one === 0) !== (two === 0), `one display speaks, not ${one} and ${two} clips`);
  assert.ok(Math.max(one, two) >= 6, 'number and counter are more than six words');
  for (const page of [tv, other, desk.page]) await page.context().close();
});

test('a display whose sound is locked says so on its face, and one touch frees it', async (t) => {
  const browser = await openBrowser();
  // Left open by a failure it would speak in the place of the next tests' displays, and keep this file from ending.
  t.after(() => browser.close());
  const { page } = await openPage(browser, `${mall.url}/display/`, sizes.tv);
  const locked = page.getByRole('status').filter({ hasText: 'Suara terkunci: sentuh layar ini sekali' });
  await locked.waitFor();
  await assertAccessible(page);
  await page.mouse.click(900, 500);
  await locked.waitFor({ state: 'detached' });
});

test('a display that is to be silent asks nobody to touch it and speaks nothing', async () => {
  const tv = await openTv(loud, '?voice=off');
  const desk = await openDesk(loud, mall, 'counter-9');
  await desk.take();
  await free(desk.page, 'Panggil berikutnya');
  await desk.page.keyboard.press('Space');
  await desk.page.getByText('Tanpa suara di zona ini').waitFor();
  assert.deepEqual([await clips(tv), await tv.getByText('Suara terkunci').count()], [0, 0]);
  for (const page of [tv, desk.page]) await page.context().close();
});

test('[W11] a display is as loud as the manager set its zone, and in quiet hours its face says until when', async () => {
  const tv = await openTv(loud, '?zone=1&volume=50');
  const manager = await signInManager(mall);
  const set = (volume: number, hours: { from: string; to: string; volume: number }[]) =>
    give(mall.url, manager, 'set-loudness', { zoneId: '1' }, { volume, hours });
  await set(60, []);
  const desk = await openDesk(loud, mall, 'counter-3');
  await desk.take();
  await free(desk.page, 'Panggil berikutnya');
  await desk.page.keyboard.press('Space');
  await desk.page.getByText(/^Diucapkan/).waitFor();
  assert.equal(await tv.evaluate(() => Reflect.get(window, 'gain')), 0.3);
  await set(60, [{ from: '08:00', to: '13:00', volume: 0 }]);
  const quiet = tv.getByRole('status').filter({ hasText: 'Tanpa suara sampai pukul 13.00: perhatikan layar' });
  await quiet.waitFor();
  assert.ok(await quiet.getByText('No voice until 13:00: please watch the screen').isVisible());
  await assertAccessible(tv);
  await set(60, []);
  await quiet.waitFor({ state: 'detached' });
  for (const page of [tv, desk.page]) await page.context().close();
});
