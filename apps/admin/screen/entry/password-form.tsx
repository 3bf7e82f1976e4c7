import type { Entrance } from '@antrean/client';
import { type SignInAnswer, sentenceFor } from '@antrean/protocol';
import { EntryCard, EntryField, entryWordsIn, LanguageSwitch, type ScreenLanguage } from '@antrean/ui';
import type { Why } from './why-ended.ts';

export type WhyHere = Why | 'made';

type PasswordFormProps = {
  readonly entrance: Entrance;
  readonly demo: { readonly officer: string; readonly password: string } | null;
  readonly why: WhyHere | null;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
  readonly onSignedIn: (answer: SignInAnswer, password: string) => void;
  /** To the setup form, where a code is out. */
  readonly onSetup: (() => void) | null;
};

/** A manager or an auditor signs in, from any browser that reaches the server. */
export function PasswordForm(props: PasswordFormProps) {
  const { entrance, demo, why, language } = props;
  const words = entryWordsIn(language);
  const { password: said } = words;
  const signIn = async (fields: FormData) => {
    const password = String(fields.get('password'));
    const answer = await entrance.signInByPassword({ officer: String(fields.get('officer')).trim(), password });
    if (!answer.ok) return sentenceFor(language, answer.error.code, answer.error.values);
    props.onSignedIn(answer.value, password);
    return null;
  };
  return (
    <EntryCard
      over="Antrean"
      title={said.title}
      // Where the browser itself says that the page is not safe, it is not the browser's fault (S26).
      hint={demo ? said.demo(demo.password) : isSecureContext ? null : words.plain}
      why={why && said[why]}
      submit={said.submit}
      onSubmit={signIn}
      end={
        <>
          {props.onSetup && (
            <button type="button" class="entry-link" onClick={props.onSetup}>
              {said.haveCode}
            </button>
          )}
          <LanguageSwitch language={language} label={words.language} onChoose={props.onLanguage} />
        </>
      }
    >
      <EntryField label={said.name} name="officer" autocomplete="username" value={demo?.officer ?? ''} />
      <EntryField
        label={said.password}
        name="password"
        isSecret
        autocomplete="current-password"
        maxLength={200}
        value={demo?.password ?? ''}
      />
    </EntryCard>
  );
}
