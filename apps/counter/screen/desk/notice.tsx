import { sentenceFor } from '@antrean/protocol';
import type { WhyNot } from '../actions.ts';
import type { PressState } from '../presses.ts';
import { actionText, type Locale, whyNotText } from '../telling.ts';
import type { AskedKiosk } from '../use-reprint.ts';
import './notice.css';

type NoticeProps = {
  readonly failed: PressState['failed'];
  readonly done: PressState['done'];
  /** Where the slip was asked for, once that is known. */
  readonly askedKiosk: AskedKiosk | null;
  /** Why the button just pressed does nothing now. */
  readonly whyNot: string | null;
  /** What is worth knowing without any press. */
  readonly hint: WhyNot | null | undefined;
  readonly locale: Locale;
};

/** What came of the last press when the hall does not show it, in a line of its own below the buttons, so that nothing moves. */
export function Notice({ failed, done, askedKiosk, whyNot, hint, locale }: NoticeProps) {
  const { failure, success } = locale.words.counter;
  const isRefused = done?.action === 'reprint' && askedKiosk?.canPrint === false;
  const succeeded =
    done?.action === 'note' ? success.note : done?.action === 'reprint' ? reprintText(askedKiosk, locale) : null;
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
          succeeded && <p class={isRefused ? 'notice notice-why' : 'notice notice-done'}>{succeeded}</p>
        )}
      </div>
      {!failed && !whyNot && !succeeded && hint && <p class="notice notice-hint">{whyNotText(locale, hint)}</p>}
    </div>
  );
}

function reprintText(kiosk: AskedKiosk | null, { words }: Locale): string {
  const { reprint, reprintAt, cannotPrint } = words.counter.success;
  if (!kiosk) return reprint;
  return kiosk.canPrint === false ? cannotPrint(kiosk.name) : reprintAt(kiosk.name);
}

function failureText({ choice, failure }: NonNullable<PressState['failed']>, locale: Locale): string {
  const seconds = failure.values?.seconds;
  if (failure.code === 'ticket.tooSoon' && typeof seconds === 'number')
    return whyNotText(locale, { code: choice.action === 'noShow' ? 'passSoon' : 'callTooSoon', seconds });
  return sentenceFor(locale.language, failure.code);
}
