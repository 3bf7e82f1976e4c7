import { askCondition } from './ask-condition.ts';
import { automaticStatusOn, cleanStart, processId, statusRequest } from './commands.ts';
import { within } from './deadline.ts';
import { canPrint, type PrintOutcome } from './outcome.ts';
import type { PrinterLine } from './printer-line.ts';
import { conditionFromAutomatic } from './printer-state.ts';
import type { PrinterProfile } from './profiles.ts';
import type { SlipJob } from './slip-bytes.ts';
import type { Reply } from './status-reply.ts';
import type { Timers } from './timers.ts';

export type SentJob = SlipJob & { readonly jobId: string; readonly fenceId: string };

const cutMs = 1_000;
const marginMs = 3_000;

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
  const isEnding = (reply: Reply): boolean =>
    reply.kind === 'automatic'
      ? !canPrint(conditionFromAutomatic(reply.bytes).state)
      : acknowledges(reply, job.fenceId, profile);
  const stop = line.onReply((reply) => {
    isAcknowledged ||= acknowledges(reply, job.fenceId, profile);
    nearEnd ||= reply.kind === 'automatic' && conditionFromAutomatic(reply.bytes).state === 'nearEnd';
  });
  try {
    line.forget();
    line.write(bytesOf(job, profile));
    const heard = await within(timers, jobTimeoutMs(job, profile), (deadline) => line.next(isEnding, deadline));
    const unknown = async (): Promise<PrintOutcome> => {
      if (heard.kind === 'closed') return { kind: 'UNKNOWN', jobId, why: 'closed', after: 'silent' };
      if (heard.kind === 'automatic')
        return { kind: 'UNKNOWN', jobId, why: 'fault', after: conditionFromAutomatic(heard.bytes).state };
      const { state } = await askCondition(line, timers);
      return { kind: 'UNKNOWN', jobId, why: 'timeout', after: state };
    };
    const otherwise = isAcknowledged ? null : await unknown();
    // The word may have come while the printer was asked why it had not.
    return otherwise && !isAcknowledged ? otherwise : { kind: 'PRINTED', jobId, nearEnd };
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
