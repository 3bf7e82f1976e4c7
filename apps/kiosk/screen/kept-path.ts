import type { Path } from './steps.ts';

const key = 'antrean.kiosk.path';

/** Keeps what a reload must not lose: a number on the screen, and a press whose answer is still to come. */
export function keepPath(path: Path): void {
  const { step } = path;
  const isWorthIt = step.at === 'done' || ('press' in step && step.press.state === 'taking');
  if (isWorthIt) sessionStorage.setItem(key, JSON.stringify(path));
  else sessionStorage.removeItem(key);
}

/** The way as it stood before this page was loaded; null when nobody was under way. */
export function keptPath(): Path | null {
  const text = sessionStorage.getItem(key);
  // Written by this very page, or by the build before it: what no longer fits is left behind.
  const path: Path | null = text === null ? null : JSON.parse(text);
  if (path?.step.at !== 'done') return path;
  // What was being printed again may have come out or not.
  return path.step.again === 'printing' ? { ...path, step: { ...path.step, again: 'ready' } } : path;
}
