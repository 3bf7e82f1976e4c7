import { common as commonEn } from './en/common.ts';
import { kiosk as kioskEn } from './en/kiosk.ts';
import { common as commonId } from './id/common.ts';
import { kiosk as kioskId } from './id/kiosk.ts';
import type { ScreenLanguage, Words } from './words.ts';

/** The kiosk's own words: its page must not carry those of every other screen. */
export type KioskWords = Pick<Words, 'common' | 'kiosk'>;

const languages: Readonly<Record<ScreenLanguage, KioskWords>> = {
  id: { common: commonId, kiosk: kioskId },
  en: { common: commonEn, kiosk: kioskEn },
};

export function kioskWordsIn(language: ScreenLanguage): KioskWords {
  return languages[language];
}
