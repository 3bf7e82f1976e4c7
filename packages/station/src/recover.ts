import type { PrintOutcome } from '@antrean/printing';
import type { GivenNumber, Taken } from './bridge.ts';
import type { Copies } from './kept-copies.ts';
import type { SlipPrinting } from './slip-printing.ts';
import type { KioskParts } from './station-parts.ts';
import { mayHaveWorked } from './take-number.ts';

// So long a visitor is thought to wait before a screen that went dark.
const askAgainWithinMs = 30_000;
const printWithinMs = 60_000;
const tellWithinMs = 600_000;

/**
 * Ends what a station that went down has left open, before the first screen (crash points C2, C6 and C7 of the lease protocol).
 * Nothing is printed twice: a slip that may have come out is asked about, not printed. Gives back the one to ask about.
 */
export async function recover(parts: KioskParts, copies: Copies, slips: SlipPrinting): Promise<Taken | null> {
  const { server, journal, clock, newId } = parts;
  const now = clock.now();
  const doubtful = journal.prints.leaveUnknown(now);
  const { asked, given } = journal.jobs.leftOpen();
  for (const { commandId, pressId, wish, madeAt } of asked) {
    const isFresh = isWithin(now, madeAt, askAgainWithinMs) && !copies.isAway();
    const answer = isFresh ? await server.commands.give('issue', {}, wish, commandId) : null;
    if (answer?.ok) {
      const number: GivenNumber = { ...answer.value, offline: false };
      journal.jobs.numbered(commandId, number);
      await slips.first(number);
    } else if (answer && !mayHaveWorked(answer.error)) journal.jobs.refused(commandId);
    else journal.jobs.fallBack(commandId, null, pressId, wish, now);
  }
  for (const job of given) {
    if (job.state === 'printing') journal.jobs.done(job.given.visit.id);
    else if (isWithin(now, job.madeAt, printWithinMs)) await slips.first(job.given);
    else journal.jobs.untaken(job.given.visit.id);
  }
  const left = doubtful.map((visitId) => journal.jobs.givenAs(visitId)).at(-1);
  if (!left || !isWithin(now, left.madeAt, tellWithinMs)) return null;
  return { issued: left.given, slip: inDoubt(newId()) };
}

/** What is said of a slip when the station itself does not know any more. */
export function inDoubt(jobId: string): PrintOutcome {
  return { kind: 'UNKNOWN', jobId, why: 'closed', after: 'silent' };
}

// A clock that was set back makes anything look as if it were still to come.
function isWithin(now: number, madeAt: number, ms: number): boolean {
  return now >= madeAt && now - madeAt <= ms;
}
