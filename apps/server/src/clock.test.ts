import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openServerClock } from './clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const friday = Date.UTC(2026, 10, 27, 2);

/** A machine whose wall clock is set and whose time passes by hand. */
function machine(lastKnownAt: number, start: number) {
  const at = { wall: start, steady: 5_000 };
  const clock = openServerClock({ lastKnownAt, wall: () => at.wall, steady: () => at.steady });
  return {
    clock,
    set: (wall: number) => {
      at.wall = wall;
    },
    pass: (ms: number) => {
      at.wall += ms;
      at.steady += ms;
      return clock.now();
    },
  };
}

test('the server’s clock never runs backwards, nor behind the log it starts with', () => {
  const { clock, set, pass } = machine(friday, friday + 1_000);
  assert.equal(clock.now(), friday + 1_000);
  set(friday + 400);
  assert.equal(clock.now(), friday + 1_000);
  assert.equal(pass(2_000), friday + 2_400);
  assert.equal(machine(friday, 10).clock.now(), friday);
});

test('[D1] a clock that jumps by a day is not believed: time goes on as before until it is set back', () => {
  const { clock, set, pass } = machine(friday, friday);
  pass(minute);
  set(friday + day);
  assert.deepEqual([clock.now(), clock.isSuspect()], [friday + minute, true]);
  assert.equal(pass(minute), friday + 2 * minute);
  set(friday + 2 * minute + 1_500);
  assert.deepEqual([clock.isSuspect(), clock.now()], [false, friday + 2 * minute + 1_500]);
});

test('[D1] corrections of a minute and the slow drift of a month pass unseen', () => {
  const { clock, set, pass } = machine(friday, friday);
  for (let one = 1; one <= 30; one += 1) {
    set(pass(day) + 20_000);
    assert.equal(clock.isSuspect(), false, `day ${one}`);
  }
});

test('[D1] a PC with a dead battery waits for the network to set its clock, and needs nobody', () => {
  const { clock, set, pass } = machine(friday, Date.UTC(2000, 0, 1));
  assert.equal(clock.isSuspect(), true);
  assert.equal(pass(minute), friday + minute, 'pauses still end while it waits');
  set(friday + 3 * day);
  assert.deepEqual([clock.isSuspect(), clock.now()], [false, friday + 3 * day]);
});
