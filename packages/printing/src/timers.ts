/** Waiting, as an argument: tests move it by hand. Gives back how to stop. */
export type Timers = { after(milliseconds: number, then: () => void): () => void };

export const realTimers: Timers = {
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
