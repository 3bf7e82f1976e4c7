import type { Language } from '@antrean/domain';
import type { Done } from './done.ts';
import type { Given, Slip, TakeFailure } from './numbers.ts';
import type { Browsing } from './steps.ts';

/**
 * What one press of "take a number" carries. All of it but `withoutPaper` stays as it is while it is `isUncertain` whether the press
 * took effect: the server knows a repeat by its key, and by its unchanged content.
 */
type Sent = {
  readonly key: string;
  readonly serviceIds: readonly string[];
  readonly language: Language;
  readonly withoutPaper: boolean;
  readonly isUncertain: boolean;
};
export type Press =
  | { readonly state: 'open' }
  | ({ readonly state: 'taking' } & Sent)
  | ({ readonly state: 'failed'; readonly failure: TakeFailure } & Sent);

/** The last page before the number: of one service, or of a visit with several; `from` is where "back" leads. */
export type Confirming = { readonly from: Browsing; readonly press: Press } & (
  | { readonly at: 'service'; readonly serviceId: string }
  | { readonly at: 'visit' }
);

export type ConfirmMove =
  | {
      readonly kind: 'pressed';
      readonly key: string;
      readonly serviceIds: readonly string[];
      readonly withoutPaper: boolean;
    }
  | { readonly kind: 'taken'; readonly at: number; readonly key: string; readonly issued: Given; readonly slip: Slip }
  | { readonly kind: 'failed'; readonly at: number; readonly key: string; readonly failure: TakeFailure };

/** The step after a press or its answer; an answer to another press, or a press during another, changes nothing. */
export function afterConfirming(step: Confirming, move: ConfirmMove, language: Language): Confirming | Done {
  const { press } = step;
  if (move.kind === 'pressed') {
    if (press.state === 'taking') return step;
    const { key, serviceIds, withoutPaper } = move;
    // Going without paper is between the kiosk and its printer, so a repeat may do that under the same key.
    const sent =
      press.state === 'failed' && press.isUncertain
        ? { key: press.key, serviceIds: press.serviceIds, language: press.language, withoutPaper, isUncertain: true }
        : { key, serviceIds, language, withoutPaper, isUncertain: false };
    return { ...step, press: { state: 'taking', ...sent } };
  }
  // An answer may still come after the screen has said that none did.
  if (press.state === 'open' || press.key !== move.key) return step;
  if (press.state === 'failed' && !press.isUncertain) return step;
  return move.kind === 'taken'
    ? { at: 'done', issued: move.issued, slip: move.slip, again: 'ready', answer: null }
    : { ...step, press: failed(press, move.failure) };
}

/** Whether a number may already have been given although the answer did not come: then only the same press may be repeated. */
export function isUncertain(press: Press): boolean {
  return press.state === 'failed' && press.isUncertain;
}

/** This kiosk has no numbers left for what was asked, and cannot reach the server, which has. */
export function isExhausted(press: Press): boolean {
  return press.state === 'failed' && press.failure.code === 'lease.exhausted';
}

export function isTaking(step: { readonly at: string; readonly press?: Press }): boolean {
  return step.press?.state === 'taking';
}

/** Whether nobody knows what became of a press: no answer came, or the server failed while it worked on it. */
export function mayHaveWorked({ code }: TakeFailure): boolean {
  return code === 'link.down' || code === 'server.failed' || code === 'store.unavailable';
}

// The printer says nothing of what the server did: a number that may have been given before may still have been.
function failed({ key, serviceIds, language, withoutPaper, isUncertain }: Sent, failure: TakeFailure): Press {
  const isStill = mayHaveWorked(failure) || (isUncertain && failure.code === 'printer.notReady');
  return { state: 'failed', failure, key, serviceIds, language, withoutPaper, isUncertain: isStill };
}
