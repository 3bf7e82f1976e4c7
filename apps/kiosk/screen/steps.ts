import type { Language } from '@antrean/domain';
import { type Confirming, isTaking, isUncertain } from './confirming.ts';
import type { Done } from './done.ts';

/** Looking for a service. */
export type Browsing =
  | { readonly at: 'start' }
  | { readonly at: 'search'; readonly query: string }
  | { readonly at: 'agency'; readonly agencyId: string };

/** The list of what to bring, on paper, without a number. */
export type ListStep = {
  readonly at: 'list';
  readonly serviceId: string;
  readonly from: Confirming;
  readonly print: 'printing' | 'printed' | 'failed';
};

/** Straight to a free self-service station, without a number. */
export type DirectStep = {
  readonly at: 'direct';
  readonly serviceId: string;
  readonly counters: readonly string[];
  readonly from: Confirming;
};

export type Step = Browsing | Confirming | ListStep | DirectStep | Done;

/** How this visitor wants to see the screen: everything within reach of a seated person, larger letters, stronger contrast. */
export type Comfort = { readonly low: boolean; readonly large: boolean; readonly contrast: boolean };

export type Path = {
  readonly step: Step;
  readonly language: Language;
  readonly comfort: Comfort;
  /** Services gathered for one number, in the order in which they were chosen. */
  readonly basket: readonly string[];
  /** Asked once for the whole visit. */
  readonly priorityClass: string | null;
  /** When this visitor's way began: what tells one visitor from the next. */
  readonly beganAt: number;
  readonly touchedAt: number;
};

export function isBrowsing(step: Step): step is Browsing {
  return step.at === 'start' || step.at === 'search' || step.at === 'agency';
}

/** Something is under way that must be waited for. */
export function isBusy(step: Step): boolean {
  return isTaking(step) || (step.at === 'list' && step.print === 'printing');
}

/** What a press carries can no longer change: it is under way, or it may have taken effect. */
export function isFixed(step: Step): boolean {
  return isBusy(step) || ((step.at === 'service' || step.at === 'visit') && isUncertain(step.press));
}

/** The visitor has what they came for, so the screen says all the time when it returns. */
export function isEnding({ at }: Step): boolean {
  return at === 'done' || at === 'list' || at === 'direct';
}
