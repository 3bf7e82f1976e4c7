import { entry as en } from './en/entry.ts';
import { entry as id } from './id/entry.ts';
import type { ScreenLanguage } from './words.ts';

/** The words of whoever comes in: a device by its code, a person by a secret. */
export type EntryWords = typeof id;

const languages: Readonly<Record<ScreenLanguage, EntryWords>> = { id, en };

export function entryWordsIn(language: ScreenLanguage): EntryWords {
  return languages[language];
}
