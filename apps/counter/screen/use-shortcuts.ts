import { useEffect } from 'preact/hooks';
import type { Actions } from './actions.ts';
import { type Shortcut, shortcutFor } from './shortcuts.ts';

/** Listens for the desk's keys; a held key is one press, and a key that a field or a button needs stays theirs. */
export function useShortcuts(on: boolean, actions: Actions, ask: (wish: Shortcut) => void): void {
  useEffect(() => {
    if (!on) return;
    const take = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || belongsTo(event)) return;
      const wish = shortcutFor(event.key, actions);
      if (!wish) return;
      event.preventDefault();
      ask(wish);
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, [on, actions, ask]);
}

function belongsTo({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input:not([type=checkbox]), textarea, select')) return true;
  return (key === ' ' || key === 'Enter') && target.matches('button, a, input, summary');
}
