import { isTaking, isUncertain } from './confirming.ts';
import type { Path } from './steps.ts';

const key = 'antrean.kiosk.path';

/** Keeps what a reload must not lose: a number on the screen, and a press that may have taken one. */
export function keepPath(path: Path): void {
  const { step } = path;
  const isWorthIt = step.at === 'done' || isTaking(step) || ('press' in step && isUncertain(step.press));
  if (isWorthIt) sessionStorage.setItem(key, JSON.stringify(path));
  else sessionStorage.removeItem(key);
}

/** The way as it stood before this page was loaded; null when nothing was under way. */
export function keptPath(): Path | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  // Written by this very page, or by the build before it.
  const path = JSON.parse(text) as Path;
  const { step } = path;
  // What was being printed again may have come out or not.
  if (step.at === 'done') return { ...path, step: { ...step, again: 'ready' } };
  if (!('press' in step) || step.press.state === 'open') return null;
  // Leaving the page breaks its requests off, so the press is asked for again, as itself.
  const { key: pressId, serviceIds, language, withoutPaper } = step.press;
  const press = { state: 'taking', key: pressId, serviceIds, language, withoutPaper, isUncertain: true } as const;
  return { ...path, step: { ...step, press } };
}
