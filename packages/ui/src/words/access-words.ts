import { access as en } from './en/access.ts';
import { access as id } from './id/access.ts';
import type { ScreenLanguage } from './words.ts';

/** The words of the page of people and devices: no other page carries them. */
export type AccessWords = typeof id;

const languages: Readonly<Record<ScreenLanguage, AccessWords>> = { id, en };

export function accessWordsIn(language: ScreenLanguage): AccessWords {
  return languages[language];
}
