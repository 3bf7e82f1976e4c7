import { useLayoutEffect } from 'preact/hooks';
import type { Actions } from './actions.ts';
import { type Shortcut, shortcutFor } from './shortcuts.ts';

export type Listening = {
  /** False while a dialog has the keyboard. */
  readonly on: boolean;
  readonly lettersOn: boolean;
  readonly actions: Actions;
};

/** Listens for the desk's keys; a held key is one press, and a key that a field or a button needs stays theirs. */
export function useShortcuts({ on, lettersOn, actions }: Listening, ask: (wish: Shortcut) => void): void {
  // Before the next key can be pressed: one that comes right behind a dialog is the desk's.
  useLayoutEffect(() => {
    if (!on) return;
    const take = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.metaKey || event.isComposing || belongsTo(event)) return;
      const wish = shortcutFor(event, actions, lettersOn);
      if (!wish) return;
      event.preventDefault();
      ask(wish);
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, [on, lettersOn, actions, ask]);
}

function belongsTo({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input:not([type=checkbox]), textarea, select')) return true;
  return (key === ' ' || key === 'Enter') && target.matches('button, a, input, summary');
}
