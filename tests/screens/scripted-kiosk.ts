import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openScriptedStation } from '../../apps/kiosk/testing/scripted-station.ts';
import type { Mall } from '../mall.ts';
import { openPage, sizes } from './browser.ts';

const screen = path.resolve(import.meta.dirname, '../../apps/kiosk/out/screen');

/** A kiosk's page of this mall, at a station that does what the test says. */
export async function openScriptedKiosk(t: TestContext, browser: Browser, at: Mall) {
  const station = await openScriptedStation({ serverUrl: at.url, token: at.demo.kioskToken, screen });
  const { page, faults } = await openPage(browser, station.url, sizes.kiosk);
  t.after(async () => {
    await page.context().close();
    await station.close();
  });
  /** Changes what the station says of itself, and waits until the page has asked. */
  const becomes = async (change: Partial<typeof station.script.now>) => {
    station.script.now = { ...station.script.now, ...change };
    await page.waitForResponse((answer) => answer.url().endsWith('/bridge/now'));
  };
  return { ...station, page, faults, becomes };
}

/** Waits until the page takes touches; asked of every frame, for a click that comes too early tries again only half a second later. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.kiosk-settling') === null);
}

export async function touch(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await button.waitFor();
  await settled(page);
  await button.click();
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
export const start = (page: Page) => heading(page, 'Mal Pelayanan Publik Banyuwangi');
export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

export async function toService(page: Page, agency: RegExp, service: RegExp): Promise<void> {
  await touch(page, agency);
  await touch(page, service);
  await page.locator('.service-title').waitFor();
}

export async function takeNumber(page: Page): Promise<string> {
  await toService(page, /^.?PLN$/, /^Pengaduan tagihan/);
  await touch(page, /^Ambil nomor/);
  await heading(page, 'Nomor antrean Anda');
  return (await page.locator('.done-number > [aria-hidden]').textContent()) ?? '';
}
