import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenPromises, type Told } from './history.ts';

const ok = (commandId: string, answer: string) => ({ kind: 'ok', commandId, answer }) as const;
const row = (seq: number, commandId: string) => ({ seq, commandId });

const honest: Told = {
  history: [
    { kind: 'invoke', commandId: 'a' },
    ok('a', 'AQ001'),
    { kind: 'info', commandId: 'b' },
    ok('a', 'AQ001'),
    { kind: 'fail', commandId: 'c' },
  ],
  log: [row(1, 'a'), row(2, 'a'), row(3, 'd')],
};

test('the judge acquits a log that keeps every answer, whatever became of a command without one', () => {
  assert.deepEqual(brokenPromises(honest), []);
  assert.deepEqual(brokenPromises({ ...honest, log: [...honest.log, row(4, 'b')] }), []);
});

const crimes: Readonly<Record<string, [Partial<Told>, string]>> = {
  'an answered command that is lost [I3]': [{ log: [row(1, 'd')] }, '[I3] a was answered and is lost'],
  'a retry with another answer [I7]': [
    { history: [ok('a', 'AQ001'), ok('a', 'AQ002')] },
    '[I7] a retry of a got another answer',
  ],
  'a command that took effect twice [I7]': [{ log: [...honest.log, row(4, 'a')] }, '[I7] a took effect twice'],
  'a hole in the log [I8]': [{ log: [row(1, 'a'), row(3, 'd')] }, '[I8] row 2 of the log has seq 3'],
};

for (const [crime, [evidence, verdict]] of Object.entries(crimes))
  test(`the judge convicts ${crime}`, () => {
    assert.deepEqual(brokenPromises({ ...honest, ...evidence }), [verdict]);
  });
