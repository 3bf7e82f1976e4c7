import { common as commonEn } from './en/common.ts';
import { kiosk as kioskEn } from './en/kiosk.ts';
import { common as commonId } from './id/common.ts';
import { kiosk as kioskId } from './id/kiosk.ts';
import type { ScreenLanguage, Words } from './words.ts';

/** The kiosk's own words: its page must not carry those of every other screen. */
export type KioskWords = Pick<Words, 'common' | 'kiosk'>;

/** Visitors may be spoken to in more languages than staff. */
export type KioskLanguage = ScreenLanguage | 'ms' | 'zh';

const known = new Map<KioskLanguage, KioskWords>([
  ['id', { common: commonId, kiosk: kioskId }],
  ['en', { common: commonEn, kiosk: kioskEn }],
]);

const onRequest = { ms: () => import('./ms/index.ts'), zh: () => import('./zh/index.ts') };

/** The words of a language that has been read, else the Indonesian ones. */
export function kioskWordsIn(language: KioskLanguage): KioskWords {
  return known.get(language) ?? { common: commonId, kiosk: kioskId };
}

/** Those of the languages whose words are here. */
export function kioskLanguages(languages: readonly KioskLanguage[]): readonly KioskLanguage[] {
  return languages.filter((language) => known.has(language));
}

/** Reads what the page does not carry from the start; gives back those of the languages whose words are here then. */
export async function readKioskWords(languages: readonly KioskLanguage[]): Promise<readonly KioskLanguage[]> {
  const read = languages.map(async (language) => {
    if (!known.has(language) && (language === 'ms' || language === 'zh'))
      known.set(language, await onRequest[language]());
  });
  await Promise.allSettled(read);
  return kioskLanguages(languages);
}
