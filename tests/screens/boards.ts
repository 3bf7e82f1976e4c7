import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Mall } from '../mall.ts';
import { openPage, type Size, sizes, type Watched } from './browser.ts';

/** The supervisor's board, signed in as the demonstration's supervisor. */
export async function openBoard(
  browser: Browser,
  mall: Mall,
  language: 'id' | 'en' = 'id',
  size: Size = sizes.counter,
): Promise<Watched> {
  const watched = await openPage(browser, `${mall.url}/admin/board?lang=${language}`, size);
  await watched.page.getByRole('button', { name: language === 'id' ? 'Masuk' : 'Sign in' }).click();
  await watched.page.getByRole('tablist').waitFor();
  return watched;
}

/** The line of what needs attention that says this. */
export function need(page: Page, sentence: RegExp | string): Locator {
  return page.locator('.need', { hasText: sentence });
}

/** Presses the button that makes the act happen, and waits for the sentence that says so. */
export async function confirm(page: Page, button: string, done: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.locator('.done-box', { hasText: done }).waitFor();
  assert.equal(await dialog.count(), 0);
}

export async function undo(page: Page, done: string | RegExp): Promise<void> {
  await page.locator('.done').getByRole('button').first().click();
  await page.locator('.done-box', { hasText: done }).waitFor();
}

/** Asks what can be done about this agency, and chooses from it. */
export async function askAgency(page: Page, agency: string, choice: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`(Atur|Manage) ${agency}$`) })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: choice }).click();
}

export async function askCounter(page: Page, counter: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: `Atur loket ${counter}`, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: choice }).click();
}
