import type { Browser, Page } from 'playwright-core';
import type { Mall } from '../mall.ts';
import { openPage, sizes, type Watched } from './browser.ts';
import { takeNumber } from './calls.ts';

/** The counter's page in a browser of its own. */
export function atCounter(browser: Browser, mall: Mall, counterId: string, language = 'id'): Promise<Watched> {
  return openPage(browser, `${mall.url}/counter/?counter=${counterId}&lang=${language}`, sizes.counter);
}

export type OpenDesk = Watched & {
  /** A visitor takes a number for a service of this counter. */
  take(): Promise<string>;
};

/** The page of a counter whose officer has signed in and opened it. */
export async function openDesk(browser: Browser, mall: Mall, counterId: string, language = 'id'): Promise<OpenDesk> {
  const { counters, services } = mall.server.catalogue();
  const place = counters.find(({ id }) => id === counterId);
  const serviceId =
    services.find(({ agencyId, track }) => place?.agencyIds.includes(agencyId) && track === place.track)?.id ?? '';
  const watched = await atCounter(browser, mall, counterId, language);
  await watched.page.locator('.entry-submit').click();
  await watched.page.locator('.action-main:not([aria-disabled])').click();
  await watched.page.locator('.desk-state-open').waitFor();
  return { ...watched, take: async () => (await takeNumber(mall, [serviceId])).number };
}

/** The large number of the stage: who is next, or who is at the counter. */
export function numberOn(page: Page, label: string): Promise<string | null> {
  return page.locator('.stage-scene', { hasText: label }).locator('.stage-number').textContent();
}

/** Waits for the stage with this title. */
export function stage(page: Page, title: string): Promise<void> {
  return page.getByRole('heading', { name: title, level: 2 }).first().waitFor();
}

/** Waits until a button of the stage may be pressed: locked and impossible ones say so in ARIA. */
export function free(page: Page, action: string): Promise<void> {
  return page.locator('.stage .action:not([aria-disabled])', { hasText: action }).first().waitFor();
}

/** Presses a key as soon as the button that it stands for is free. */
export async function pressKey(page: Page, key: string, action: string): Promise<void> {
  await free(page, action);
  await page.keyboard.press(key);
}

/** Walks with Tab to the control of this name, as somebody without a mouse would; fails after a whole round of the page. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** Lets the mall's time pass until the next call, or a missed one, is allowed. */
export function letSecondsPass(mall: Mall, seconds: number): void {
  mall.clock.at += seconds * 1000;
}
