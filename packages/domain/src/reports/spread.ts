/**
 * Durations, told so that those of many days can be put together: how many, their sum, and how many of each whole minute
 * (rounded down) at its index. A percentile is exact to that minute.
 */
export type Spread = {
  readonly count: number;
  readonly totalMs: number;
  readonly minutes: readonly number[];
};

/** What people read of a spread: minutes, the mean to a tenth. */
export type SpreadFigures = {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
};

const minuteMs = 60_000;

export function spreadOf(durationsMs: readonly number[]): Spread {
  const minutes: number[] = [];
  let totalMs = 0;
  for (const ms of durationsMs) {
    addAt(minutes, Math.floor(ms / minuteMs), 1);
    totalMs += ms;
  }
  return { count: durationsMs.length, totalMs, minutes };
}

export function joinSpreads(spreads: readonly Spread[]): Spread {
  const minutes: number[] = [];
  let count = 0;
  let totalMs = 0;
  for (const spread of spreads) {
    count += spread.count;
    totalMs += spread.totalMs;
    for (const [minute, times] of spread.minutes.entries()) addAt(minutes, minute, times);
  }
  return { count, totalMs, minutes };
}

/** Null for no duration at all: a mean of nothing is not 0. */
export function spreadFigures(spread: Spread): SpreadFigures | null {
  const { count, totalMs } = spread;
  if (count === 0) return null;
  const mean = Math.round(totalMs / count / (minuteMs / 10)) / 10;
  return { count, mean, median: minuteAt(spread, 0.5), p90: minuteAt(spread, 0.9) };
}

/** The least whole minute that this share of the durations does not exceed (nearest rank). */
function minuteAt({ count, minutes }: Spread, share: number): number {
  const rank = Math.ceil(share * count);
  let passed = 0;
  return minutes.findIndex((times) => {
    passed += times;
    return passed >= rank;
  });
}

// Without holes, so that it is the same after it was written down and read again.
function addAt(minutes: number[], minute: number, times: number): void {
  while (minutes.length <= minute) minutes.push(0);
  minutes[minute] = (minutes[minute] ?? 0) + times;
}
