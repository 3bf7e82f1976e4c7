import type { Given, Slip } from './numbers.ts';

/** A number was given; `answer` is what its visitor said of the paper: the slip is in the hand, or the number was noted. */
export type Done = {
  readonly at: 'done';
  readonly issued: Given;
  readonly slip: Slip;
  /** How the last wish for another slip ended: `failed` without an answer, `noPaper` surely without paper. */
  readonly again: 'ready' | 'printing' | 'failed' | 'noPaper';
  readonly answer: 'confirmed' | null;
};

export type DoneMove =
  | { readonly kind: 'confirmed' | 'printAgain' }
  | { readonly kind: 'printedAgain'; readonly at: number; readonly slip: Slip | null }
  | { readonly kind: 'unsettled'; readonly at: number; readonly issued: Given; readonly slip: Slip };

/**
 * Where a number stands with its visitor. `unsure`: nobody knows whether paper came; `unnoted`: surely none came, and the number is
 * given up unless the visitor says that it is noted; `knowing`: the visitor chose to go without.
 */
export type Standing = 'inHand' | 'unsure' | 'unnoted' | 'knowing';

export function standing({ slip, answer }: Pick<Done, 'slip' | 'answer'>): Standing {
  if (slip.kind === 'PRINTED' || answer === 'confirmed') return 'inHand';
  if (slip.kind === 'UNKNOWN') return 'unsure';
  return slip.kind === 'NONE' || slip.reason === 'notAsked' ? 'knowing' : 'unnoted';
}

const patience: Readonly<Record<Standing, number>> = {
  inHand: 25_000,
  unsure: 60_000,
  unnoted: 60_000,
  knowing: 60_000,
};

/** How long the number stays on the screen after the last touch, milliseconds; null while a slip is being printed. */
export function patienceAtDone(step: Done): number | null {
  return step.again === 'printing' ? null : patience[standing(step)];
}

/** The step after what the visitor or the printer says of the slip. */
export function afterDone<S extends { readonly at: string }>(step: S | Done, move: DoneMove): S | Done {
  switch (move.kind) {
    case 'unsettled':
      return step.at === 'start'
        ? { at: 'done', issued: move.issued, slip: move.slip, again: 'ready', answer: null }
        : step;
    case 'confirmed':
      return isDone(step) && step.again !== 'printing' ? { ...step, answer: 'confirmed' } : step;
    case 'printAgain':
      return isDone(step) && step.again !== 'printing' ? { ...step, again: 'printing' } : step;
    case 'printedAgain':
      if (!isDone(step)) return step;
      if (move.slip === null) return { ...step, again: 'failed' };
      return { ...step, slip: move.slip, again: isWithoutPaper(move.slip, step.slip) ? 'noPaper' : 'ready' };
  }
}

/** The station says of a number in doubt what it said before, of the same job, when this time surely no paper came. */
function isWithoutPaper(slip: Slip, before: Slip): boolean {
  if (slip.kind === 'UNKNOWN') return before.kind === 'UNKNOWN' && before.jobId === slip.jobId;
  return slip.kind === 'NOT_SENT';
}

function isDone(step: { readonly at: string }): step is Done {
  return step.at === 'done';
}
