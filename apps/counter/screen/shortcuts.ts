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
  note: 'C',
  reprint: 'P',
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

/** Keys that mean the same at every moment: leave the desk, walk to the lists, see all keys. */
export const deskKeys = { signOut: 'K', lists: 'D', help: '?' } as const;
export type DeskKey = keyof typeof deskKeys;

export type Shortcut =
  | { readonly action: ActionName }
  | { readonly action: 'finish'; readonly outcome: Outcome }
  | { readonly action: DeskKey };

/** A key as the keyboard tells it. */
export type Key = { readonly key: string; readonly ctrlKey: boolean };

/** What a key means at this moment; null when it means nothing. One-letter keys count only when the officer has them on. */
export function shortcutFor({ key, ctrlKey }: Key, actions: Actions, lettersOn: boolean): Shortcut | null {
  const letter = key.toUpperCase();
  if (ctrlKey) return letter === 'Z' ? { action: 'undo' } : null;
  if (!lettersOn) return null;
  if (key === ' ' || key === 'Enter')
    return actions.main === 'finish' ? { action: 'finish', outcome: 'done' } : { action: actions.main };
  const outcome = /^[1-9]$/.test(key) && actions.stage === 'serving' ? oneTapOutcomes[Number(key) - 1] : undefined;
  if (outcome) return { action: 'finish', outcome };
  for (const action of Object.keys(actions.buttons) as ActionName[]) if (letterOf[action] === letter) return { action };
  for (const action of Object.keys(deskKeys) as DeskKey[]) if (deskKeys[action] === letter) return { action };
  return null;
}

/** Whether a key means something at one moment of the desk or another. */
export function isDeskKey({ key, ctrlKey }: Key, lettersOn: boolean): boolean {
  if (ctrlKey || !lettersOn) return false;
  return /^[1-5]$/.test(key) || Object.values(letterOf).includes(key.toUpperCase());
}
