import type { Clock } from '../src/clock.ts';

/** A clock that moves only when a test moves it; `armed` counts what still waits for it. */
export type HandClock = Clock & { move(ms: number): void; set(at: number): void; armed(): number };

export function handClock(start = 1_000_000): HandClock {
  const alarms = new Map<object, { readonly at: number; readonly wake: () => void }>();
  let now = start;
  const ring = (until: number) => {
    for (;;) {
      const due = [...alarms].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) return;
      const [id, alarm] = due;
      alarms.delete(id);
      now = Math.max(now, alarm.at);
      alarm.wake();
    }
  };
  return {
    now: () => now,
    after(ms, wake) {
      const id = {};
      alarms.set(id, { at: now + ms, wake });
      return () => alarms.delete(id);
    },
    move(ms) {
      const until = now + ms;
      ring(until);
      now = until;
    },
    set(at) {
      now = at;
    },
    armed: () => alarms.size,
  };
}
