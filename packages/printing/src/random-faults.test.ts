import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { checkPaper, numberOf } from '../testing/paper-check.ts';
import { oneLeg } from '../testing/slip-examples.ts';
import type { PrintOutcome } from './outcome.ts';
import { openPrinter } from './printer.ts';
import { paper80 } from './profiles.ts';
import { type SlipJob, slipJob } from './slip-bytes.ts';
import type { Timers } from './timers.ts';
import type { Fault } from './virtual/faults.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual/virtual-printer.ts';

const jobs = 1_000;
const seed = Number(process.env.ANTREAN_TEST_SEED ?? 20_261_123);
const anywhere = ['stalls', 'resets', 'hangsUp', 'losesPower', 'paperEnds', 'coverOpens'] as const;
const anytime = [
  ...(['refuses', 'neverReads', 'mute', 'paperEndsAfterCut', 'neverAcknowledges', 'acknowledgesAnother'] as const),
  ...(['acknowledgesLate', 'acknowledgesInPieces', 'chatters', 'straysStatus', 'runsLow'] as const),
];

test(`${jobs} jobs with random faults never leave a slip that nobody knows of, nor say PRINTED without one (seed ${seed})`, async (t) => {
  const random = numbersFrom(seed);
  const device = await startVirtualPrinter({ profile: paper80, keep: jobs });
  const printer = openPrinter(device, paper80, { timers: hastyTimers(random) });
  t.after(async () => {
    await printer.close();
    await device.close();
  });
  const numbers = new Map<string, string>();
  const outcomes = new Map<string, PrintOutcome['kind']>();
  let corrected = 0;
  printer.onLateAck((fenceId) => {
    const number = numbers.get(fenceId);
    if (number === undefined) return;
    assert.equal(outcomes.get(number), 'UNKNOWN', `a late word on ${number}`);
    outcomes.set(number, 'PRINTED');
    corrected += 1;
  });
  await withFaults(jobs, random, device, async (number, job) => {
    const outcome = await printer.print(number, job, (fenceId) => void numbers.set(fenceId, number));
    outcomes.set(number, outcome.kind);
    if (random(2) === 0) device.acknowledge();
  });
  checkPaper(device.slips(), outcomes);
  assert.deepEqual([...new Set(outcomes.values())].sort(), ['NOT_SENT', 'PRINTED', 'UNKNOWN'], 'not every outcome');
  assert.ok(corrected > 0, 'no late word was among the faults');
});

test('whoever takes "written" for "printed" is found out by the same check', async (t) => {
  const device = await startVirtualPrinter({ profile: paper80, keep: jobs });
  t.after(() => device.close());
  const outcomes = new Map<string, PrintOutcome['kind']>();
  await withFaults(60, numbersFrom(seed), device, async (number, job) => {
    outcomes.set(number, (await written(device, job.bytes)) ? 'PRINTED' : 'NOT_SENT');
  });
  assert.throws(() => checkPaper(device.slips(), outcomes), /is PRINTED and came out 0 times/);
});

async function withFaults(
  turns: number,
  random: (below: number) => number,
  device: VirtualPrinter,
  print: (number: string, job: SlipJob) => Promise<void>,
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const number = numberOf(turn);
    const job = slipJob({ ...oneLeg, number }, paper80);
    device.setFault(randomFault(random, job.bytes.length + 50));
    await print(number, job);
    device.setFault(null);
    device.setRoll('full');
    device.setCover(false);
  }
}

/** What the library's own sender believes: the kernel has the bytes. */
function written(device: VirtualPrinter, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(device.port, device.host);
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
    socket.write(bytes, () => {
      resolve(true);
      socket.resume().end();
    });
  });
}

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
