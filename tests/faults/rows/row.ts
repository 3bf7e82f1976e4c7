/** How long and with which chances a row runs. */
export type Run = { readonly rounds: number; readonly seed: number; readonly progress: (line: string) => void };

export type Verdict = {
  readonly figures: Readonly<Record<string, unknown>>;
  /** What the judge, or the row itself, found broken. */
  readonly contradictions: readonly string[];
};

/** A line of the fault matrix. */
export type Row = {
  readonly name: string;
  readonly what: string;
  /** Rounds of the long form, and of the short one that every test run takes. */
  readonly rounds: { readonly long: number; readonly short: number };
  /** Set for a control: the product is broken on purpose, and the judge must say this within the rounds. */
  readonly mustConvict?: RegExp;
  /** Why it cannot run on this machine, null when it can. */
  missing(): string | null;
  run(run: Run): Promise<Verdict>;
};

export const nothingMissing = () => null;

/** Middle and worst of these milliseconds, for the figures of a run. */
export function spread(name: string, values: readonly number[]): Readonly<Record<string, number>> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { [`${name}P50`]: at(0.5), [`${name}P99`]: at(0.99) };
}
