import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLeg } from '../testing/slip-examples.ts';
import type { PrintOutcome } from './outcome.ts';
import { openPrinter } from './printer.ts';
import { paper80 } from './profiles.ts';
import { slipJob } from './slip-bytes.ts';
import type { Timers } from './timers.ts';
import type { Fault } from './virtual/faults.ts';
import { startVirtualPrinter } from './virtual/virtual-printer.ts';

const jobs = 200;
const seed = Number(process.env.ANTREAN_TEST_SEED ?? 20_261_123);
const anywhere = ['stalls', 'resets', 'hangsUp', 'losesPower', 'paperEnds', 'coverOpens'] as const;
const anytime = [
  ...(['refuses', 'neverReads', 'mute', 'paperEndsAfterCut', 'neverAcknowledges', 'acknowledgesAnother'] as const),
  ...(['acknowledgesLate', 'acknowledgesInPieces', 'chatters', 'straysStatus', 'runsLow'] as const),
];

test(`${jobs} jobs with random faults never leave a slip that nobody knows of, nor say PRINTED without one (seed ${seed})`, async (t) => {
  const device = await startVirtualPrinter({ profile: paper80, keep: jobs });
  t.after(() => device.close());
  const random = numbersFrom(seed);
  const printer = openPrinter(device, paper80, hastyTimers(random));
  const outcomes = new Map<string, PrintOutcome>();

  for (let turn = 0; turn < jobs; turn += 1) {
    const number = `XQ${String(turn).padStart(3, '0')}`;
    const job = slipJob({ ...oneLeg, number }, paper80);
    device.setFault(randomFault(random, job.bytes.length + 50));
    outcomes.set(number, await printer.print(number, job));
    device.setFault(null);
    device.setRoll('full');
    device.setCover(false);
  }
  const seen = new Map<string, number>();
  for (const slip of device.slips()) {
    const number = /XQ\d{3}/.exec(slip.text)?.[0] ?? '';
    seen.set(number, (seen.get(number) ?? 0) + 1);
    assert.deepEqual(slip.text.match(/XQ\d{3}/g), [number], 'two visitors on one paper');
  }
  for (const [number, outcome] of outcomes) {
    const came = seen.get(number) ?? 0;
    if (outcome.kind === 'PRINTED') assert.equal(came, 1, `${number} is PRINTED and came out ${came} times`);
    else if (outcome.kind === 'NOT_SENT') assert.equal(came, 0, `${number} is NOT_SENT and came out`);
    else assert.ok(came <= 1, `${number} came out ${came} times`);
  }
  const kinds = new Set([...outcomes.values()].map((outcome) => outcome.kind));
  assert.deepEqual([...kinds].sort(), ['NOT_SENT', 'PRINTED', 'UNKNOWN'], 'the faults did not reach every outcome');
});

// A wait ends after some turns of the event loop, now and then before the printer could answer: too early is only one more fault.
function hastyTimers(random: (below: number) => number): Timers {
  return {
    after(_milliseconds, then) {
      let turns = 20 + random(2_000);
      let isStopped = false;
      const turn = () => {
        turns -= 1;
        if (isStopped) return;
        if (turns > 0) setImmediate(turn);
        else then();
      };
      setImmediate(turn);
      return () => {
        isStopped = true;
      };
    },
  };
}

function randomFault(random: (below: number) => number, bytes: number): Fault | null {
  const pick = random(anywhere.length + anytime.length + 3);
  const kind = anywhere[pick];
  if (kind) return { kind, bytes: 1 + random(bytes) };
  const other = anytime[pick - anywhere.length];
  return other ? { kind: other } : null;
}

/** A small linear congruential generator: a failure can be played again by its seed. */
function numbersFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
