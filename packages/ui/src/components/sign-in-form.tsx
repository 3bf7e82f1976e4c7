import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../words/words.ts';
import './entry.css';

type SignInFormProps = {
  readonly mall: string;
  readonly title: string;
  /** Why the person is here again, in a sentence. */
  readonly why: string | null;
  /** No key may send the form before the person has read why: whoever works elsewhere now would be thrown out by a stray one. */
  readonly isWhyFirst?: boolean;
  readonly demo: { readonly officer: string; readonly pin: string } | null;
  readonly words: Pick<Words, 'common'>;
  /** Gives back the sentence that says why it was refused, null when it was not. */
  readonly onSignIn: (officer: string, pin: string) => Promise<string | null>;
  /** What stands beneath the button. */
  readonly children: ComponentChildren;
};

/** Name and PIN, and in so many words why they were not taken. */
export function SignInForm(props: SignInFormProps) {
  const { mall, title, why, isWhyFirst = false, demo, words, onSignIn, children } = props;
  const [refused, setRefused] = useState<string | null>(null);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const pin = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Where the next key belongs: at the button when all is filled in, else at the first empty field.
  useEffect(() => {
    const first = isWhyFirst ? '.entry-why' : 'input:placeholder-shown, button';
    form.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  const { signIn } = words.common;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isUnderWay || !(event.currentTarget instanceof HTMLFormElement)) return;
    const fields = new FormData(event.currentTarget);
    setIsUnderWay(true);
    const sentence = await onSignIn(String(fields.get('officer')).trim(), String(fields.get('pin')));
    setIsUnderWay(false);
    setRefused(sentence);
    if (sentence !== null) pin.current?.select();
  };
  return (
    <main class="entry">
      <form ref={form} class="entry-card" onSubmit={submit}>
        <p class="entry-mall">{mall}</p>
        <h1>{title}</h1>
        {why !== null && refused === null && (
          <p class="entry-why" tabIndex={-1}>
            {why}
          </p>
        )}
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
        <div role="alert">{refused !== null && <p class="entry-failed">{refused}</p>}</div>
        <button type="submit" class="entry-submit" aria-disabled={isUnderWay ? 'true' : undefined}>
          {signIn.submit}
        </button>
        <div class="entry-end">{children}</div>
      </form>
    </main>
  );
}
