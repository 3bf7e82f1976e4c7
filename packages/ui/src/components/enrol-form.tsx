import type { ComponentChildren } from 'preact';
import { entryWordsIn } from '../words/entry-words.ts';
import type { ScreenLanguage } from '../words/words.ts';
import { EntryCard } from './entry-card.tsx';
import { EntryField } from './entry-field.tsx';
import { LanguageSwitch } from './language-switch.tsx';

type EnrolFormProps = {
  readonly kind: 'kiosk' | 'counter' | 'display' | 'board';
  /** Whether this device was known before: then it says that it is no longer. */
  readonly wasShutOut: boolean;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
  /** Gives back the sentence that says why the code was refused, null when it was not. */
  readonly onEnrol: (code: string) => Promise<string | null>;
  /** Keys for a device that has none. */
  readonly keys?: ComponentChildren;
};

/** The longest code that is typed, dashes and all. */
export const longestCode = 16;

/** A device that nobody knows asks for its code. */
export function EnrolForm({ kind, wasShutOut, language, onLanguage, onEnrol, keys }: EnrolFormProps) {
  const words = entryWordsIn(language);
  return (
    <EntryCard
      over="Antrean"
      title={words.enrol.title[kind]}
      hint={words.enrol.hint}
      why={wasShutOut ? words.enrol.shutOut : null}
      submit={words.enrol.submit}
      onSubmit={(fields) => onEnrol(String(fields.get('code')))}
      below={keys}
      end={<LanguageSwitch language={language} label={words.language} onChoose={onLanguage} />}
    >
      <EntryField
        label={words.enrol.code}
        name="code"
        class="entry-code number"
        minLength={8}
        maxLength={longestCode}
      />
    </EntryCard>
  );
}
