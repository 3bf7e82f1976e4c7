import { randomInt } from 'node:crypto';
import type { PrinterState, PrintOutcome } from './outcome.ts';
import { type PrinterAddress, PrinterLine } from './printer-line.ts';
import type { PrinterProfile } from './profiles.ts';
import type { SlipJob } from './slip-bytes.ts';
import { realTimers, type Timers } from './timers.ts';
import { askState, clearHalfJob, sendJob } from './transport.ts';

/** One printer and its queue: whatever is asked of it happens one after the other, in the order asked. */
export type Printer = {
  readonly profile: PrinterProfile;
  state(): Promise<PrinterState>;
  /** `jobId` names this attempt; a second attempt of the same slip is another job. */
  print(jobId: string, job: SlipJob): Promise<PrintOutcome>;
};

/** Connects for each question and each job; between them the printer is free for others. */
export function openPrinter(address: PrinterAddress, profile: PrinterProfile, timers: Timers = realTimers): Printer {
  let last: Promise<unknown> = Promise.resolve();
  let mayHoldHalfJob = false;
  let fences = randomInt(15 ** 4);

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const connected = async <T>(work: (line: PrinterLine) => Promise<T>, otherwise: T): Promise<T> => {
    const line = await PrinterLine.open(address, timers);
    if (!line) return otherwise;
    try {
      return await work(line);
    } finally {
      await line.close();
    }
  };
  return {
    profile,
    state: () => inTurn(() => connected((line) => askState(line, timers), 'unreachable')),
    print: (jobId, job) =>
      inTurn(() =>
        connected<PrintOutcome>(
          async (line) => {
            if (mayHoldHalfJob) line.write(clearHalfJob);
            fences = (fences + 1) % 15 ** 4;
            const outcome = await sendJob(line, { ...job, jobId, fenceId: fenceId(fences) }, profile, timers);
            if (outcome.kind === 'UNKNOWN') line.write(clearHalfJob);
            if (outcome.kind !== 'NOT_SENT') mayHoldHalfJob = outcome.kind === 'UNKNOWN';
            return outcome;
          },
          { kind: 'NOT_SENT', jobId, reason: 'unreachable' },
        ),
      ),
  };
}

/** Four letters of `A`–`O`: no byte of them passes for a status reply. Counting on, none comes twice in a day. */
function fenceId(count: number): string {
  return [0, 1, 2, 3].map((place) => String.fromCharCode(65 + (Math.floor(count / 15 ** place) % 15))).join('');
}
