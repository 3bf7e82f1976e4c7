import type { Failure } from '@antrean/client';
import { sentenceFor } from '@antrean/protocol';
import { entryWordsIn, type ScreenLanguage } from '@antrean/ui';

/** Why somebody was not let in, with the time to wait where that is the reason. */
export function whyRefused(language: ScreenLanguage, { code, values }: Failure): string {
  const seconds = values?.seconds;
  return code === 'access.wait' && typeof seconds === 'number'
    ? entryWordsIn(language).wait(seconds)
    : sentenceFor(language, code);
}
