import { type Condition, canPrint } from './outcome.ts';
import type { Timers } from './timers.ts';

/** Covers flap and cables wiggle: trouble is told only when it has lasted so long. */
export const stableMs = 2_000;

type Dated = Condition & { readonly since: number };

/** The newest known condition of a printer, and who is told when it has changed. */
export class StatusBoard {
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #listeners = new Set<(status: Dated) => void>();
  #newest: Dated;
  #told: Condition | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(first: Condition, timers: Timers, now: () => number) {
    this.#timers = timers;
    this.#now = now;
    this.#newest = { ...first, since: now() };
  }

  get newest(): Dated {
    return this.#newest;
  }

  seen(condition: Condition): void {
    if (!isSame(condition, this.#newest)) this.#newest = { ...condition, since: this.#now() };
    if (canPrint(condition.state) || isSame(condition, this.#told)) {
      this.close();
      this.#tell();
    } else
      this.#stopWaiting ??= this.#timers.after(stableMs, () => {
        this.#stopWaiting = null;
        this.#tell();
      });
  }

  subscribe(listener: (status: Dated) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }

  #tell(): void {
    if (isSame(this.#newest, this.#told)) return;
    this.#told = this.#newest;
    for (const listener of [...this.#listeners]) listener(this.#newest);
  }
}

function isSame(a: Condition, b: Condition | null): boolean {
  return a.state === b?.state && a.cause === b.cause;
}
