import type { KioskLanguage } from '../words/kiosk-words.ts';
import { type ScreenLanguage, screenLanguages } from '../words/words.ts';
import './language-switch.css';

const names: Readonly<Record<KioskLanguage, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
  ms: 'Bahasa Melayu',
  zh: '中文',
};

/** Every language under its own name, so that whoever reads only that one finds it. `label` names the group to a screen reader. */
export function LanguageSwitch(props: {
  language: ScreenLanguage;
  label: string;
  onChoose: (language: ScreenLanguage) => void;
}) {
  return <LanguageChoice {...props} offered={screenLanguages} />;
}

/** The same for other languages than those of every screen. */
export function LanguageChoice<Offered extends KioskLanguage>({
  offered: languages,
  language,
  label,
  onChoose,
}: {
  offered: readonly Offered[];
  language: Offered;
  label: string;
  onChoose: (language: Offered) => void;
}) {
  return (
    <fieldset class="language-switch">
      <legend class="visually-hidden">{label}</legend>
      {languages.map((offered) => (
        <button
          key={offered}
          type="button"
          lang={offered}
          aria-pressed={offered === language}
          onClick={() => onChoose(offered)}
        >
          {names[offered]}
        </button>
      ))}
    </fieldset>
  );
}
