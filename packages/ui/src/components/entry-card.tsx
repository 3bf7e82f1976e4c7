import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import './entry.css';

type EntryCardProps = {
  readonly over: string;
  readonly title: string;
  /** What to do here, in a sentence; null where the fields say it. */
  readonly hint: string | null;
  /** Why the person is here again; gives way to a refusal. */
  readonly why?: string | null;
  readonly submit: string;
  /** Gives back the sentence that says why it was refused, null when it was not. */
  readonly onSubmit: (fields: FormData) => Promise<string | null>;
  /** What stands beneath the button. */
  readonly end?: ComponentChildren;
  /** What stands along the bottom of the page. */
  readonly below?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A form in the middle of an empty page: fields, and in so many words why they were not taken. */
export function EntryCard(props: EntryCardProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:placeholder-shown, button')?.focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isUnderWay || !(event.currentTarget instanceof HTMLFormElement)) return;
    const fields = new FormData(event.currentTarget);
    setIsUnderWay(true);
    const sentence = await props.onSubmit(fields);
    setIsUnderWay(false);
    setRefused(sentence);
  };
  return (
    <main class="entry">
      <form ref={form} class="entry-card" onSubmit={submit}>
        <p class="entry-mall">{props.over}</p>
        <h1 class="entry-title">{props.title}</h1>
        {props.hint !== null && <p class="entry-hint">{props.hint}</p>}
        {props.why && refused === null && <p class="entry-why">{props.why}</p>}
        {props.children}
        <div role="alert">{refused !== null && <p class="entry-failed">{refused}</p>}</div>
        <button type="submit" class="entry-submit" aria-disabled={isUnderWay ? 'true' : undefined}>
          {props.submit}
        </button>
        {props.end && <div class="entry-end">{props.end}</div>}
      </form>
      {props.below}
    </main>
  );
}
