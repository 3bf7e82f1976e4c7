import type { Timers } from '../timers.ts';

/** Less than this is not worth a pause. */
const shortestMs = 10;

/** The time that work takes: it is owed as it is done, and paid in pauses. */
export type Pace = {
  owe(milliseconds: number): void;
  /** Work must wait: a pause is due or under way. */
  isDue(): boolean;
  /** Begins the pause that is due, if one is. */
  pause(): void;
  /** Forgets what is owed. */
  stop(): void;
};

export function openPace(timers: Timers, wake: () => void): Pace {
  let owed = 0;
  let stopTimer: (() => void) | null = null;
  return {
    owe(milliseconds) {
      owed += milliseconds;
    },
    isDue: () => owed >= shortestMs,
    pause() {
      if (stopTimer || owed < shortestMs) return;
      stopTimer = timers.after(owed, () => {
        stopTimer = null;
        owed = 0;
        wake();
      });
    },
    stop() {
      stopTimer?.();
      stopTimer = null;
      owed = 0;
    },
  };
}
