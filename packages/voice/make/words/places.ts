import { readFileSync } from 'node:fs';
import type { Language } from '@antrean/domain';
import { agencyToken, zoneToken } from '../../src/phrase.ts';
import type { WordList } from './word-list.ts';

type Reference = {
  readonly agencies: readonly { readonly code: string; readonly shortName: string }[];
  readonly zones: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
};

// Short names that are words, but not as the engine would read them.
const readings: Readonly<Record<string, string>> = {
  Dinkes: "[[d'inkEs]]",
  Disnaker: "[[disn'akER]]",
  'Pengadilan Negeri': "Pengadilan [[n@g@R2'i]]",
};
const floors: Readonly<Record<'ms' | 'zh', Readonly<Record<string, string>>>> = {
  ms: { '1': 'tingkat satu', '2': 'tingkat dua' },
  zh: { '1': '一楼', '2': '二楼' },
};

/** Agencies and zones of the reference mall; an agency's name has one clip, in Indonesian, for all languages. */
export function placeWords(language: Language, catalogueFile: string): WordList {
  const { agencies, zones } = JSON.parse(readFileSync(catalogueFile, 'utf8')) as Reference;
  const names = agencies.map(({ code, shortName }) => [
    agencyToken(code),
    { text: shortName, engine: readings[shortName] ?? shortName.split(' ').map(asRead).join(' ') },
  ]);
  const places = zones.map(({ id, name, nameEn }) => {
    const text = language === 'id' ? name : language === 'en' ? nameEn : (floors[language][id] ?? name);
    return [zoneToken(id), text];
  });
  return Object.fromEntries([...(language === 'id' ? names : []), ...places]);
}

/** "PLN" is spelled, "PUDAM" is read: an abbreviation without a vowel, or of two letters, is said letter by letter. */
function asRead(word: string): string {
  const isSpelled = /^[A-Z]+$/.test(word) && (word.length <= 2 || !/[AEIOU]/.test(word));
  return isSpelled ? [...word].join(' ') : word;
}
