import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Mall, type MallOptions, openMall } from '../mall.ts';
import { openBrowser } from './browser.ts';

/** One mall and one browser for all tests of a file: there from the first test on, gone after the last. */
export function oneMall(options: MallOptions = {}): { readonly browser: Browser; readonly mall: Mall } {
  const here = {} as { browser: Browser; mall: Mall };
  before(async () => {
    [here.browser, here.mall] = await Promise.all([openBrowser(), openMall(options)]);
  });
  after(async () => {
    await here.browser.close();
    await here.mall.close();
  });
  return here;
}
