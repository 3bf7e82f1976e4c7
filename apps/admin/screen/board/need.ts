import type { Severity } from '@antrean/domain';
import type { Asked } from './acts/asked.ts';

/** One thing that needs somebody: what to do in a sentence, and the question that does it where the board can. */
export type Need = {
  readonly key: string;
  readonly severity: Severity;
  /** Minutes that somebody has waited for it already: of two that are met at once the longer one comes first. */
  readonly minutes: number;
  readonly sentence: string;
  readonly act: { readonly label: string; readonly asked: Asked | 'stations' } | null;
};

export const urgency: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };
