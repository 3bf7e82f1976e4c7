import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';

export type Size = { readonly width: number; readonly height: number };

export const sizes = {
  kiosk: { width: 1080, height: 1920 },
  counter: { width: 1366, height: 768 },
  tv: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const satisfies Record<string, Size>;

/** Real Chromium, without anything that would ask for the outside world. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

export type Watched = {
  readonly page: Page;
  /** Faults of the page and requests to any other origin, as they happened. */
  readonly faults: readonly string[];
};

/** A page of one size whose every fault is noted: thrown errors, console errors, requests to the outside. */
export async function openPage(browser: Browser, url: string, size: Size): Promise<Watched> {
  // A context of its own, because axe opens a page beside this one, and because tabs share what they keep.
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  askOften(page);
  const faults: string[] = [];
  const origin = new URL(url).origin;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      faults.push(`asks ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

type Frame = {
  retryWithProgressAndTimeouts(progress: unknown, pauses: readonly number[], action: unknown): unknown;
  retryWithProgressAndBackoff(progress: unknown, action: unknown): unknown;
};

/**
 * Lets every wait for something on a page look again each twentieth of a second: left alone Playwright soon looks only twice a
 * second, which is most of what a test of a screen would take. It has no option for that; a version without this inside fails here.
 */
function askOften(page: Page): void {
  const inside = page as unknown as { _connection: { toImpl(page: Page): { mainFrame(): Frame } } };
  const frame = Object.getPrototypeOf(inside._connection.toImpl(page).mainFrame()) as Frame;
  assert.equal(typeof frame.retryWithProgressAndTimeouts, 'function');
  frame.retryWithProgressAndBackoff = function (progress, action) {
    return this.retryWithProgressAndTimeouts(progress, [20, 50], action);
  };
}

/** Fails with axe's own words when the page, as it stands, shuts anybody out. */
export async function assertAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    [],
  );
}
