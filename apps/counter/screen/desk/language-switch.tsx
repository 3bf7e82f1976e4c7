import { type ScreenLanguage, wordsIn } from '@antrean/ui';
import type { Locale } from '../telling.ts';
import './language-switch.css';

export type OnLanguage = (language: ScreenLanguage) => void;

const languages: readonly ScreenLanguage[] = ['id', 'en'];

/** Each language under its own name, so that whoever needs it can read it. */
export function LanguageSwitch({ locale, onLanguage }: { locale: Locale; onLanguage: OnLanguage }) {
  return (
    <fieldset class="language-switch">
      <legend class="visually-hidden">{locale.words.counter.header.language}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={locale.language === language}
          onClick={() => onLanguage(language)}
        >
          {wordsIn(language).common.language}
        </button>
      ))}
    </fieldset>
  );
}
