import { reports as en } from './en/reports.ts';
import { reports as id } from './id/reports.ts';
import type { ScreenLanguage } from './words.ts';

/** The words of the page of figures: no other page carries them. */
export type ReportWords = typeof id;

const languages: Readonly<Record<ScreenLanguage, ReportWords>> = { id, en };

export function reportWordsIn(language: ScreenLanguage): ReportWords {
  return languages[language];
}
