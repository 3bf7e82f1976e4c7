import { type ScreenLanguage, screenLanguages, wordsIn } from '../words/words.ts';
import './language-switch.css';

/** Every language under its own name, so that whoever reads only that one finds it. `label` names the group to a screen reader. */
export function LanguageSwitch({
  language,
  label,
  onChoose,
}: {
  language: ScreenLanguage;
  label: string;
  onChoose: (language: ScreenLanguage) => void;
}) {
  return (
    <fieldset class="language-switch">
      <legend class="visually-hidden">{label}</legend>
      {screenLanguages.map((offered) => (
        <button
          key={offered}
          type="button"
          lang={offered}
          aria-pressed={offered === language}
          onClick={() => onChoose(offered)}
        >
          {wordsIn(offered).common.language}
        </button>
      ))}
    </fieldset>
  );
}
