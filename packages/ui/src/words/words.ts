import * as en from './en/index.ts';
import * as id from './id/index.ts';

/** Every word that people read, by screen. Indonesian is the source; a language that lacks a key or a parameter does not compile. */
export type Words = typeof id;
export type ScreenLanguage = 'id' | 'en';

/** In the order in which a screen offers them. */
export const screenLanguages: readonly ScreenLanguage[] = ['id', 'en'];

const languages: Readonly<Record<ScreenLanguage, Words>> = { id, en };

export function wordsIn(language: ScreenLanguage): Words {
  return languages[language];
}
