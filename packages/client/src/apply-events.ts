import { evolve, type Hall, type Recorded } from '@antrean/domain';
import type { Joined } from '@antrean/protocol';

/** The part of the server's log that a station has. Its cursor is `hall.seq`, so that the two cannot disagree. */
export type Log = {
  readonly hall: Hall | null;
  readonly epoch: number | null;
  /** What the next join must bring; while it is not `nothing`, events wait in `early`. */
  readonly missing: 'nothing' | 'tail' | 'everything';
  readonly early: readonly Recorded[];
};

// As many as a tail may have; whoever has more to wait for is better served by the answer itself.
const keptEarly = 500;

/** Events as they come: the next is applied, a known one dropped, one from further on shows a gap. */
export function follow(log: Log, events: readonly Recorded[]): Log {
  let { hall } = log;
  if (log.missing !== 'nothing' || !hall) return { ...log, early: [...log.early, ...events].slice(-keptEarly) };
  for (const [index, event] of events.entries()) {
    if (event.seq <= hall.seq) continue;
    if (event.seq > hall.seq + 1) return { ...log, hall, missing: 'tail', early: events.slice(index) };
    const moved = evolved(hall, event);
    if (!moved) return { ...log, hall, missing: 'everything', early: [] };
    hall = moved;
  }
  return hall === log.hall ? log : { ...log, hall };
}

/** The answer to a join: its tail or snapshot, then the events that came too early, by the same rule. */
export function restart(log: Log, answer: Joined): Log {
  if ('snapshot' in answer)
    return follow({ hall: answer.snapshot, epoch: answer.epoch, missing: 'nothing', early: [] }, log.early);
  // A tail belongs to the log it was asked for; of another log only the whole will do.
  if (!log.hall || answer.epoch !== log.epoch) return { ...log, missing: 'everything', early: [] };
  return follow({ ...log, missing: 'nothing', early: [] }, [...answer.events, ...log.early]);
}

// An event that does not fit means that this copy is wrong, and a wrong copy is replaced, not kept: hence no throw.
function evolved(hall: Hall, event: Recorded): Hall | null {
  try {
    return evolve(hall, event);
  } catch {
    return null;
  }
}
