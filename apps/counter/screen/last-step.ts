import type { CounterView, Outcome, SiteRules, TicketState } from '@antrean/domain';
import type { UndoableAnswer } from '@antrean/protocol';
import type { Choice } from './orders.ts';

type Undoable =
  | { readonly action: 'start' | 'noShow' | 'park' | 'cancel' | 'transfer' }
  | { readonly action: 'finish'; readonly outcome: Outcome };

/** The officer's newest step with a visitor, for as long as it is the newest. */
export type LastStep = {
  readonly choice: Undoable;
  readonly ticketId: string;
  readonly number: string;
  /** When it was pressed, the server's clock: the bar may end a little early, and never promises too long. */
  readonly at: number;
};

export type Held = { readonly ticketId: string; readonly number: string };

/** What may be undone after a choice that took effect; `held` is who was at the counter when it was made. */
export function lastStepAfter(before: LastStep | null, choice: Choice, held: Held | null, at: number): LastStep | null {
  if (isUndoable(choice)) return held && { choice, ...held, at };
  // These move nobody, so the step before them is still the newest one.
  return choice.action === 'note' || choice.action === 'reprint' ? before : null;
}

/** The newer of what this page knows and what the server tells: after a reload or a lost answer only the server knows. */
export function lastStepTold(known: LastStep | null, { undoable }: UndoableAnswer): LastStep | null {
  if (!undoable || (known && known.at >= undoable.at)) return known;
  const { step, outcome, ...told } = undoable;
  if (step === 'finish') return { choice: { action: step, outcome: outcome ?? 'done' }, ...told };
  return { choice: { action: step === 'no-show' ? 'noShow' : step }, ...told };
}

/** How long the step can still be taken back: 0 once time is over or anybody has moved its ticket on (rule [S15]). */
export function undoSecondsLeft(step: LastStep | null, view: CounterView, rules: SiteRules, now: number): number {
  if (!step || view.counter.state !== 'open' || !isStillThere(step, view)) return 0;
  const seconds = Math.ceil((step.at + rules.undoSeconds * 1000 - now) / 1000);
  // A beat may set this page's idea of the server's clock back a little.
  return Math.min(rules.undoSeconds, Math.max(0, seconds));
}

const stateAfter: Readonly<Partial<Record<Undoable['action'], TicketState>>> = {
  park: 'parked',
  noShow: 'no_show',
};

function isStillThere({ choice, ticketId }: LastStep, view: CounterView): boolean {
  if (view.present) return choice.action === 'start' && view.present.ticket.id === ticketId;
  // Another queue's ticket and an ended one are in nobody's list here; the server knows whether they moved.
  const listed = [...view.parked, ...view.missed, ...view.waiting].find(({ ticket }) => ticket.id === ticketId);
  const state = stateAfter[choice.action];
  return state === undefined ? choice.action !== 'start' : listed?.ticket.state === state;
}

function isUndoable(choice: Choice): choice is Extract<Choice, Undoable> {
  return ['start', 'finish', 'noShow', 'park', 'cancel', 'transfer'].includes(choice.action);
}
