/** The server's clock for stamps and turns: wall time that never runs backwards, because a turn once given must not be overtaken. */
export function forwardClock(lastKnownAt: number, wall: () => number = Date.now): () => number {
  let last = lastKnownAt;
  return () => {
    last = Math.max(last, wall());
    return last;
  };
}
