import type { Row, Run, Verdict } from './row.ts';

/** Runs a row; for a control, what fails is a judge who finds nothing, or something else than what was broken. */
export async function tryRow(row: Row, run: Run): Promise<Pick<Verdict, 'figures'> & { failures: readonly string[] }> {
  const { figures, contradictions } = await row.run(run);
  const { mustConvict } = row;
  if (!mustConvict) return { figures, failures: contradictions };
  const isConvicted = contradictions.some((line) => mustConvict.test(line));
  const failures = isConvicted ? [] : [`the judge is blind: nobody said ${mustConvict} of ${row.what}`];
  return { figures: { ...figures, convictions: contradictions.length }, failures };
}
