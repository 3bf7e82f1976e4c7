import type { Language } from '@antrean/domain';
import type { Token } from '../../src/tongue.ts';

/** What a clip says: as people write it, and where the engine would read that wrongly, as the engine needs it. */
type Words = string | { readonly text: string; readonly engine: string };

export type WordList = Readonly<Record<Token, Words>>;

/** The engine's voice for each language, and a phrase of many sounds by which its loudness is set. */
export type EngineVoice = { readonly name: string; readonly reference: readonly Token[] };

export const engineVoices: Readonly<Record<Language, EngineVoice>> = {
  id: {
    name: 'id',
    reference: ['nomor-antrean', 'letter-a', 'letter-q', 'dua', 'belas', 'silakan-menuju', 'loket', 'tiga'],
  },
  en: {
    name: 'en-gb',
    reference: ['ticket-number', 'letter-a', 'letter-q', 'twelve', 'please-go-to', 'counter', 'three'],
  },
  ms: {
    name: 'ms',
    reference: ['nombor-giliran', 'letter-a', 'letter-q', 'dua', 'belas', 'sila-ke', 'kaunter', 'tiga'],
  },
  zh: { name: 'cmn', reference: ['hao-ma', 'letter-a', 'letter-q', 'shi2', 'er4', 'qing-dao', 'san1', 'hao-gui-tai'] },
};

/** `letter-a` to `letter-z`, which every voice of the engine reads as its language does. */
export const letters: WordList = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [`letter-${letter}`, letter.toUpperCase()]),
);
