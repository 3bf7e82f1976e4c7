import type { Outcome } from '@antrean/domain';
import type { ActionName, Actions } from './actions.ts';

/** The letter of each action; `open`, `callNext`, `start`, `resume` and the outcome `done` are the space bar of their stage. */
export const letterOf: Readonly<Partial<Record<ActionName, string>>> = {
  recall: 'U',
  noShow: 'L',
  park: 'T',
  transfer: 'A',
  forward: 'R',
  cancel: 'B',
  pause: 'J',
  close: 'X',
};

/** The outcomes of one tap; their place is their digit. Forwarding has a button of its own. */
export const oneTapOutcomes: readonly Exclude<Outcome, 'forwarded'>[] = [
  'done',
  'fileReceived',
  'papersMissing',
  'wrongCounter',
  'cancelled',
];

export type Shortcut = { readonly action: ActionName } | { readonly action: 'finish'; readonly outcome: Outcome };

/** What a key means at this moment; null when it means nothing. */
export function shortcutFor(key: string, actions: Actions): Shortcut | null {
  if (key === ' ' || key === 'Enter')
    return actions.main === 'finish' ? { action: 'finish', outcome: 'done' } : { action: actions.main };
  const outcome = /^[1-9]$/.test(key) && actions.stage === 'serving' ? oneTapOutcomes[Number(key) - 1] : undefined;
  if (outcome) return { action: 'finish', outcome };
  const letter = key.toUpperCase();
  for (const action of Object.keys(actions.buttons) as ActionName[]) if (letterOf[action] === letter) return { action };
  return null;
}
