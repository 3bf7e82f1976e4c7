import type { TestContext } from 'node:test';
import { heartbeatMs } from '../src/heartbeat.ts';
import type { PrintOutcome } from '../src/outcome.ts';
import { openPrinter, type Printer, type PrinterOptions } from '../src/printer.ts';
import { type PrinterProfile, paper80 } from '../src/profiles.ts';
import { jobTimeoutMs } from '../src/send-job.ts';
import { slipJob } from '../src/slip-bytes.ts';
import { stableMs } from '../src/status-board.ts';
import { realTimers, type Timers } from '../src/timers.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../src/virtual/virtual-printer.ts';
import type { PrinterAddress } from '../src/wire.ts';
import { handTimers } from './hand-timers.ts';
import { oneLeg } from './slip-examples.ts';

export const job = slipJob(oneLeg, paper80);
export const isAnswerTime = (ms: number) => ms === 800;
export const isJobTime = (ms: number) => ms === jobTimeoutMs(job, paper80);
export const isHeartbeat = (ms: number) => ms === heartbeatMs;
export const isStable = (ms: number) => ms === stableMs;

/** A printer of ours at an address, with a clock and waits that the test moves; only the moment of quiet passes by itself. */
export function printerAt(address: PrinterAddress, profile: PrinterProfile, options: PrinterOptions = {}) {
  const hand = handTimers();
  const timers: Timers = { after: (ms, then) => (ms <= 50 ? realTimers : hand).after(ms, then) };
  const clock = { at: 1_000 };
  return { timers: hand, clock, printer: openPrinter(address, profile, { timers, now: () => clock.at, ...options }) };
}

/** A virtual printer and the one client it takes. */
export async function desk(t: TestContext, profile: PrinterProfile = paper80, options: PrinterOptions = {}) {
  const device = await startVirtualPrinter({ profile });
  const ours = printerAt(device, profile, options);
  t.after(async () => {
    await device.close();
    await ours.printer.close();
  });
  return { device, ...ours };
}

export function until(device: VirtualPrinter, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isTrue()) return;
      stop();
      resolve();
    };
    const stop = device.subscribe(look);
    look();
  });
}

/** Waits turn by turn of the event loop, for what no event tells of. */
export async function eventually(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(setImmediate);
}

/** Waits until a printer is connected and has said all that it is asked at the beginning. */
export async function settled(printer: Printer): Promise<void> {
  await printer.state();
  await printer.state();
}

export const short = (outcome: PrintOutcome): string =>
  outcome.kind === 'PRINTED'
    ? `PRINTED${outcome.nearEnd ? ' near end' : ''}`
    : outcome.kind === 'NOT_SENT'
      ? `NOT_SENT ${outcome.reason}`
      : `UNKNOWN ${outcome.why} ${outcome.after}`;
