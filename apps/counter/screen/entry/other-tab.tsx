import { Message } from '@antrean/ui';
import type { Locale } from '../telling.ts';

/** The desk is open in another tab. Its button has no focus: the keys of the desk are no answer here. */
export function OtherTab({ locale, onTake }: { readonly locale: Locale; readonly onTake: () => void }) {
  const { otherTab } = locale.words.counter;
  return (
    <Message title={otherTab.title}>
      <p>{otherTab.help}</p>
      <button type="button" class="entry-submit" onClick={onTake}>
        {otherTab.take}
      </button>
    </Message>
  );
}
