import { voice as voiceEn } from './en/voice.ts';
import { voice as voiceId } from './id/voice.ts';
import type { ScreenLanguage } from './words.ts';

/** The words of the page that plays the hall's voice: no other page carries them. */
export type VoiceWords = typeof voiceId;

const languages: Readonly<Record<ScreenLanguage, VoiceWords>> = { id: voiceId, en: voiceEn };

export function voiceWordsIn(language: ScreenLanguage): VoiceWords {
  return languages[language];
}
