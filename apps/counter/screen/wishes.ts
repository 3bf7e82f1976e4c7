import type { ActionName, Actions, WhyNot } from './actions.ts';
import type { Choice } from './orders.ts';
import type { DeskKey, Shortcut } from './shortcuts.ts';

/** The questions that are asked before something is done. */
export type DialogName = 'pause' | 'park' | 'transfer' | 'forward' | 'cancel' | 'note' | 'close' | 'signOut' | 'help';

/** What a wish comes to: it is done, asked about, or refused with its reason. */
export type Reply =
  | { readonly kind: 'choose'; readonly choice: Choice }
  | { readonly kind: 'ask'; readonly dialog: DialogName }
  | { readonly kind: 'tell'; readonly why: WhyNot }
  | { readonly kind: 'lists' | 'signOut' | 'nothing' };

const needsAnswer: readonly string[] = [
  'pause',
  'park',
  'transfer',
  'forward',
  'cancel',
  'note',
  'close',
] satisfies DialogName[];

/** One press of a button or a key, judged by what the moment allows. */
export function replyTo(wish: Shortcut, { stage, buttons }: Actions): Reply {
  if (isDeskKey(wish)) return deskReply(wish.action, stage);
  const why = buttons[wish.action];
  // Its button goes after ten seconds, and whoever presses the keys then must not wonder whether they were heard.
  if (why === undefined && wish.action === 'undo') return { kind: 'tell', why: { code: 'undoGone' } };
  if (why === undefined) return { kind: 'nothing' };
  if (why) return { kind: 'tell', why };
  if ('outcome' in wish) return { kind: 'choose', choice: wish };
  if (needsAnswer.includes(wish.action)) return { kind: 'ask', dialog: wish.action as DialogName };
  // Whatever takes no answer is a choice by its name alone.
  return { kind: 'choose', choice: { action: wish.action } as Choice };
}

function deskReply(key: DeskKey, stage: Actions['stage']): Reply {
  if (key === 'lists') return { kind: 'lists' };
  if (key === 'help') return { kind: 'ask', dialog: 'help' };
  // A counter left open looks staffed to the whole mall, and a visitor at it would sit in front of nobody.
  return stage === 'closed' ? { kind: 'signOut' } : { kind: 'ask', dialog: 'signOut' };
}

function isDeskKey(wish: Shortcut): wish is { readonly action: DeskKey } {
  return !isAction(wish.action);
}

function isAction(name: ActionName | DeskKey): name is ActionName {
  return name !== 'signOut' && name !== 'lists' && name !== 'help';
}
