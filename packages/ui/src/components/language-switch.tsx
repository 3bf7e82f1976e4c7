import { common as en } from '../words/en/common.ts';
import { common as id } from '../words/id/common.ts';
import { type ScreenLanguage, screenLanguages } from '../words/words.ts';
import './language-switch.css';

const names: Readonly<Record<ScreenLanguage, { readonly language: string }>> = { id, en };

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
          {names[offered].language}
        </button>
      ))}
    </fieldset>
  );
}
