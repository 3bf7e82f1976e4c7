/** Time as a station sees it. Tests move it by hand. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `wake` once after `ms`; gives back how to prevent it. */
  after(ms: number, wake: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, wake) => {
    const timer = setTimeout(wake, ms);
    return () => clearTimeout(timer);
  },
};

/** Whether `ms` have passed since `since`. A wall clock that was set back counts as over, else a station would wait for hours. */
export function isOver(since: number, ms: number, now: number): boolean {
  return now - since >= ms || now < since;
}
