import type { Language } from '@antrean/domain';
import { gather, remove } from './basket.ts';
import { afterConfirming, type ConfirmMove, isTaking } from './confirming.ts';
import { afterDone, type DoneMove, patienceAtDone } from './done.ts';

import { type Comfort, isBrowsing, isBusy, isEnding, isFixed, type Path, type Step } from './steps.ts';

// The visitor's way through the kiosk as one pure function: what is on the screen follows from it and from the hall, nothing else.

/** What concerns the visitor as a whole, or ends the visit. */
type WholeMove =
  | { readonly kind: 'touched' | 'ticked'; readonly at: number }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'comfort'; readonly turn: keyof Comfort }
  | { readonly kind: 'priority'; readonly priorityClass: string | null }
  | { readonly kind: 'added' | 'addMore' | 'leave' }
  | { readonly kind: 'removed'; readonly serviceId: string };

/** What leads from one page to another, or changes the one in view. */
type StepMove =
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'service'; readonly serviceId: string }
  | { readonly kind: 'visit' | 'back' | 'home' | 'list' }
  | { readonly kind: 'direct'; readonly counters: readonly string[] }
  | { readonly kind: 'listed'; readonly at: number; readonly serviceId: string; readonly isPrinted: boolean }
  | ConfirmMove
  | DoneMove;

export type Move = WholeMove | StepMove;

/** How long the screen waits for a visitor who is choosing, and for one who needs no number, milliseconds. */
export const patience = { idle: 60_000, warning: 20_000, numberless: 20_000 };

const plain: Comfort = { low: false, large: false, contrast: false };

export function startPath(at: number): Path {
  return {
    step: { at: 'start' },
    language: 'id',
    comfort: plain,
    basket: [],
    priorityClass: null,
    beganAt: at,
    touchedAt: at,
  };
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
    case 'comfort':
      return { ...path, comfort: { ...path.comfort, [move.turn]: !path.comfort[move.turn] } };
    case 'leave':
      return isBusy(path.step) ? path : startPath(path.touchedAt);
    case 'priority':
      // A repeated press must carry what the first one carried, so an unanswered press keeps its class.
      return isFixed(path.step) ? path : { ...path, priorityClass: move.priorityClass };
    case 'added':
    case 'addMore':
      return gather(path, move.kind);
    case 'removed':
      return remove(path, move.serviceId);
    default: {
      const step = stepAfter(path, move);
      if (step === path.step) return path;
      // What comes late, such as a slow printer's answer, must not find the visitor's time already spent.
      return { ...path, step, touchedAt: 'at' in move ? Math.max(move.at, path.touchedAt) : path.touchedAt };
    }
  }
}

/** Whole seconds until the screen returns to its start, null while nothing needs to be said of it. */
export function secondsLeft(path: Path, at: number): number | null {
  const deadline = deadlineOf(path);
  if (deadline === null || path.step.at === 'start') return null;
  const left = deadline - at;
  return isEnding(path.step) || left <= patience.warning ? Math.max(0, Math.ceil(left / 1000)) : null;
}

/** Nobody stands there: only then may the screen ask about a slip of an earlier visitor, or load itself anew. */
export function isIdle({ step, basket, language, comfort }: Path): boolean {
  return step.at === 'start' && basket.length === 0 && language === 'id' && comfort === plain;
}

function stepAfter({ step, basket, language }: Path, move: StepMove): Step {
  switch (move.kind) {
    case 'search':
      return step.at === 'start' || step.at === 'search' ? { at: 'search', query: move.query } : step;
    case 'agency':
      return isBrowsing(step) ? { at: 'agency', agencyId: move.agencyId } : step;
    case 'service':
      return isBrowsing(step)
        ? { at: 'service', serviceId: move.serviceId, from: step, press: { state: 'open' } }
        : step;
    case 'visit':
      return isBrowsing(step) && basket.length > 0 ? { at: 'visit', from: step, press: { state: 'open' } } : step;
    case 'back':
      return back(step);
    case 'home':
      return isBusy(step) || step.at === 'start' ? step : { at: 'start' };
    case 'list':
      return step.at === 'service' && !isFixed(step)
        ? { at: 'list', serviceId: step.serviceId, from: step, print: 'printing' }
        : step;
    case 'direct':
      return step.at === 'service' && !isFixed(step)
        ? { at: 'direct', serviceId: step.serviceId, counters: move.counters, from: step }
        : step;
    case 'listed':
      return step.at === 'list' && step.print === 'printing' && step.serviceId === move.serviceId
        ? { ...step, print: move.isPrinted ? 'printed' : 'failed' }
        : step;
    case 'pressed':
    case 'taken':
    case 'failed':
      return step.at === 'service' || step.at === 'visit' ? afterConfirming(step, move, language) : step;
    case 'confirmed':
    case 'printAgain':
    case 'printedAgain':
    case 'unsettled':
      return afterDone(step, move);
  }
}

function back(step: Step): Step {
  if (step.at === 'service' || step.at === 'visit') return isTaking(step) ? step : step.from;
  if (step.at === 'direct') return step.from;
  if (step.at === 'list') return step.print === 'printing' ? step : step.from;
  return step.at === 'start' ? step : { at: 'start' };
}

function deadlineOf({ step, touchedAt }: Path): number | null {
  if (isBusy(step)) return null;
  if (step.at === 'list' || step.at === 'direct') return touchedAt + patience.numberless;
  if (step.at !== 'done') return touchedAt + patience.idle + patience.warning;
  const waits = patienceAtDone(step);
  return waits === null ? null : touchedAt + waits;
}

function isOver(path: Path, at: number): boolean {
  const deadline = deadlineOf(path);
  return deadline !== null && at >= deadline && !isIdle(path);
}
