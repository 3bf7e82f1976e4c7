import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from './row.ts';
import { tryRow } from './try-row.ts';

/** The short form of these rows, as tests; what this machine cannot do is skipped by name. */
export function shortForm(...rows: readonly Row[]): void {
  const seed = Number(process.env.ANTREAN_SEED ?? 11);
  for (const row of rows)
    test(`${row.name}: ${row.what}`, { skip: row.missing() ?? false, timeout: 240_000 }, async (t) => {
      const { figures, failures } = await tryRow(row, { rounds: row.rounds.short, seed, progress: () => {} });
      t.diagnostic(JSON.stringify({ seed, ...figures }));
      assert.deepEqual(failures, []);
    });
}
