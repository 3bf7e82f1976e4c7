import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { Browser, Page } from 'playwright-core';
import { openCounter } from '../../apps/counter/open-counter.ts';
import { type Mall, openMall, until } from '../mall.ts';
import { openWire } from '../wire.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';
import { takeNumber } from './calls.ts';
import { free, letSecondsPass, numberOn, stage } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

const deskOf = (counterId: string) => {
  const desk = mall.demo.counters.find((one) => one.counterId === counterId);
  if (!desk) throw new Error(`no counter ${counterId}`);
  return desk;
};

/** The station of one counter PC, and its page without any parameter. */
async function openStationPage(t: TestContext, token: string, serverUrl = mall.url) {
  const counter = await startStation(t, token, serverUrl);
  const watched = await openPage(browser, counter.url, sizes.counter);
  t.after(() => watched.page.context().close());
  return { ...watched, counter };
}

async function startStation(t: TestContext, token: string, serverUrl = mall.url, port = 0) {
  const screen = path.resolve(import.meta.dirname, '../../apps/counter/out/screen');
  const settings = { serverUrl, ca: null, token, port, screen, shortcut: null, data: '' };
  const counter = await openCounter(
    settings,
    () => {},
    async () => {},
  );
  t.after(() => counter.close());
  return counter;
}

async function signIn(page: Page, counterId: string): Promise<void> {
  await page.locator('input[name=officer]').fill(deskOf(counterId).officer);
  await page.locator('input[type=password]').fill(mall.demo.pin);
  await page.locator('.entry-submit').click();
  await page.getByRole('button', { name: 'Buka loket' }).click();
  await page.locator('.desk-state-open').waitFor();
}

function serviceAt(counterId: string): string {
  const { counters, services } = mall.server.catalogue();
  const place = counters.find(({ id }) => id === counterId);
  return services.find((one) => place?.agencyIds.includes(one.agencyId) && one.track === place.track)?.id ?? '';
}

test('an installed counter knows by its token which counter it is, and the page never holds that token', async (t) => {
  const { token } = deskOf('counter-12');
  const { page, faults, counter } = await openStationPage(t, token);
  const seen: string[] = [];
  page.on('request', (request) => seen.push(JSON.stringify([request.url(), request.headers(), request.postData()])));
  page.on('response', async (response) => {
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
    if (!isStream) seen.push((await response.text().catch(() => '')) + JSON.stringify(response.headers()));
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => seen.push(String(payload)));
    socket.on('framereceived', ({ payload }) => seen.push(String(payload)));
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Loket 12' }).waitFor();
  assert.equal(new URL(page.url()).search, '');
  await assertAccessible(page);
  const { number } = await takeNumber(mall, [serviceAt('counter-12')]);
  await signIn(page, 'counter-12');
  await free(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: 'Panggil berikutnya' }).click();
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  await until(() => counter.desk.current()?.present === number);

  const kept = await page.evaluate(
    'JSON.stringify([localStorage, sessionStorage, document.cookie, document.body.outerHTML])',
  );
  assert.ok(seen.length > 20, 'nothing was watched');
  assert.ok(!seen.join('\n').includes(token), 'the token crossed the page');
  assert.ok(!String(kept).includes(token));
  await page.reload();
  await stage(page, 'Dipanggil');
  assert.deepEqual(faults, []);
});

test('a press of "next" from outside the page calls exactly when the officer could, else the page says why not', async (t) => {
  const { page, counter } = await openStationPage(t, deskOf('counter-10').token);
  await page.getByRole('heading', { name: 'Loket 10' }).waitFor();
  assert.equal(await counter.desk.pressNext(), 'absent', 'nobody is signed in');
  await signIn(page, 'counter-10');
  await until(() => counter.desk.current() !== null);
  assert.equal(await counter.desk.pressNext(), 'refused');
  await page.getByText('Belum ada yang menunggu').first().waitFor();

  const serviceIds = [serviceAt('counter-10')];
  const first = (await takeNumber(mall, serviceIds)).number;
  const second = (await takeNumber(mall, serviceIds)).number;
  await until(() => counter.desk.current()?.mayCall === true);
  await page.getByRole('button', { name: 'Jeda' }).click();
  await page.getByRole('dialog').waitFor();
  assert.equal(await counter.desk.pressNext(), 'refused', 'a question is open');
  await page.keyboard.press('Escape');
  await until(() => counter.desk.current()?.mayCall === true);

  const presses = await Promise.all([counter.desk.pressNext(), counter.desk.pressNext()]);
  assert.ok(presses.includes('taken'));
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), first);
  await until(() => counter.desk.current()?.present === first);
  assert.equal(counter.desk.current()?.mayCall, false);
  assert.equal(await counter.desk.pressNext(), 'refused', 'somebody is at the counter');
  const tickets = listOf(mall.server.hall().tickets);
  assert.deepEqual(
    tickets
      .filter(({ serviceId }) => serviceIds.includes(serviceId))
      .map(({ state }) => state)
      .sort(),
    ['called', 'waiting'],
    `${second} still waits`,
  );

  await page.locator('button[lang=en]').click();
  await until(() => counter.desk.current()?.language === 'en');
  await page.goto('about:blank');
  await until(() => counter.desk.current() === null);
});

test('an officer who calls by the shortcut of the system stays signed in, and the warning swallows no call', async (t) => {
  const { page, counter, faults } = await openStationPage(t, deskOf('counter-13').token);
  await page.getByRole('heading', { name: 'Loket 13' }).waitFor();
  await signIn(page, 'counter-13');
  await until(() => counter.desk.current() !== null);
  const warning = page.getByRole('dialog', { name: 'Masih di loket?' });
  const quiet = () => page.waitForResponse(/presence/);

  letSecondsPass(mall, 9 * 60 + 10);
  await warning.waitFor();
  const [, none] = await Promise.all([quiet(), counter.desk.pressNext()]);
  assert.equal(none, 'refused', 'nobody waits');
  await warning.waitFor({ state: 'detached' });

  const { number } = await takeNumber(mall, [serviceAt('counter-13')]);
  await until(() => counter.desk.current()?.mayCall === true);
  letSecondsPass(mall, 9 * 60 + 10);
  await warning.waitFor();
  assert.equal(counter.desk.current()?.mayCall, true);
  assert.equal(await counter.desk.pressNext(), 'taken');
  await warning.waitFor({ state: 'detached' });
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  assert.deepEqual(faults, []);
});

test('another site in the officer’s browser takes no press away from the desk, and a link from there opens the counter', async (t) => {
  const { page, counter } = await openStationPage(t, deskOf('counter-9').token);
  await page.getByRole('heading', { name: 'Loket 9' }).waitFor();
  await signIn(page, 'counter-9');
  await takeNumber(mall, [serviceAt('counter-9')]);
  await until(() => counter.desk.current()?.mayCall === true);
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<img alt="" onerror="document.title = 'no picture'" src="${counter.url}/bridge/presses"><a href="${counter.url}/">Loket</a>`,
    );
  }).listen(0, '127.0.0.1');
  t.after(() => site.close().closeAllConnections());
  await once(site, 'listening');
  const address = site.address();
  assert.ok(address !== null && typeof address === 'object');
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${address.port}/`);
  await other.waitForFunction(() => document.title === 'no picture');
  assert.equal(counter.desk.current()?.mayCall, true);
  assert.equal(await counter.desk.pressNext(), 'taken');
  await other.getByRole('link', { name: 'Loket' }).click();
  await other.getByRole('heading', { name: 'Loket 9' }).waitFor();
});

test('a device that is no counter, or that the server does not know, is told so for whoever set it up', async (t) => {
  const kiosk = await openStationPage(t, mall.demo.kioskToken);
  await kiosk.page.getByRole('heading', { name: 'Perangkat ini bukan loket' }).waitFor();
  await assertAccessible(kiosk.page);
  const stranger = await openStationPage(t, 'x'.repeat(43));
  await stranger.page.getByRole('heading', { name: 'Daftarkan loket ini' }).waitFor();
  await assertAccessible(stranger.page);
});

test('a counter PC that is on before its server waits for it and opens by itself', async (t) => {
  const wire = await openWire(mall.url);
  t.after(() => wire.close());
  wire.cut();
  const { page } = await openStationPage(t, deskOf('counter-15').token, wire.url);
  await page.getByRole('heading', { name: 'Menyiapkan loket' }).waitFor();
  wire.mend();
  await page.getByRole('heading', { name: 'Loket 15' }).waitFor();
});

test('a counter PC whose program is started again goes on with the same visitor, and a key pressed meanwhile does nothing twice', async (t) => {
  const { token } = deskOf('counter-14');
  const { page, counter } = await openStationPage(t, token);
  const { number } = await takeNumber(mall, [serviceAt('counter-14')]);
  await takeNumber(mall, [serviceAt('counter-14')]);
  await signIn(page, 'counter-14');
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await free(page, 'Mulai layani');
  await counter.close();
  await page.getByText('Sambungan terputus').first().waitFor();
  await page.keyboard.press('Space');
  await page.getByText('Mulai layani tidak berhasil.').waitFor();
  assert.equal(await numberOn(page, 'Dipanggil'), number);
  await startStation(t, token, mall.url, Number(new URL(counter.url).port));
  await page.getByText('Tersambung').waitFor();
  await free(page, 'Mulai layani');
  await page.keyboard.press('Space');
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), number);
  await page.reload();
  await stage(page, 'Dilayani');
  assert.equal(mall.server.hall().counters['counter-14']?.called, 1);
});
