import type { Timers } from '../src/timers.ts';

type Waiting = { readonly milliseconds: number; readonly then: () => void };

/** Timers that a test moves by hand: none fires until `fire` names it; `armed` counts what still waits. */
export type HandTimers = Timers & {
  /** Fires the next timer that fits; when none is set yet, the one that is set next. Gives back its length. */
  fire(fits: (milliseconds: number) => boolean): Promise<number>;
  armed(): number;
};

export function handTimers(): HandTimers {
  const waiting = new Set<Waiting>();
  const watchers = new Set<() => void>();
  return {
    after(milliseconds, then) {
      const timer = { milliseconds, then };
      waiting.add(timer);
      // As with any timer, whoever sets one has its stop in hand before it can fire.
      for (const watcher of [...watchers]) queueMicrotask(watcher);
      return () => waiting.delete(timer);
    },
    fire: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const timer = [...waiting].find(({ milliseconds }) => fits(milliseconds));
          if (!timer || !watchers.delete(look)) return;
          waiting.delete(timer);
          timer.then();
          resolve(timer.milliseconds);
        };
        watchers.add(look);
        look();
      }),
    armed: () => waiting.size,
  };
}
