import { entryWordsIn } from '../words/entry-words.ts';
import type { ScreenLanguage } from '../words/words.ts';
import { EntryCard } from './entry-card.tsx';
import { EntryField } from './entry-field.tsx';

type OwnSecretFormProps = {
  readonly kind: 'pin' | 'password';
  /** Whose it will be. */
  readonly person: string;
  readonly language: ScreenLanguage;
  /** Gives back the sentence that says why it was refused, null when it was not. */
  readonly onChoose: (secret: string) => Promise<string | null>;
};

/** A PIN or password of one's own in place of the first one, which somebody else knows. */
export function OwnSecretForm({ kind, person, language, onChoose }: OwnSecretFormProps) {
  const { secret } = entryWordsIn(language);
  const isPin = kind === 'pin';
  const limits = isPin
    ? { minLength: 6, maxLength: 12, pattern: '[0-9]*', isDigits: true }
    : { minLength: 12, maxLength: 200 };
  const choose = async (fields: FormData) => {
    const chosen = String(fields.get('secret'));
    return chosen === String(fields.get('again')) ? onChoose(chosen) : secret.differ;
  };
  return (
    <EntryCard
      over={person}
      title={isPin ? secret.pinTitle : secret.passwordTitle}
      hint={isPin ? secret.pinHint : secret.passwordHint}
      submit={secret.submit}
      onSubmit={choose}
    >
      <EntryField
        label={isPin ? secret.pin : secret.password}
        name="secret"
        isSecret
        autocomplete="new-password"
        {...limits}
      />
      <EntryField
        label={isPin ? secret.pinAgain : secret.passwordAgain}
        name="again"
        isSecret
        autocomplete="new-password"
        {...limits}
      />
    </EntryCard>
  );
}
