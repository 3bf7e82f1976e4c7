import { sentenceFor } from '@antrean/protocol';
import type { WhyNot } from '../actions.ts';
import type { PressState } from '../presses.ts';
import { actionText, type Locale, whyNotText } from '../telling.ts';
import './notice.css';

type NoticeProps = {
  readonly failed: PressState['failed'];
  readonly done: PressState['done'];
  /** Why the button just pressed does nothing now. */
  readonly whyNot: string | null;
  /** What is worth knowing without any press. */
  readonly hint: WhyNot | null | undefined;
  readonly locale: Locale;
};

/** What came of the last press when the hall does not show it, in a line of its own below the buttons, so that nothing moves. */
export function Notice({ failed, done, whyNot, hint, locale }: NoticeProps) {
  const { failure, success } = locale.words.counter;
  const succeeded = done?.action === 'note' || done?.action === 'reprint' ? success[done.action] : null;
  return (
    <div class="notice-line">
      <div role="alert">
        {failed ? (
          <p class="notice notice-failed">
            <strong>{failure.intro(actionText(failed.choice, locale))}</strong> {failureText(failed, locale)}
            {failed.failure.code === 'link.down' && ` ${failure.again}`}
          </p>
        ) : whyNot ? (
          <p class="notice notice-why">{whyNot}</p>
        ) : (
          succeeded && <p class="notice notice-done">{succeeded}</p>
        )}
      </div>
      {!failed && !whyNot && !succeeded && hint && <p class="notice notice-hint">{whyNotText(locale, hint)}</p>}
    </div>
  );
}

function failureText({ choice, failure }: NonNullable<PressState['failed']>, locale: Locale): string {
  const seconds = failure.values?.seconds;
  if (failure.code === 'ticket.tooSoon' && typeof seconds === 'number')
    return whyNotText(locale, { code: choice.action === 'noShow' ? 'passSoon' : 'callTooSoon', seconds });
  return sentenceFor(locale.language, failure.code);
}
