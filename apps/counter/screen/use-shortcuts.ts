import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Actions } from './actions.ts';
import { isDeskKey, type Shortcut, shortcutFor } from './shortcuts.ts';

export type Listening = {
  /** False while a dialog has the keyboard. */
  readonly on: boolean;
  readonly lettersOn: boolean;
  readonly actions: Actions;
};

/**
 * Listens for the desk's keys; a held key is one press, and a key that a field or a button needs stays theirs. A key of
 * the desk that means nothing at this moment is heard without a wish.
 */
export function useShortcuts(
  { on, lettersOn, actions }: Listening,
  ask: (wish: Shortcut | null, key: string) => void,
): void {
  // Before the next key can be pressed: one that comes right behind a dialog is the desk's.
  useLayoutEffect(() => {
    if (!on) return;
    const take = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.metaKey || event.isComposing || belongsTo(event)) return;
      const wish = shortcutFor(event, actions, lettersOn);
      if (!wish && !isDeskKey(event, lettersOn)) return;
      if (wish) event.preventDefault();
      ask(wish, event.key);
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, [on, lettersOn, actions, ask]);
}

/** The key that went down last, whoever it was for: one that answers a dialog leaves its second half to the desk. */
export function useNewestKey(): () => string | null {
  const newest = useRef<string | null>(null);
  useLayoutEffect(() => {
    const note = (event: KeyboardEvent) => {
      newest.current = event.key;
    };
    document.addEventListener('keydown', note, { capture: true });
    return () => document.removeEventListener('keydown', note, { capture: true });
  }, []);
  return () => newest.current;
}

function belongsTo({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input:not([type=checkbox]), textarea, select')) return true;
  return (key === ' ' || key === 'Enter') && target.matches('button, a, input, summary');
}
