import { askCondition } from './ask-condition.ts';
import { automaticStatusOn, cleanStart, processId, statusRequest } from './commands.ts';
import { within } from './deadline.ts';
import { canPrint, type PrintOutcome } from './outcome.ts';
import type { Heard, PrinterLine } from './printer-line.ts';
import { conditionFromAutomatic } from './printer-state.ts';
import type { PrinterProfile } from './profiles.ts';
import type { SlipJob } from './slip-bytes.ts';
import type { Reply } from './status-reply.ts';
import type { Timers } from './timers.ts';

export type SentJob = SlipJob & {
  readonly jobId: string;
  readonly fenceId: string;
  /** Answers to waiting status requests that earlier jobs may still get: they name no job, so that many are not this one's. */
  readonly answersOwed: number;
};

const cutMs = 1_000;
const marginMs = 3_000;
/** A cover that flaps while the slip is cut is no reason to ask the visitor, if the word comes right behind it. */
const graceMs = 50;

/**
 * Sends one job over a line whose printer has just said that it can print, and waits for its word on this very job. From the first
 * job byte on the outcome can only be PRINTED or UNKNOWN.
 */
export async function sendJob(
  line: PrinterLine,
  job: SentJob,
  wasNearEnd: boolean,
  profile: PrinterProfile,
  timers: Timers,
): Promise<PrintOutcome> {
  const { jobId } = job;
  let nearEnd = wasNearEnd;
  let isAcknowledged = false;
  let answersOwed = job.answersOwed;
  const isTrouble = (reply: Reply) =>
    reply.kind === 'automatic' && !canPrint(conditionFromAutomatic(reply.bytes).state);
  const stop = line.onReply((reply) => {
    if (acknowledges(reply, job.fenceId, profile)) {
      isAcknowledged ||= answersOwed <= 0;
      answersOwed -= 1;
    }
    nearEnd ||= reply.kind === 'automatic' && conditionFromAutomatic(reply.bytes).state === 'nearEnd';
  });
  const whyNot = async (heard: Heard): Promise<Pick<PrintOutcome & { kind: 'UNKNOWN' }, 'why' | 'after'>> => {
    if (heard.kind === 'closed') return { why: 'closed', after: 'silent' };
    if (heard.kind !== 'automatic') return { why: 'timeout', after: (await askCondition(line, timers)).state };
    await within(timers, graceMs, (deadline) => line.next(() => isAcknowledged, deadline));
    return { why: 'fault', after: conditionFromAutomatic(heard.bytes).state };
  };
  try {
    line.forget();
    line.write(bytesOf(job, profile));
    const heard = await within(timers, jobTimeoutMs(job, profile), (deadline) =>
      line.next((reply) => isAcknowledged || isTrouble(reply), deadline),
    );
    if (!isAcknowledged) {
      const unknown = await whyNot(heard);
      // The word may have come in the meantime.
      if (!isAcknowledged) return { kind: 'UNKNOWN', jobId, ...unknown };
    }
    return { kind: 'PRINTED', jobId, nearEnd };
  } finally {
    stop();
  }
}

/** How long a job may take before nobody waits for its acknowledgement any more. */
export function jobTimeoutMs(job: SlipJob, profile: PrinterProfile): number {
  const sending = (job.bytes.length / profile.bytesPerSecond) * 1_000;
  const moving = (job.paperMm / profile.mmPerSecond) * 1_000;
  return Math.ceil(marginMs + sending + moving + cutMs);
}

function bytesOf(job: SentJob, profile: PrinterProfile): Uint8Array {
  const status = profile.asb ? automaticStatusOn : [];
  const fence = { processId: processId(job.fenceId), statusRequest, none: [] }[profile.ack];
  // The job ends in a reset, which may switch the automatic status off.
  return Buffer.concat([Uint8Array.of(...cleanStart, ...status), job.bytes, Uint8Array.of(...status, ...fence)]);
}

// Another job's id is a late word on that job, and a status byte that nobody asked for is no word at all.
function acknowledges(reply: Reply, fenceId: string, profile: PrinterProfile): boolean {
  if (profile.ack === 'processId') return reply.kind === 'done' && reply.fenceId === fenceId;
  return profile.ack === 'statusRequest' && reply.kind === 'waited';
}
