import type { Language } from '@antrean/domain';
import type { Tongue } from '../tongue.ts';
import { english } from './english.ts';
import { indonesian } from './indonesian.ts';
import { malay } from './malay.ts';
import { mandarin } from './mandarin.ts';

export const tongues: Readonly<Record<Language, Tongue>> = {
  id: indonesian,
  en: english,
  ms: malay,
  zh: mandarin,
};

/** Every language that has a voice. */
export const voiceLanguages: readonly Language[] = ['id', 'en', 'ms', 'zh'];
