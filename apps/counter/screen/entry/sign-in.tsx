import type { Failure } from '@antrean/client';
import { sentenceFor } from '@antrean/protocol';
import { LanguageSwitch, SignInForm } from '@antrean/ui';
import type { Locale, OnLanguage } from '../telling.ts';

type SignInProps = {
  readonly mall: string;
  /** The counter's name, null until a real device's session tells it. */
  readonly counterName: string | null;
  readonly demo: { readonly officer: string; readonly pin: string } | null;
  /** Why the officer is here again, in a sentence. */
  readonly why: string | null;
  /** Somebody works elsewhere now instead. */
  readonly isSuperseded: boolean;
  readonly locale: Locale;
  readonly onSignIn: (officer: string, pin: string) => Promise<Failure | null>;
  readonly onChangeCounter: (() => void) | null;
  readonly onLanguage: OnLanguage;
};

/** The officer's way to the desk, or to another counter of the demonstration. */
export function SignIn(props: SignInProps) {
  const { language, words } = props.locale;
  const { signIn, picker, header } = words.counter;
  return (
    <SignInForm
      mall={props.mall}
      title={props.counterName === null ? signIn.title : words.common.counter(props.counterName)}
      why={props.why}
      isWhyFirst={props.isSuperseded}
      demo={props.demo}
      words={words}
      onSignIn={async (officer, pin) => {
        const failure = await props.onSignIn(officer, pin);
        return failure && sentenceFor(language, failure.code, failure.values);
      }}
    >
      {props.onChangeCounter && (
        <button type="button" class="entry-link" onClick={props.onChangeCounter}>
          {picker.change}
        </button>
      )}
      <LanguageSwitch language={language} label={header.language} onChoose={props.onLanguage} />
    </SignInForm>
  );
}
