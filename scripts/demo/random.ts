/** Chance that can be repeated: the same seed gives the same day. */
export type Random = {
  /** From 0 to 1, without 1. */
  next(): number;
  happens(probability: number): boolean;
  between(from: number, to: number): number;
  /** One of these, each as likely as its weight says; the weights need no particular sum. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
  /** Lognormal: half of the draws lie below `median`, nine of ten below `p90`. */
  lognormal(median: number, p90: number): number;
};

// How far the ninth decile of the normal distribution lies from its middle.
const ninthDecile = 1.28155;

/** `name` makes an independent stream, so that what one visitor does never changes what the next one does. */
export function seeded(seed: number, name = ''): Random {
  let state = Math.trunc(seed) >>> 0;
  for (const letter of name) state = scramble(state ^ (letter.codePointAt(0) ?? 0));
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scramble(state) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    happens: (probability) => next() < probability,
    between: (from, to) => from + (to - from) * next(),
    pick(weighted) {
      const last = weighted.at(-1);
      if (!last) throw new Error('nothing to pick from');
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      return last[0];
    },
    lognormal: (median, p90) => median * Math.exp((normal() * Math.log(p90 / median)) / ninthDecile),
  };
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
