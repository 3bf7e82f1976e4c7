import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from './random.ts';

test('the same seed gives the same day, another seed or name another', () => {
  const day = (seed: number, name: string) => {
    const random = seeded(seed, name);
    return Array.from({ length: 20 }, () => random.next());
  };
  assert.deepEqual(day(7, 'a'), day(7, 'a'));
  assert.notDeepEqual(day(7, 'a'), day(8, 'a'));
  assert.notDeepEqual(day(7, 'a'), day(7, 'b'));
});

test('half of the service times lie below the median and nine of ten below the P90', () => {
  const random = seeded(1);
  const drawn = Array.from({ length: 20_000 }, () => random.lognormal(8, 14));
  const below = (limit: number) => drawn.filter((value) => value < limit).length / drawn.length;
  assert.ok(Math.abs(below(8) - 0.5) < 0.02, `${below(8)} below the median`);
  assert.ok(Math.abs(below(14) - 0.9) < 0.02, `${below(14)} below the P90`);
});

test('things are picked as often as their weights say', () => {
  const random = seeded(2);
  const picked = Array.from({ length: 20_000 }, () =>
    random.pick([
      ['often', 30],
      ['seldom', 10],
      ['never', 0],
    ] as const),
  );
  const share = (name: string) => picked.filter((other) => other === name).length / picked.length;
  assert.ok(Math.abs(share('often') - 0.75) < 0.02);
  assert.equal(share('never'), 0);
});
