import type { Timers } from '../src/timers.ts';

type Waiting = { readonly milliseconds: number; readonly then: () => void };

/** Timers that a test moves by hand: none fires until `fire` names it. */
export type HandTimers = Timers & {
  /** Fires the next timer that fits; when none is set yet, the one that is set next. Gives back its length. */
  fire(fits: (milliseconds: number) => boolean): Promise<number>;
};

export function handTimers(): HandTimers {
  const waiting = new Set<Waiting>();
  const watchers = new Set<() => void>();
  return {
    after(milliseconds, then) {
      const timer = { milliseconds, then };
      waiting.add(timer);
      for (const watcher of [...watchers]) watcher();
      return () => waiting.delete(timer);
    },
    fire: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const timer = [...waiting].find(({ milliseconds }) => fits(milliseconds));
          if (!timer) return;
          waiting.delete(timer);
          watchers.delete(look);
          timer.then();
          resolve(timer.milliseconds);
        };
        watchers.add(look);
        look();
      }),
  };
}
