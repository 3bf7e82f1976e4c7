import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { liveDays, type Plan } from '../testing/mall-days.ts';
import { referenceMall } from '../testing/reference-mall.ts';
import { smallMall } from '../testing/small-mall.ts';

const given = process.env.ANTREAN_SEED;
const seeds = given ? [Number(given)] : [1, randomInt(2 ** 31)];

/** Lives the plan; a failure names the seed that repeats it. */
function lived(plan: Plan) {
  try {
    return liveDays(plan);
  } catch (cause) {
    throw new Error(`seed ${plan.seed} breaks a rule; repeat it with ANTREAN_SEED=${plan.seed}`, { cause });
  }
}

test('[N2] [H1] [O1] [O2] [L2] [S7] [D7] [V3] three days of a small mall on bad lines keep every rule, and every copy is the hall', () => {
  for (const seed of seeds) {
    const { visits, comparisons } = lived({ catalogue: smallMall, seed, days: 3, visitsADay: 500 });
    assert.ok(visits > 1_000 && comparisons > 100, `seed ${seed}: ${visits} visits, ${comparisons} comparisons`);
  }
});

test('[N2] [H1] [O1] [V3] a busy Monday of the reference mall keeps every rule, with all its counters', () => {
  for (const seed of seeds.slice(-1)) {
    const { visits } = lived({ catalogue: referenceMall(), seed, days: 1, visitsADay: 700 });
    assert.ok(visits > 400, `seed ${seed}: ${visits} visits`);
  }
});
