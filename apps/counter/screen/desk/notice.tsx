import { sentenceFor } from '@antrean/protocol';
import type { Choice } from '../orders.ts';
import type { PressState } from '../presses.ts';
import type { Locale } from '../telling.ts';

type NoticeProps = {
  readonly failed: PressState['failed'];
  /** Why the button just pressed does nothing now. */
  readonly whyNot: string | null;
  readonly locale: Locale;
};

/** What came of the last press when it came to nothing, beside the buttons. */
export function Notice({ failed, whyNot, locale }: NoticeProps) {
  const { failure } = locale.words.counter;
  return (
    <div role="alert">
      {failed ? (
        <p class="notice notice-failed">
          <strong>{failure.intro(actionText(failed.choice, locale))}</strong>{' '}
          {sentenceFor(locale.language, failed.failure.code)}
          {failed.failure.code === 'link.down' && ` ${failure.again}`}
        </p>
      ) : (
        whyNot && <p class="notice notice-why">{whyNot}</p>
      )}
    </div>
  );
}

function actionText(choice: Choice, { words }: Locale): string {
  return choice.action === 'finish' ? words.counter.outcomes[choice.outcome] : words.counter.actions[choice.action];
}
