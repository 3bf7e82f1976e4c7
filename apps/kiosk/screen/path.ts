import type { Language } from '@antrean/domain';
import type { IssueAnswer } from '@antrean/protocol';
import type { Slip, TakeFailure } from './take-number.ts';

// The visitor's way through the kiosk as one pure function: what is on the screen follows from it and from the hall, nothing else.

type ScreenLanguage = Extract<Language, 'id' | 'en'>;

/** Looking for a service; `service` remembers where "back" leads. */
type Browsing =
  | { readonly at: 'start' }
  | { readonly at: 'search'; readonly query: string }
  | { readonly at: 'agency'; readonly agencyId: string };

/**
 * What one press of "take a number" carries. Key and language stay as they are while it is `isUncertain` whether the press took
 * effect: the server knows a repeat by its key, and by its unchanged content.
 */
type Sent = {
  readonly key: string;
  readonly language: ScreenLanguage;
  readonly withoutPaper: boolean;
  readonly isUncertain: boolean;
};
export type Press =
  | { readonly state: 'open' }
  | ({ readonly state: 'taking' } & Sent)
  | ({ readonly state: 'failed'; readonly failure: TakeFailure } & Sent);

export type Confirming = {
  readonly at: 'service';
  readonly serviceId: string;
  readonly from: Browsing;
  readonly priorityClass: string | null;
  readonly press: Press;
};

export type Done = {
  readonly at: 'done';
  readonly issued: IssueAnswer;
  readonly slip: Slip;
  readonly again: 'ready' | 'printing' | 'failed';
};

type Step = Browsing | Confirming | Done;

export type Path = { readonly step: Step; readonly language: ScreenLanguage; readonly touchedAt: number };

export type Move =
  | { readonly kind: 'touched' | 'ticked'; readonly at: number }
  | { readonly kind: 'language'; readonly language: ScreenLanguage }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'service'; readonly serviceId: string }
  | { readonly kind: 'priority'; readonly priorityClass: string | null }
  | { readonly kind: 'pressed'; readonly key: string; readonly withoutPaper: boolean }
  | { readonly kind: 'taken'; readonly key: string; readonly issued: IssueAnswer; readonly slip: Slip }
  | { readonly kind: 'failed'; readonly key: string; readonly failure: TakeFailure }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'printAgain' }
  | { readonly kind: 'printAgainFailed' }
  | { readonly kind: 'printedAgain'; readonly slip: Slip };

/** How long the screen waits for a visitor, milliseconds. Without paper in the hand, people need time to write or photograph. */
export const patience = { idle: 60_000, warning: 20_000, withPaper: 25_000, withoutPaper: 90_000 };

export function startPath(at: number): Path {
  return { step: { at: 'start' }, language: 'id', touchedAt: at };
}

/** The path after a move; the very same object when the move changes nothing, such as a second press while the first is under way. */
export function walk(path: Path, move: Move): Path {
  switch (move.kind) {
    case 'touched':
      return { ...path, touchedAt: move.at };
    case 'ticked':
      return isOver(path, move.at) ? startPath(move.at) : path;
    case 'language':
      return { ...path, language: move.language };
    case 'leave':
      return isTaking(path.step) ? path : startPath(path.touchedAt);
    default: {
      const step = stepAfter(path.step, move, path.language);
      return step === path.step ? path : { ...path, step };
    }
  }
}

/** Whole seconds until the screen returns to its start, null while nothing needs to be said of it. */
export function secondsLeft(path: Path, at: number): number | null {
  const deadline = deadlineOf(path);
  if (deadline === null || path.step.at === 'start') return null;
  const left = deadline - at;
  return path.step.at === 'done' || left <= patience.warning ? Math.max(0, Math.ceil(left / 1000)) : null;
}

/** Whether a number may already have been given although the answer did not come: then only the same press may be repeated. */
export function isUncertain(press: Press): boolean {
  return press.state === 'failed' && press.isUncertain;
}

const uncertain: ReadonlySet<string> = new Set(['link.down', 'server.failed', 'store.unavailable']);

/** Whether the slip is in the visitor's hand as far as a machine can know. */
export function hasPaper(slip: Slip): boolean {
  return slip.kind === 'PRINTED';
}

type StepMove = Exclude<Move, { readonly kind: 'touched' | 'ticked' | 'language' | 'leave' }>;

function stepAfter(step: Step, move: StepMove, language: ScreenLanguage): Step {
  switch (move.kind) {
    case 'search':
      return step.at === 'start' || step.at === 'search' ? { at: 'search', query: move.query } : step;
    case 'agency':
      return isBrowsing(step) ? { at: 'agency', agencyId: move.agencyId } : step;
    case 'service':
      return isBrowsing(step)
        ? { at: 'service', serviceId: move.serviceId, from: step, priorityClass: null, press: { state: 'open' } }
        : step;
    case 'back':
      return back(step);
    case 'printAgain':
      return step.at === 'done' && step.again !== 'printing' ? { ...step, again: 'printing' } : step;
    case 'printAgainFailed':
      return step.at === 'done' ? { ...step, again: 'failed' } : step;
    case 'printedAgain':
      return step.at === 'done' ? { ...step, slip: move.slip, again: 'ready' } : step;
    default:
      return step.at === 'service' ? confirm(step, move, language) : step;
  }
}

type ConfirmMove = Extract<Move, { readonly kind: 'priority' | 'pressed' | 'taken' | 'failed' }>;

function confirm(step: Confirming, move: ConfirmMove, language: ScreenLanguage): Step {
  const { press } = step;
  switch (move.kind) {
    case 'priority':
      // A repeated press must carry what the first one carried, so an unanswered press keeps its class.
      return press.state === 'taking' || isUncertain(press) ? step : { ...step, priorityClass: move.priorityClass };
    case 'pressed': {
      if (press.state === 'taking') return step;
      // Going without paper is between the kiosk and its printer, so a repeat may do that under the same key.
      const { withoutPaper } = move;
      const sent =
        press.state === 'failed' && press.isUncertain
          ? { key: press.key, language: press.language, withoutPaper, isUncertain: true }
          : { key: move.key, language, withoutPaper, isUncertain: false };
      return { ...step, press: { state: 'taking', ...sent } };
    }
    case 'taken':
      if (press.state !== 'taking' || press.key !== move.key) return step;
      return { at: 'done', issued: move.issued, slip: move.slip, again: 'ready' };
    case 'failed':
      if (press.state !== 'taking' || press.key !== move.key) return step;
      return { ...step, press: failed(press, move.failure) };
    default:
      return step;
  }
}

// The printer says nothing of what the server did: a number that may have been given before may still have been.
function failed(press: Sent, failure: TakeFailure): Press {
  const { key, language, withoutPaper } = press;
  const isUncertain = uncertain.has(failure.code) || (press.isUncertain && failure.code === 'printer.notReady');
  return { state: 'failed', failure, key, language, withoutPaper, isUncertain };
}

function back(step: Step): Step {
  if (step.at === 'service') return isTaking(step) ? step : step.from;
  return step.at === 'start' ? step : { at: 'start' };
}

function isBrowsing(step: Step): step is Browsing {
  return step.at === 'start' || step.at === 'search' || step.at === 'agency';
}

function isTaking(step: Step): boolean {
  return step.at === 'service' && step.press.state === 'taking';
}

function deadlineOf({ step, touchedAt }: Path): number | null {
  if (isTaking(step) || (step.at === 'done' && step.again === 'printing')) return null;
  if (step.at === 'done') return touchedAt + (hasPaper(step.slip) ? patience.withPaper : patience.withoutPaper);
  return touchedAt + patience.idle + patience.warning;
}

function isOver(path: Path, at: number): boolean {
  const deadline = deadlineOf(path);
  return deadline !== null && at >= deadline && !(path.step.at === 'start' && path.language === 'id');
}
