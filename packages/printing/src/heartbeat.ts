import type { Timers } from './timers.ts';

export const heartbeatMs = 10_000;

/** Beats for ever, each time so long after the last beat has ended. Gives back how to stop. */
export function startHeartbeat(timers: Timers, beat: () => Promise<void>): () => void {
  let isOver = false;
  let stop = () => {};
  const rest = () => {
    if (!isOver) stop = timers.after(heartbeatMs, () => void beat().then(rest));
  };
  rest();
  return () => {
    isOver = true;
    stop();
  };
}
