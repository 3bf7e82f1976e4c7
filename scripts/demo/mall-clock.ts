/** The clock of the played day: minutes since its midnight, `speed` times as fast as the one on the wall. */
export type MallClock = {
  now(): number;
  /** Waits until that minute of the played day, or until the day is ended. */
  until(minute: number): Promise<void>;
  pause(minutes: number): Promise<void>;
  /** From now on nobody waits any more. */
  end(): void;
  readonly ended: AbortSignal;
};

export function startMallClock(startMinute: number, speed: number): MallClock {
  const startedAt = performance.now();
  const ending = new AbortController();
  const now = () => startMinute + ((performance.now() - startedAt) * speed) / 60_000;
  const until = (minute: number) => rest(((minute - now()) * 60_000) / speed, ending.signal);
  return {
    now,
    until,
    pause: (minutes) => until(now() + minutes),
    end: () => ending.abort(),
    ended: ending.signal,
  };
}

/** Waits by the clock on the wall, milliseconds; ends early when `signal` says so. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
