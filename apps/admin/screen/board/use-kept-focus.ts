import { useLayoutEffect, useRef } from 'preact/hooks';

/** Puts the focus on what now stands where the focused line stood when that line is gone, so that the keyboard does not begin the page anew. */
export function useKeptFocus<List extends HTMLElement>() {
  const list = useRef<List>(null);
  const at = useRef<{ readonly line: Element; readonly place: number } | null>(null);
  useLayoutEffect(() => {
    const lines = [...(list.current?.children ?? [])];
    const active = document.activeElement;
    const place = lines.findIndex((line) => line.contains(active));
    const held = at.current;
    if (place >= 0) at.current = { line: lines[place] as Element, place };
    else if (held && active !== document.body) at.current = null;
    else if (held && !held.line.isConnected) {
      at.current = null;
      const buttons = lines.slice(0, held.place + 1).flatMap((line) => [...line.querySelectorAll('button')]);
      (buttons.at(-1) ?? list.current?.parentElement)?.focus();
    }
  });
  return list;
}
