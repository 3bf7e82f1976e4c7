/** What one turn of one build gave: figures by name, such as `perSecond` or `p50ms`. */
export type Sample = Readonly<Record<string, number>>;

/** A build that is measured: the product, a limit, or the naive way. */
export type Build = { readonly name: string; turn(): Promise<Sample> };

export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** Figures of each build, by the build's name. */
export type Figures = ReadonlyMap<string, Readonly<Record<string, Spread>>>;

/** Every build in turn in each round, each round from another one on, so that what disturbs the machine disturbs all alike. */
export async function interleaved(builds: readonly Build[], rounds: number): Promise<Figures> {
  const samples = new Map<string, Sample[]>(builds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (let n = 0; n < builds.length; n += 1) {
      const build = builds[(round + n) % builds.length];
      if (build) samples.get(build.name)?.push(await build.turn());
    }
  return new Map([...samples].map(([name, list]) => [name, spreads(list)]));
}

function spreads(samples: readonly Sample[]): Record<string, Spread> {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)));
  return Object.fromEntries(
    [...names].map((name) => {
      const sorted = samples.flatMap((sample) => sample[name] ?? []).toSorted((a, b) => a - b);
      return [name, { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }];
    }),
  );
}

/** The value below which this share of a sorted list lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}
