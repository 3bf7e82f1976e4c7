import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { DisplaySettings } from '../../apps/display/display-flags.ts';
import { openDisplay } from '../../apps/display/open-display.ts';
import { type Mall, openMall, until } from '../mall.ts';
import { openWire } from '../wire.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { callNext, openCounter, takeNumber } from './calls.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

/** The station of one TV, and its page at the address that Chromium is given. */
async function openTv(t: TestContext, token: string, given: Partial<DisplaySettings> = {}) {
  const screen = path.resolve(import.meta.dirname, '../../apps/display/out/screen');
  const settings = {
    serverUrl: mall.url,
    ca: null,
    token,
    data: '',
    port: 0,
    screen,
    panel: null,
    query: '',
    ...given,
  };
  const display = await openDisplay(
    settings,
    () => {},
    async () => {},
  );
  t.after(() => display.close());
  const watched = await openPage(browser, display.url, sizes.tv);
  t.after(() => watched.page.context().close());
  return { ...watched, display };
}

/** A visitor of this counter is called; gives back the number. */
async function call(where: Mall, counterId: string): Promise<string> {
  const { counters, services } = where.server.catalogue();
  const place = counters.find(({ id }) => id === counterId);
  const mine = services.find((one) => place?.agencyIds.includes(one.agencyId) && one.track === place.track);
  const { number } = await takeNumber(where, [mine?.id ?? '']);
  await callNext(where, await openCounter(where, counterId));
  return number;
}

test('a TV behind its station shows calls, hides the cursor, says that it lives, and never holds the token', async (t) => {
  const token = mall.demo.displayToken;
  const { page, faults, display } = await openTv(t, token, { query: 'lang=en&layout=calls' });
  let beats = 0;
  display.pulse.subscribe(() => {
    beats += 1;
  });
  const seen: string[] = [];
  page.on('request', (request) => seen.push(JSON.stringify([request.url(), request.headers(), request.postData()])));
  page.on('response', async (response) => {
    seen.push((await response.text().catch(() => '')) + JSON.stringify(response.headers()));
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => seen.push(String(payload)));
    socket.on('framereceived', ({ payload }) => seen.push(String(payload)));
  });
  await page.reload();
  await page.locator('.wall-main').waitFor();
  assert.deepEqual([new URL(page.url()).pathname, new URL(page.url()).search], ['/display/', '?lang=en&layout=calls']);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const number = await call(mall, 'counter-1');
  await page.locator('.big-number', { hasText: number }).waitFor();
  await until(() => beats > 0);
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".big-number")).cursor'), 'none');
  await assertAccessible(page);
  const kept = await page.evaluate(
    'JSON.stringify([localStorage, sessionStorage, document.cookie, document.body.outerHTML])',
  );
  assert.ok(seen.length > 10, 'nothing was watched');
  assert.ok(!seen.join('\n').includes(token), 'the token crossed the page');
  assert.ok(!String(kept).includes(token));
  assert.deepEqual(faults, []);
});

test('a TV hears the voice of its hall through its station, and reads nothing else of the server', async (t) => {
  const { display } = await openTv(t, mall.demo.displayToken);
  const [own, servers] = await Promise.all(
    [display.url, mall.url].map(async (url) => (await fetch(`${url}/voice/recorded/id`)).json()),
  );
  assert.deepEqual(own, servers);
  for (const path of ['/admin/board', '/kiosk/', '/metrics', '/voices'])
    assert.equal((await fetch(`${display.url}${path}`)).status, 404, path);
});

test('a TV knows its zone by its token, and an address that names another zone goes before it', async (t) => {
  const { zones, counters } = mall.server.catalogue();
  const [first, second] = zones;
  assert.ok(first && second);
  const inside = (zoneId: string) =>
    counters.find((one) => one.zoneId === zoneId && one.id !== 'counter-1' && one.track === 'quick')?.id ?? '';
  const token = await mall.enrolDisplay(second.id);
  const own = await openTv(t, token);
  const other = await openTv(t, token, { query: `zone=${first.id}` });
  await own.page.getByText(second.name).first().waitFor();
  await other.page.getByText(first.name).first().waitFor();
  const [here, there] = [await call(mall, inside(second.id)), await call(mall, inside(first.id))];
  await own.page.locator('.big-number', { hasText: here }).waitFor();
  await other.page.locator('.big-number', { hasText: there }).waitFor();
  assert.equal(await own.page.locator('.big-number', { hasText: there }).count(), 0);
  assert.equal(await other.page.locator('.big-number', { hasText: here }).count(), 0);
});

test('a TV whose server goes down keeps its picture, says how old it is, and goes on when the server is back', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-tv-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const first = await openMall({ folder });
  const port = Number(new URL(first.url).port);
  const { page } = await openTv(t, first.demo.displayToken, { serverUrl: first.url });
  const before = await call(first, 'counter-2');
  await page.locator('.big-number', { hasText: before }).waitFor();
  await first.close();
  await page.getByText('Sambungan terputus').first().waitFor();
  assert.equal(await page.locator('.big-number', { hasText: before }).count(), 1);
  const second = await openMall({ folder, port });
  t.after(() => second.close());
  const later = await call(second, 'counter-3');
  await page.locator('.big-number', { hasText: later }).waitFor();
  await page.getByText('Sambungan terputus').first().waitFor({ state: 'detached' });
});

test('a PC that is on before its server waits for it and shows the calls by itself', async (t) => {
  const wire = await openWire(mall.url);
  t.after(() => wire.close());
  wire.cut();
  const { page } = await openTv(t, mall.demo.displayToken, { serverUrl: wire.url });
  await page.getByText('Menyambung ke server').first().waitFor();
  const number = await call(mall, 'counter-4');
  wire.mend();
  await page.locator('.big-number', { hasText: number }).waitFor();
});

test('a device that is no display says so on the TV, and one that the server does not know asks for its code', async (t) => {
  const kiosk = await openTv(t, mall.demo.kioskToken);
  await kiosk.page.getByRole('heading', { name: 'Perangkat ini bukan layar panggilan' }).waitFor();
  assert.equal(await kiosk.page.evaluate('getComputedStyle(document.querySelector("h1")).cursor'), 'none');
  await assertAccessible(kiosk.page);
  const stranger = await openTv(t, 'x'.repeat(43), { query: 'lang=en' });
  await stranger.page.getByRole('textbox').waitFor();
  await assertAccessible(stranger.page);
});
