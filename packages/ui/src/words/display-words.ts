import { common as commonEn } from './en/common.ts';
import { display as displayEn } from './en/display.ts';
import { common as commonId } from './id/common.ts';
import { display as displayId } from './id/display.ts';
import type { ScreenLanguage } from './words.ts';

const id = { common: commonId, display: displayId };

/** The wall display's words: it carries no others, because it is the page that must start on the smallest machine. */
export type DisplayWords = typeof id;

const languages: Readonly<Record<ScreenLanguage, DisplayWords>> = {
  id,
  en: { common: commonEn, display: displayEn },
};

export function displayWordsIn(language: ScreenLanguage): DisplayWords {
  return languages[language];
}
