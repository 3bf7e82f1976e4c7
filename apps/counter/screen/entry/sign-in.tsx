import type { Failure } from '@antrean/client';
import { sentenceFor } from '@antrean/protocol';
import { LanguageSwitch } from '@antrean/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, OnLanguage } from '../telling.ts';
import type { SessionEnd } from '../use-session-watch.ts';
import './entry.css';

type SignInProps = {
  readonly mall: string;
  /** The counter's name, null until a real device's session tells it. */
  readonly counterName: string | null;
  readonly demo: { readonly officer: string; readonly pin: string } | null;
  /** Why the officer is here again. */
  readonly why: SessionEnd | 'signedOut' | null;
  readonly locale: Locale;
  readonly onSignIn: (officer: string, pin: string) => Promise<Failure | null>;
  readonly onChangeCounter: (() => void) | null;
  readonly onLanguage: OnLanguage;
};

/** Name and PIN, and in so many words why they were not taken. */
export function SignIn(props: SignInProps) {
  const { demo, why, locale } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const pin = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Where the next key belongs: at the button when all is filled in, else at the first empty field.
  useEffect(() => form.current?.querySelector<HTMLElement>('input:placeholder-shown, button')?.focus(), []);
  const { words } = locale;
  const { signIn, picker } = words.counter;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isUnderWay || !(event.currentTarget instanceof HTMLFormElement)) return;
    const fields = new FormData(event.currentTarget);
    setIsUnderWay(true);
    const refused = await props.onSignIn(String(fields.get('officer')).trim(), String(fields.get('pin')));
    setIsUnderWay(false);
    setFailure(refused);
    if (refused) pin.current?.select();
  };
  return (
    <main class="entry">
      <form ref={form} class="entry-card" onSubmit={submit}>
        <p class="entry-mall">{props.mall}</p>
        <h1>{props.counterName === null ? signIn.title : words.common.counter(props.counterName)}</h1>
        {why && !failure && <p class="entry-why">{signIn[why]}</p>}
        <label>
          {signIn.officer}
          <input
            placeholder=" "
            name="officer"
            required
            maxLength={64}
            autocomplete="username"
            defaultValue={demo?.officer ?? ''}
          />
        </label>
        <label>
          {signIn.pin}
          <input
            ref={pin}
            name="pin"
            placeholder=" "
            type="password"
            inputMode="numeric"
            required
            minLength={4}
            maxLength={64}
            autocomplete="off"
            defaultValue={demo?.pin ?? ''}
          />
        </label>
        {demo && <p class="entry-hint">{signIn.demoPin(demo.pin)}</p>}
        <div role="alert">
          {failure && <p class="entry-failed">{sentenceFor(props.locale.language, failure.code)}</p>}
        </div>
        <button type="submit" class="entry-submit" aria-disabled={isUnderWay ? 'true' : undefined}>
          {signIn.submit}
        </button>
        <p class="entry-end">
          {props.onChangeCounter && (
            <button type="button" class="entry-link" onClick={props.onChangeCounter}>
              {picker.change}
            </button>
          )}
          <LanguageSwitch
            language={locale.language}
            label={locale.words.counter.header.language}
            onChoose={props.onLanguage}
          />
        </p>
      </form>
    </main>
  );
}
