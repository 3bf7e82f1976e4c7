import { askCondition, isStillFine } from './ask-condition.ts';
import { automaticStatusOn } from './commands.ts';
import { fenceIds } from './fence-ids.ts';
import { clearHalfJob, giveUpHalfJob } from './half-job.ts';
import { startHeartbeat } from './heartbeat.ts';
import { HeldLine } from './held-line.ts';
import { inTurn } from './in-turn.ts';
import { type Condition, canPrint, type PrinterState, type PrinterStatus, type PrintOutcome } from './outcome.ts';
import type { PrinterLine } from './printer-line.ts';
import { conditionFromAutomatic, unreachable } from './printer-state.ts';
import type { PrinterProfile } from './profiles.ts';
import { RollCount } from './roll-count.ts';
import { sendJob } from './send-job.ts';
import type { SlipJob } from './slip-bytes.ts';
import { StatusBoard } from './status-board.ts';
import type { Reply } from './status-reply.ts';
import { realTimers, type Timers } from './timers.ts';
import type { PrinterAddress } from './wire.ts';

/** One printer, its one held connection, and its queue: whatever is asked of it happens one after the other, in the order asked. */
export type Printer = {
  readonly profile: PrinterProfile;
  /** The newest known state, from what the printer reports by itself and a question every ten seconds. */
  status(): PrinterStatus;
  /** Calls when the state has changed; for trouble only once it has lasted two seconds. Gives back how to stop. */
  onStatus(listener: (status: PrinterStatus) => void): () => void;
  /** Asks the printer now. */
  state(): Promise<PrinterState>;
  /**
   * `jobId` names this attempt; a second attempt of the same slip is another job. `begin` is called right before the first byte
   * of the job, with the fence that will come back, and must have made the attempt durable when it returns; when it throws,
   * nothing is sent and the outcome is NOT_SENT `journal`. An attempt that ends before that never calls it.
   */
  print(jobId: string, job: SlipJob, begin?: (fenceId: string) => void): Promise<PrintOutcome>;
  /** A late word on an earlier job: if that one had ended UNKNOWN, it was printed after all. Gives back how to stop. */
  onLateAck(listener: (fenceId: string) => void): () => void;
  /** Lets what was asked before come to its end, then hangs up. */
  close(): Promise<void>;
};

export type PrinterOptions = {
  readonly timers?: Timers;
  readonly now?: () => number;
};

/** Connects at once and stays connected, for ever: until `close`, nobody else can reach a printer that takes one client. */
export function openPrinter(address: PrinterAddress, profile: PrinterProfile, options: PrinterOptions = {}): Printer {
  const { timers = realTimers, now = Date.now } = options;
  // Whoever printed before may have gone down in the middle of a job.
  let mayHoldHalfJob = true;
  let sending: string | null = null;
  let answersOwed = 0;
  const turn = inTurn();
  const nextFence = fenceIds();
  const board = new StatusBoard(unreachable, timers, now);
  const roll = new RollCount(profile.rollMm);
  const lateAcks = new Set<(fenceId: string) => void>();

  const seen = (condition: Condition) => {
    roll.seen(condition.state);
    board.seen(condition);
  };
  const hear = (reply: Reply) => {
    if (reply.kind === 'automatic') seen(conditionFromAutomatic(reply.bytes));
    else if (reply.kind === 'done' && reply.fenceId !== sending)
      for (const listener of [...lateAcks]) listener(reply.fenceId);
  };
  const held = new HeldLine({
    address,
    timers,
    now,
    idleCloseMs: profile.idleCloseMs,
    opened(line) {
      answersOwed = 0;
      line.onReply(hear);
      if (profile.asb) line.write(Uint8Array.of(...automaticStatusOn));
      void turn(greet);
    },
    lost: () => seen(unreachable),
  });

  /** Asks over the held connection; should that prove dead under the question, once more over a fresh one. */
  const reach = async (ask: (line: PrinterLine) => Promise<Condition>) => {
    for (let tried = 0; tried < 2; tried += 1) {
      const line = await held.take();
      if (!line) break;
      const condition = await ask(line);
      if (condition.state === 'unreachable') continue;
      seen(condition);
      if (condition.state === 'silent') held.drop();
      return { line, condition };
    }
    return { line: null, condition: unreachable };
  };
  const askNow = () => reach((line) => askCondition(line, timers));

  const greet = async () => {
    const { line, condition } = await askNow();
    if (line && mayHoldHalfJob && !canPrint(condition.state)) giveUpHalfJob(line, profile);
  };
  const beat = async () => {
    const line = await held.take();
    if (!line) return;
    const reports = profile.asb && canPrint(board.newest.state);
    if (!reports || !(await isStillFine(line, timers))) await askNow();
  };

  const send = async (jobId: string, job: SlipJob, begin?: (fenceId: string) => void): Promise<PrintOutcome> => {
    const { line, condition } = await reach((line) =>
      mayHoldHalfJob ? clearHalfJob(line, profile, timers) : askCondition(line, timers),
    );
    if (!line) return { kind: 'NOT_SENT', jobId, reason: 'unreachable' };
    if (!canPrint(condition.state)) return { kind: 'NOT_SENT', jobId, reason: condition.state };
    mayHoldHalfJob = false;
    const fenceId = nextFence();
    try {
      begin?.(fenceId);
    } catch {
      // Whoever keeps the journal knows what befell it; here it only matters that nobody would remember this attempt.
      return { kind: 'NOT_SENT', jobId, reason: 'journal' };
    }
    sending = fenceId;
    const outcome = await sendJob(
      line,
      { ...job, jobId, fenceId, answersOwed },
      condition.state === 'nearEnd',
      profile,
      timers,
    );
    sending = null;
    roll.used(job.paperMm);
    if (profile.ack === 'statusRequest') countOwed(outcome);
    if (outcome.kind === 'UNKNOWN') afterUnknown(line, outcome);
    return outcome;
  };
  // An answer without a name that comes late would pass for the next job's. When that one too gets too few, the first was lost
  // with what was cleared, and a fresh connection owes nothing.
  const countOwed = ({ kind }: PrintOutcome) => {
    if (kind === 'UNKNOWN' && answersOwed > 0) held.drop();
    answersOwed = kind === 'UNKNOWN' && answersOwed === 0 ? 1 : 0;
  };
  const afterUnknown = (line: PrinterLine, { why, after }: PrintOutcome & { kind: 'UNKNOWN' }) => {
    if (why === 'timeout') seen({ state: after, cause: null });
    mayHoldHalfJob = true;
    // One that is well may only be slow: its word is waited for, and what is left is cleared before the next job.
    if (!canPrint(after)) giveUpHalfJob(line, profile);
  };

  const stopHeart = startHeartbeat(timers, () => turn(beat));
  void held.take();
  const dated = (status: Omit<PrinterStatus, 'slipsLeft'>): PrinterStatus => ({
    ...status,
    slipsLeft: roll.slipsLeft(),
  });
  return {
    profile,
    status: () => dated(board.newest),
    onStatus: (listener) => board.subscribe((status) => listener(dated(status))),
    state: () => turn(async () => (await askNow()).condition.state),
    print: (jobId, job, begin) => turn(() => send(jobId, job, begin)),
    onLateAck(listener) {
      lateAcks.add(listener);
      return () => lateAcks.delete(listener);
    },
    close() {
      stopHeart();
      return turn(async () => {
        await held.close();
        board.close();
      });
    },
  };
}
