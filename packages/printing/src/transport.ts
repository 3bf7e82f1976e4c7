import { canPrint, type PrinterState, type PrintOutcome } from './outcome.ts';
import { Deadline, type Heard, type PrinterLine } from './printer-line.ts';
import { stateFromAutomatic, stateFromRealTime } from './printer-state.ts';
import type { PrinterProfile } from './profiles.ts';
import type { SlipJob } from './slip-bytes.ts';
import type { Reply } from './status-reply.ts';
import type { Timers } from './timers.ts';

export type SentJob = SlipJob & { readonly jobId: string; readonly fenceId: string };

const answerMs = 800;
const cutMs = 1_000;
const marginMs = 3_000;
const askStatus = (n: 1 | 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);
const automaticStatusOn = [0x1d, 0x61, 0x0f];
/** Drops page-mode data and resets the modes: half a job left behind would swallow the first bytes of this one. */
const cleanStart = [0x18, 0x1b, 0x40];
/** DLE ENQ 2: give up what was interrupted. Without it a printer may finish half a job after the paper change. */
export const clearHalfJob = Uint8Array.of(0x10, 0x05, 0x02, ...cleanStart);

/** Asks DLE EOT 1, 2 and 4, which are answered at once, even offline. */
export async function askState(line: PrinterLine, timers: Timers): Promise<PrinterState> {
  const bytes: number[] = [];
  line.forget();
  for (const n of [1, 2, 4] as const) {
    line.write(askStatus(n));
    const heard = await within(timers, answerMs, (deadline) => line.next(isRealTime, deadline));
    if (heard.kind === 'closed') return 'unreachable';
    if (heard.kind !== 'realTime') return 'silent';
    bytes.push(heard.byte);
  }
  const [printer = 0, offline = 0, paper = 0] = bytes;
  return stateFromRealTime(printer, offline, paper);
}

/**
 * Sends one job over an open line: ask, send, wait for the printer's word on this very job. From the first job byte on the
 * outcome can only be PRINTED or UNKNOWN.
 */
export async function sendJob(
  line: PrinterLine,
  job: SentJob,
  profile: PrinterProfile,
  timers: Timers,
): Promise<PrintOutcome> {
  const { jobId } = job;
  const before = await askState(line, timers);
  if (!canPrint(before)) return { kind: 'NOT_SENT', jobId, reason: before };
  line.forget();
  line.write(
    Buffer.concat([
      Uint8Array.of(...cleanStart, ...automaticStatusOn),
      job.bytes,
      // The job ends in a reset, which may switch the automatic status off.
      Uint8Array.of(...automaticStatusOn, ...fence(job.fenceId, profile)),
    ]),
  );
  let nearEnd = before === 'nearEnd';
  const ending = (reply: Reply): boolean => {
    if (reply.kind !== 'automatic') return isAcknowledged(reply, job.fenceId, profile);
    const state = stateFromAutomatic(reply.bytes);
    nearEnd ||= state === 'nearEnd';
    return !canPrint(state);
  };
  const heard = await within(timers, jobTimeoutMs(job, profile), (deadline) => line.next(ending, deadline));
  if (heard.kind === 'closed') return { kind: 'UNKNOWN', jobId, why: 'closed', after: 'silent' };
  if (heard.kind === 'silence') return { kind: 'UNKNOWN', jobId, why: 'timeout', after: await askState(line, timers) };
  if (heard.kind === 'automatic')
    return { kind: 'UNKNOWN', jobId, why: 'fault', after: stateFromAutomatic(heard.bytes) };
  return { kind: 'PRINTED', jobId, nearEnd };
}

/** How long a job may take before nobody waits for its acknowledgement any more. */
export function jobTimeoutMs(job: SlipJob, profile: PrinterProfile): number {
  const sending = (job.bytes.length / profile.bytesPerSecond) * 1_000;
  const moving = (job.paperMm / profile.mmPerSecond) * 1_000;
  return Math.ceil(marginMs + sending + moving + cutMs);
}

function fence(fenceId: string, profile: PrinterProfile): readonly number[] {
  if (profile.ack === 'none') return [];
  if (profile.ack === 'statusRequest') return [0x1d, 0x72, 0x01];
  return [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(fenceId, 'latin1')];
}

// Another job's id is a late word on that job, and a status byte that nobody asked for is no word at all.
function isAcknowledged(reply: Reply, fenceId: string, profile: PrinterProfile): boolean {
  if (profile.ack === 'processId') return reply.kind === 'done' && reply.fenceId === fenceId;
  return profile.ack === 'statusRequest' && reply.kind === 'waited';
}

const isRealTime = (reply: Reply): boolean => reply.kind === 'realTime';

async function within(
  timers: Timers,
  milliseconds: number,
  wait: (deadline: Deadline) => Promise<Heard>,
): Promise<Heard> {
  const deadline = new Deadline(timers, milliseconds);
  try {
    return await wait(deadline);
  } finally {
    deadline.cancel();
  }
}
