import { type DisplayWords, displayWordsIn, type ScreenLanguage } from '@antrean/ui';

export type Spoken = { readonly language: ScreenLanguage; readonly words: DisplayWords };
/** The language in front and the one beneath it. */
export type Languages = readonly [Spoken, Spoken];

export function languagesWith(first: ScreenLanguage): Languages {
  const second = first === 'id' ? 'en' : 'id';
  return [
    { language: first, words: displayWordsIn(first) },
    { language: second, words: displayWordsIn(second) },
  ];
}

/** The same thing in both languages; the second one is smaller and beneath, or beside it where `inline`. */
export function Both({
  languages,
  say,
  inline = false,
}: {
  languages: Languages;
  say: (spoken: Spoken) => string;
  inline?: boolean;
}) {
  const [first, second] = languages;
  return (
    <span class={inline ? 'both both-inline' : 'both'}>
      <span lang={first.language}>{say(first)}</span>{' '}
      <span class="both-second" lang={second.language}>
        {say(second)}
      </span>
    </span>
  );
}
