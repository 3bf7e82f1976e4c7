import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import type { Browser } from 'playwright-core';
import { give, type Mall, openMall } from '../mall.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { takeNumber } from './calls.ts';
import { atCounter, free, numberOn, openDesk, stage, tabTo } from './counter-page.ts';

let mall: Mall;
let browser: Browser;
before(async () => {
  [mall, browser] = await Promise.all([openMall(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('a counter that is used on another screen says so at once, and no stray key takes it back', async () => {
  const first = await atCounter(browser, mall, 'counter-12');
  await first.page.getByRole('button', { name: 'Masuk' }).click();
  await free(first.page, 'Buka loket');
  const second = await atCounter(browser, mall, 'counter-12');
  await second.page.getByRole('button', { name: 'Masuk' }).click();
  await free(second.page, 'Buka loket');
  await first.page.getByText('Anda kini masuk di loket ini dari layar lain.').waitFor();
  await assertAccessible(first.page);
  // The officer who has not looked up yet goes on with the keys of the desk.
  for (const key of ['Space', 'Enter', 'Space']) await first.page.keyboard.press(key);
  await second.page.keyboard.press('Space');
  await second.page.locator('.desk-state-open').waitFor();
  assert.equal(await first.page.getByRole('button', { name: 'Masuk' }).count(), 1);
  await tabTo(first.page, 'Masuk');
  await first.page.keyboard.press('Space');
  await second.page.getByText('Anda kini masuk di loket ini dari layar lain.').waitFor();
  await first.page.locator('.desk-state-open').waitFor();
  await first.page.context().close();
  await second.page.context().close();
});

const post = async (path: string, body: unknown, token = '') => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${mall.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as { readonly sessionToken: string };
};

test('an officer who signs in at another counter is told at the first one where that was', async () => {
  const { page } = await openDesk(browser, mall, 'counter-11');
  const [own, other] = ['counter-11', 'counter-14'].map((id) => mall.demo.counters.find((one) => one.counterId === id));
  await post('/sessions', { officer: own?.officer, pin: mall.demo.pin }, other?.token);
  await page.getByText('Anda kini masuk di loket 14').waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('an officer whom a manager signs out everywhere reads that it was a manager', async () => {
  const { page } = await openDesk(browser, mall, 'counter-13', 'en');
  const counter = mall.server.hall().counters['counter-13'];
  const officerId = counter?.state === 'open' ? counter.officerId : '';
  const { sessionToken: session } = await post('/sessions/by-password', mall.demo.manager);
  const ended = await give(mall.url, { token: '', session }, 'sign-out-officer', { officerId }, {});
  assert.equal(ended.status, 200);
  await page.getByText('A manager ended your session.').waitFor();
  await page.context().close();
});

test('a copied tab takes the desk over from the first one, which says so and can have it back', async () => {
  const { page, take } = await openDesk(browser, mall, 'counter-6');
  await take();
  const opened = page.context().waitForEvent('page');
  // Opened from here, a tab gets a copy of what this one keeps, session included.
  await page.evaluate(() => window.open(location.href));
  const copy = await opened;
  await free(copy, 'Panggil berikutnya');
  await page.getByText('Loket ini terbuka di tab lain').waitFor();
  await assertAccessible(page);
  for (const key of ['Space', 'Enter', 'Control+Z']) await page.keyboard.press(key);
  await copy.bringToFront();
  await copy.keyboard.press('Space');
  await stage(copy, 'Dipanggil');
  await page.bringToFront();
  await tabTo(page, 'Pakai di tab ini');
  await page.keyboard.press('Enter');
  await stage(page, 'Dipanggil');
  await copy.getByText('Loket ini terbuka di tab lain').waitFor();
  await page.context().close();
});

test('[H2] two officers of one queue who press in the same moment get two visitors, and each screen shows its own', async () => {
  const serviceId = 'DKC-01';
  const numbers = [(await takeNumber(mall, [serviceId])).number, (await takeNumber(mall, [serviceId])).number];
  const { queues, counters } = mall.server.catalogue();
  const queue = queues.find(({ agencyId, track }) => agencyId === 'DKC' && track === 'quick');
  const both = counters
    .filter(({ agencyIds, track }) => agencyIds.includes('DKC') && track === queue?.track)
    .slice(0, 2);
  assert.equal(both.length, 2);
  const pages = await Promise.all(
    both.map(async ({ id }) => {
      const { page } = await atCounter(browser, mall, id);
      await page.getByRole('button', { name: 'Masuk' }).click();
      await page.getByRole('button', { name: 'Buka loket' }).click();
      await free(page, 'Panggil berikutnya');
      return page;
    }),
  );
  await Promise.all(pages.map((page) => page.keyboard.press('Space')));
  const shown = await Promise.all(
    pages.map(async (page) => {
      await stage(page, 'Dipanggil');
      return numberOn(page, 'Dipanggil');
    }),
  );
  assert.deepEqual(shown.toSorted(), numbers.toSorted());
  await Promise.all(pages.map((page) => page.context().close()));
});

test('a server that is gone and comes back leaves the same visitor at the counter, and a lost press takes effect once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-restart-'));
  let running = await openMall({ folder });
  const port = Number(new URL(running.url).port);
  for (let n = 0; n < 3; n += 1) await takeNumber(running, ['DKC-01']);
  const { page } = await openDesk(browser, running, 'counter-3');
  await free(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await free(page, 'Mulai layani');
  const called = await numberOn(page, 'Dipanggil');
  await running.close();
  await page.getByText('Sambungan terputus').first().waitFor();
  await page.keyboard.press('Space');
  await page.getByText('Mulai layani tidak berhasil.').waitFor();
  running = await openMall({ folder, port });
  await page.getByText('Tersambung').waitFor();
  // What the lost link has explained is over with it.
  await page.getByText('Mulai layani tidak berhasil.').waitFor({ state: 'detached' });
  assert.equal(await numberOn(page, 'Dipanggil'), called);
  await free(page, 'Mulai layani');
  await page.keyboard.press('Space');
  await stage(page, 'Dilayani');
  await page.reload();
  await stage(page, 'Dilayani');
  assert.equal(await numberOn(page, 'Dilayani'), called);
  await page.context().close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('[H1] a call whose answer is lost on the way calls one visitor, and the screen shows which', async () => {
  const { page, take, faults } = await openDesk(browser, mall, 'counter-15');
  const [first] = [await take(), await take()];
  await free(page, 'Panggil berikutnya');
  const keys: string[] = [];
  await page.route('**/call-next', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    // The server has done it and answered; the first two answers do not arrive.
    const answer = await route.fetch();
    if (keys.length < 3) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  await page.keyboard.press('Space');
  await stage(page, 'Dipanggil');
  assert.equal(await numberOn(page, 'Dipanggil'), first);
  await free(page, 'Mulai layani');
  assert.ok(keys.length > 1 && new Set(keys).size === 1, 'asked again with the same key');
  const called = listOf(mall.server.hall().tickets).filter(
    (one) => one.state === 'called' && one.counterId === 'counter-15',
  );
  assert.equal(called.length, 1);
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('ERR_CONNECTION_RESET')),
    [],
  );
  await page.context().close();
});
