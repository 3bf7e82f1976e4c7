import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { paper80 } from '@antrean/printing';
import type { Browser, Page } from 'playwright-core';
import { openCounter } from '../../apps/counter/open-counter.ts';
import { openKiosk } from '../../apps/kiosk/open-kiosk.ts';
import { tokenFile } from '../../packages/station/src/token-file.ts';
import { openRealMall } from '../real-mall.ts';
import { assertAccessible, openBrowser, openPage, sizes } from './browser.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const screenOf = (app: string) => path.resolve(import.meta.dirname, `../../apps/${app}/out/screen`);

async function stage(t: TestContext) {
  const mall = await openRealMall(t);
  await mall.server.settle();
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-enrol-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const manager = await mall.manage();
  const codeFor = async (role: string, counterId: string | null = null) =>
    (await manager.act('add-device', {}, { role, name: role, counterId, zoneId: null })).body;
  const at = async (url: string, size: (typeof sizes)[keyof typeof sizes]) => {
    const { page } = await openPage(browser, url, size);
    t.after(() => page.context().close());
    return page;
  };
  const kept = tokenFile(folder);
  const keep = async (token: string) => kept.keep(token);
  return { mall, folder, manager, codeFor, at, kept, keep };
}

async function enrol(page: Page, code: unknown) {
  await page.getByLabel('Kode').fill(String(code).toLowerCase());
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
}

/** On the glass of a kiosk, where nobody has a keyboard. */
async function touch(page: Page, code: string) {
  const keys = page.getByRole('group', { name: 'Papan ketik' });
  for (const letter of `${code.replaceAll('-', '')}X`)
    await keys.getByRole('button', { name: letter, exact: true }).click();
  await keys.getByRole('button', { name: 'Hapus satu huruf' }).click();
  assert.equal(await page.getByLabel('Kode').inputValue(), code.replaceAll('-', '').toLowerCase());
  const heights = await keys.getByRole('button').evaluateAll((all) => all.map((key) => key.clientHeight));
  assert.ok(Math.min(...heights) >= 44, `${heights}`);
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
}

test('a counter PC without a token asks for its code, goes on without a restart, and says so when it is shut out', async (t) => {
  const { mall, folder, manager, codeFor, at, kept, keep } = await stage(t);
  const settings = {
    serverUrl: mall.url,
    ca: null,
    token: null,
    port: 0,
    screen: screenOf('counter'),
    shortcut: null,
    data: folder,
  };
  const log: string[] = [];
  const counter = await openCounter(settings, (line) => log.push(line), keep);
  t.after(() => counter.close());
  const page = await at(counter.url, sizes.counter);
  await page.getByRole('heading', { name: 'Daftarkan loket ini' }).waitFor();
  await assertAccessible(page);
  await enrol(page, (await codeFor('kiosk')).code);
  await page.getByText('untuk jenis perangkat lain').waitFor();
  await assertAccessible(page);
  const { code, deviceId } = await codeFor('counter', 'counter-7');
  await enrol(page, code);
  await page.getByRole('heading', { name: 'Loket 7' }).waitFor();
  const token = kept.read() ?? '';
  assert.match(token, /^[\w-]{43}$/);
  if (process.platform !== 'win32') assert.equal(statSync(kept.file).mode & 0o777, 0o600);
  assert.ok(!log.join('').includes(token) && !readFileSync(kept.file, 'utf8').includes(String(code)));
  const seen = await page.evaluate('JSON.stringify([localStorage, sessionStorage, document.body.outerHTML])');
  assert.ok(!String(seen).includes(token), 'the page never holds the token');
  const from = performance.now();
  await manager.act('revoke-device', { deviceId: String(deviceId) });
  await page.getByText('Akses perangkat ini telah dicabut').waitFor();
  const tookMs = performance.now() - from;
  t.diagnostic(`said so after ${Math.round(tookMs)} ms`);
  assert.ok(tookMs < 2_000, `${tookMs} ms`);
  await assertAccessible(page);
});

test('a kiosk without a token asks for its code, then gives numbers; shut out, it sends visitors to the desk and takes a new code', async (t) => {
  const { mall, folder, manager, codeFor, at, keep } = await stage(t);
  const settings = {
    ...{ serverUrl: mall.url, ca: null, token: null, port: 0, screen: screenOf('kiosk'), data: folder },
    ...{ printer: 'virtual' as const, profile: paper80, name: 'Kios 1', logo: null },
  };
  const kiosk = await openKiosk(settings, () => {}, keep);
  t.after(() => kiosk.close());
  const page = await at(kiosk.url, sizes.kiosk);
  await page.getByRole('heading', { name: 'Daftarkan anjungan ini' }).waitFor();
  await assertAccessible(page);
  const first = await codeFor('kiosk');
  await enrol(page, first.code);
  await page.getByText('Bahasa Indonesia').first().waitFor();
  await page.getByRole('heading', { name: 'Daftarkan anjungan ini' }).waitFor({ state: 'detached' });
  // At the worst moment: the page has just heard that all is well.
  await page.waitForResponse((answer) => answer.url().endsWith('/now'));
  const from = performance.now();
  await manager.act('revoke-device', { deviceId: String(first.deviceId) });
  await page.getByText('Silakan ke meja informasi').waitFor();
  const tookMs = performance.now() - from;
  t.diagnostic(`said so after ${Math.round(tookMs)} ms`);
  assert.ok(tookMs < 2_000, `${tookMs} ms`);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Daftarkan anjungan ini' }).click();
  await assertAccessible(page);
  await touch(page, String((await codeFor('kiosk')).code));
  await page.getByText('Silakan ke meja informasi').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Daftarkan anjungan ini' }).waitFor({ state: 'detached' });
});

test('a TV opens the page of the server, is enrolled by its code, and says so when it is shut out', async (t) => {
  const { mall, manager, codeFor, at } = await stage(t);
  const page = await at(`${mall.url}/display/`, sizes.tv);
  await page.getByRole('heading', { name: 'Daftarkan layar ini' }).waitFor();
  await assertAccessible(page);
  const { code, deviceId } = await codeFor('display');
  await enrol(page, code);
  await page.getByText('MPP Bintan').first().waitFor();
  await page.reload();
  await page.getByText('MPP Bintan').first().waitFor();
  const from = performance.now();
  await manager.act('revoke-device', { deviceId: String(deviceId) });
  await page.getByText('Akses perangkat ini telah dicabut').waitFor();
  assert.ok(performance.now() - from < 2_000);
});

test('an officer with a first PIN chooses an own one at the counter, and a supervisor at the board', async (t) => {
  const { mall, manager, codeFor, at } = await stage(t);
  for (const [role, counterId, url, signedIn] of [
    ['officer', 'counter-7', '/counter/', 'Buka loket'],
    ['supervisor', null, '/admin/board', 'Keluar'],
  ] as const) {
    const added = await manager.act('add-officer', {}, { login: role, name: `Nama ${role}`, roles: [role] });
    const page = await at(`${mall.url}${url}`, sizes.counter);
    await enrol(page, (await codeFor(counterId ? 'counter' : 'reception', counterId)).code);
    await page.locator('input[name=officer]').fill(role);
    await page.locator('input[type=password]').fill(String(added.body.pin));
    await page.locator('.entry-submit').click();
    await page.getByRole('heading', { name: 'Pilih PIN Anda sendiri' }).waitFor();
    await assertAccessible(page);
    for (const [pin, refusal] of [
      ['123456', 'Terlalu mudah ditebak.'],
      ['482913', null],
    ] as const) {
      await page.getByLabel('PIN baru', { exact: true }).fill(pin);
      await page.getByLabel('Ulangi PIN baru').fill(pin);
      await page.locator('.entry-submit').click();
      if (refusal) await page.getByText(refusal).waitFor();
    }
    await page.getByRole('button', { name: signedIn }).first().waitFor();
  }
});
