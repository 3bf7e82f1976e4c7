import type { ErrorCode } from './errors.ts';
import { sentences as en } from './sentences-en.ts';
import { sentences as id } from './sentences-id.ts';

/** A refusal's sentence for the person in front of the screen; `link.down` is a station's own: no answer came. */
export type Sentences = Readonly<Record<ErrorCode | 'link.down', string>>;
export type SentenceLanguage = 'id' | 'en';

const languages: Readonly<Record<SentenceLanguage, Sentences>> = { id, en };

const waits: Readonly<Record<SentenceLanguage, (seconds: number) => string>> = {
  id: (seconds) =>
    seconds > 90
      ? `Terlalu sering salah. Coba lagi dalam ${Math.ceil(seconds / 60)} menit.`
      : `Terlalu sering salah. Coba lagi dalam ${seconds} detik.`,
  en: (seconds) =>
    seconds > 90
      ? `Too many wrong attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`
      : `Too many wrong attempts. Try again in ${seconds} seconds.`,
};

type Values = Readonly<Record<string, string | number | null>>;

/** Codes of a newer server fall back to the general sentence; `values` are what the refusal carries beside its code. */
export function sentenceFor(language: SentenceLanguage, code: string, values: Values = {}): string {
  if (code === 'access.wait' && typeof values.seconds === 'number') return waits[language](values.seconds);
  const sentences: Readonly<Record<string, string>> = languages[language];
  return sentences[code] ?? languages[language]['server.failed'];
}

/** The language of the answer: English when `Accept-Language` puts it before Indonesian, else Indonesian. */
export function languageOf(acceptLanguage: string | undefined): SentenceLanguage {
  const first = (acceptLanguage ?? '').split(',').find((part) => /^\s*(id|en)\b/i.test(part));
  return first?.trim().toLowerCase().startsWith('en') ? 'en' : 'id';
}
