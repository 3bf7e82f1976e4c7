import type { Row, Run, Verdict } from './row.ts';

const attempts = 3;

/** Runs a row; for a control, what fails is a judge who finds nothing, or something else than what was broken. */
export async function tryRow(row: Row, run: Run): Promise<Pick<Verdict, 'figures'> & { failures: readonly string[] }> {
  const { mustConvict } = row;
  if (!mustConvict) {
    const { figures, contradictions } = await row.run(run);
    return { figures, failures: contradictions };
  }
  // What is broken shows only when a fault falls into the right moment; a judge who sees it in one of three runs is not blind.
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { figures, contradictions } = await row.run({ ...run, seed: run.seed + attempt });
    if (contradictions.some((line) => mustConvict.test(line)))
      return { figures: { ...figures, attempt, convictions: contradictions.length }, failures: [] };
  }
  return { figures: {}, failures: [`the judge is blind: nobody said ${mustConvict} of ${row.what}`] };
}
