import { common as commonEn } from './en/common.ts';
import { counter as counterEn } from './en/counter.ts';
import { common as commonId } from './id/common.ts';
import { counter as counterId } from './id/counter.ts';
import type { ScreenLanguage, Words } from './words.ts';

/** The counter's own words: its page must not carry those of every other screen. */
export type CounterWords = Pick<Words, 'common' | 'counter'>;

const languages: Readonly<Record<ScreenLanguage, CounterWords>> = {
  id: { common: commonId, counter: counterId },
  en: { common: commonEn, counter: counterEn },
};

export function counterWordsIn(language: ScreenLanguage): CounterWords {
  return languages[language];
}
