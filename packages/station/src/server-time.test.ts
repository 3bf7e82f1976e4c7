import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journalOn } from '../testing/numbers.ts';
import { type MachineClocks, serverTime } from './server-time.ts';

const machine = (wall: number, steady: number, boot: string | null): MachineClocks => ({
  wall: () => wall,
  steady: () => steady,
  boot,
});

test('while the machine runs, a wall clock that somebody sets does not move the time on the slip', (t) => {
  const journal = journalOn(t).open();
  const clocks = { wall: 5_000, steady: 100 };
  const time = serverTime(journal.kept, { wall: () => clocks.wall, steady: () => clocks.steady, boot: 'a' });
  assert.equal(time.now(), null);
  time.heard(1_000_000);
  clocks.steady += 2_500;
  clocks.wall -= 4_000_000;
  assert.deepEqual(time.now(), { at: 1_002_500, isSure: true });
  journal.close();
});

test('a station that starts again on the same boot still knows the time for sure, after a reboot only by its wall clock', (t) => {
  const disk = journalOn(t);
  const journal = disk.open();
  serverTime(journal.kept, machine(5_000, 100, 'a')).heard(1_000_000);
  const after = (clocks: MachineClocks) => serverTime(journal.kept, clocks).now();
  assert.deepEqual(after(machine(0, 700, 'a')), { at: 1_000_600, isSure: true });
  assert.deepEqual(after(machine(8_000, 3, 'b')), { at: 1_003_000, isSure: false });
  assert.deepEqual(after(machine(8_000, 3, null)), { at: 1_003_000, isSure: false });
  journal.close();
});

test('an empty clock battery gives no time rather than a wrong one', (t) => {
  const journal = journalOn(t).open();
  serverTime(journal.kept, machine(5_000, 100, 'a')).heard(1_000_000);
  assert.equal(serverTime(journal.kept, machine(0, 3, 'b')).now(), null);
  journal.close();
});
