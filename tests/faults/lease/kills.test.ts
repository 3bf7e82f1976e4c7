import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killRun } from './kill-run.ts';

test('[I1] [I4] server and kiosk killed at random: no number is shared, every slip is in the record, nobody waits without one', async (t) => {
  const seed = Number(process.env.ANTREAN_SEED ?? 11);
  const run = await killRun(8, seed, () => {});
  t.diagnostic(JSON.stringify({ seed, ...run }));
  assert.deepEqual(run.contradictions, []);
  assert.ok(run.kills.server > 0 && run.kills.kiosk > 0 && run.offline > 0, 'nothing was proved without faults');
  assert.ok(run.slips > 20);
});
