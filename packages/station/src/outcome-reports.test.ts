import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Failure } from '@antrean/client';
import type { PrintOutcome, Timers } from '@antrean/printing';
import { outcomeReports } from './outcome-reports.ts';
import { smallServer } from './small-mall.ts';

const outcome: PrintOutcome = { kind: 'PRINTED', jobId: 'job-1', nearEnd: false };

function reporting(fails: Failure[]) {
  const waits: { readonly ms: number; readonly then: () => void }[] = [];
  let onWait = () => {};
  const timers: Timers = {
    after(ms, then) {
      waits.push({ ms, then });
      onWait();
      return () => waits.splice(0);
    },
  };
  const { server, asked } = smallServer(fails);
  const reports = outcomeReports(server.commands, timers, () => 'key-1');
  const nextWait = () =>
    new Promise<void>((resolve) => {
      if (waits.length > 0) resolve();
      else onWait = resolve;
    });
  return { reports, asked, waits, nextWait };
}

test("a slip's fate is told again, with the same key and ever longer pauses, until the server answers", async () => {
  const down: Failure = { code: 'link.down' };
  const { reports, asked, waits, nextWait } = reporting([down, { code: 'store.unavailable' }, down]);
  reports.report('ticket-1', outcome);
  const pauses: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await nextWait();
    const wait = waits.shift();
    pauses.push(wait?.ms ?? 0);
    wait?.then();
  }
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(pauses, [1_000, 2_000, 4_000]);
  assert.equal(waits.length, 0);
  assert.deepEqual(
    asked.map((call) => call.key),
    ['key-1', 'key-1', 'key-1', 'key-1'],
  );
});

test('a refusal is an answer: the fate of an unknown ticket is told once', async () => {
  const { reports, asked, waits } = reporting([{ code: 'ticket.unknown' }]);
  reports.report('ticket-1', outcome);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(asked.length, 1);
  assert.equal(waits.length, 0);
});

test('a station that closes tells nothing more', async () => {
  const { reports, asked, waits, nextWait } = reporting([{ code: 'link.down' }]);
  reports.report('ticket-1', outcome);
  await nextWait();
  reports.close();
  assert.equal(waits.length, 0);
  assert.equal(asked.length, 1);
});
