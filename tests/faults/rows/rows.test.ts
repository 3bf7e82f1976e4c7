import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rows } from './catalogue.ts';
import { stationKill } from './station-kill.ts';
import { tryRow } from './try-row.ts';

const seed = Number(process.env.ANTREAN_SEED ?? 11);

// The kiosk's rounds have a test of their own beside them.
for (const row of rows.filter((one) => one !== stationKill))
  test(`${row.name}: ${row.what}`, { skip: row.missing() ?? false, timeout: 120_000 }, async (t) => {
    const { figures, failures } = await tryRow(row, { rounds: row.rounds.short, seed, progress: () => {} });
    t.diagnostic(JSON.stringify({ seed, ...figures }));
    assert.deepEqual(failures, []);
  });
