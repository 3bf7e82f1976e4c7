import type { PrintOutcome } from '@antrean/printing/outcome';
import type Database from 'better-sqlite3';

type Attempt = {
  readonly id: string;
  readonly visitId: string;
  readonly reprint: boolean;
  readonly at: number;
};

export type Prints = {
  /** Written before the first byte: from here on a crash means that nobody knows whether the slip came out. */
  begin(attempt: Attempt, fenceId: string): void;
  /** The end of an attempt, also of one that never began. */
  end(attempt: Attempt, outcome: PrintOutcome, at: number): void;
  /** The visitor says so: the slip is in the hand, or the number is noted. */
  confirm(id: string, visitId: string, at: number): void;
  /** A late word of the printer: the one attempt that carried this fence came out after all. */
  settle(fenceId: string): void;
  /** What this visit's slip came to, all attempts and the visitor's word together; null before any has ended. */
  fateOf(visitId: string): PrintOutcome | null;
  /** Attempts that a station which went down has left without an outcome are UNKNOWN from now on; gives back their visits. */
  leaveUnknown(at: number): readonly string[];
  /** Visits of which surely no paper came and that nobody has confirmed, ended before `before`. */
  unconfirmed(before: number): readonly string[];
  isUnconfirmed(visitId: string): boolean;
};

type Outcome = PrintOutcome['kind'] | 'CONFIRMED';

export function openPrints(db: Database.Database): Prints {
  const insert = db.prepare(
    `INSERT INTO print (id, visit_id, reprint, fence_id, told, begun_at) VALUES (?, ?, ?, ?, 'no', ?)`,
  );
  const startPrinting = db.prepare(`UPDATE job SET state = 'printing' WHERE visit_id = ? AND state = 'numbered'`);
  const insertEnded = db.prepare(
    `INSERT INTO print (id, visit_id, reprint, outcome, why, told, begun_at, ended_at) VALUES (?, ?, ?, ?, ?, 'no', ?, ?)
     ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, why = excluded.why, ended_at = excluded.ended_at`,
  );
  const settleLate = db.prepare(
    `UPDATE print SET outcome = 'PRINTED', told = 'no' WHERE rowid =
       (SELECT rowid FROM print WHERE fence_id = ? AND outcome = 'UNKNOWN' ORDER BY begun_at DESC LIMIT 1)`,
  );
  const setDone = db.prepare(`UPDATE job SET state = 'done' WHERE visit_id = ? AND state IN ('numbered', 'printing')`);
  const ended = db.prepare<[string], { id: string; outcome: Outcome; why: string | null }>(
    `SELECT id, outcome, why FROM print WHERE visit_id = ? AND outcome IS NOT NULL ORDER BY begun_at DESC`,
  );
  const leave = db
    .prepare<[number], string>(
      `UPDATE print SET outcome = 'UNKNOWN', why = 'restart', ended_at = ? WHERE outcome IS NULL RETURNING visit_id`,
    )
    .pluck();
  const neverPaper = `j.given IS NOT NULL AND j.untaken IS NULL
    AND NOT EXISTS (SELECT 1 FROM print o WHERE o.visit_id = j.visit_id AND (o.outcome IS NULL OR o.outcome <> 'NOT_SENT'))`;
  const unconfirmed = db
    .prepare<[number], string>(
      `SELECT p.visit_id FROM print p JOIN job j ON j.visit_id = p.visit_id
       WHERE p.outcome = 'NOT_SENT' AND ${neverPaper} GROUP BY p.visit_id HAVING max(p.ended_at) < ?`,
    )
    .pluck();
  const isUnconfirmed = db
    .prepare<[string], number>(
      `SELECT 1 FROM job j WHERE j.visit_id = ? AND ${neverPaper}
         AND EXISTS (SELECT 1 FROM print p WHERE p.visit_id = j.visit_id AND p.outcome = 'NOT_SENT')`,
    )
    .pluck();
  return {
    begin: db.transaction(({ id, visitId, reprint, at }: Attempt, fenceId: string) => {
      insert.run(id, visitId, reprint ? 1 : 0, fenceId, at);
      startPrinting.run(visitId);
    }),
    end({ id, visitId, reprint, at: begunAt }, outcome, at) {
      const why = outcome.kind === 'NOT_SENT' ? outcome.reason : outcome.kind === 'UNKNOWN' ? outcome.why : null;
      insertEnded.run(id, visitId, reprint ? 1 : 0, outcome.kind, why, begunAt, at);
    },
    confirm: db.transaction((id: string, visitId: string, at: number) => {
      insertEnded.run(id, visitId, 0, 'CONFIRMED', null, at, at);
      setDone.run(visitId);
    }),
    settle: (fenceId) => void settleLate.run(fenceId),
    fateOf: (visitId) => fate(ended.all(visitId)),
    leaveUnknown: (at) => leave.all(at),
    unconfirmed: (before) => unconfirmed.all(before),
    isUnconfirmed: (visitId) => isUnconfirmed.get(visitId) !== undefined,
  };
}

// Newest first. Paper that came out once is out, whatever a later attempt says; a slip that may be out stays doubtful.
function fate(ended: readonly { id: string; outcome: Outcome; why: string | null }[]): PrintOutcome | null {
  const of = (outcome: Outcome) => ended.find((one) => one.outcome === outcome);
  const [doubtful, noted] = [of('UNKNOWN'), of('CONFIRMED')];
  const out = of('PRINTED') ?? (doubtful && noted);
  if (out) return { kind: 'PRINTED', jobId: out.id, nearEnd: false };
  if (noted) return { kind: 'NOT_SENT', jobId: noted.id, reason: 'notAsked' };
  if (doubtful) return { kind: 'UNKNOWN', jobId: doubtful.id, why: 'closed', after: 'silent' };
  const [newest] = ended;
  // Written by `end` above from an outcome that the compiler has checked.
  return newest ? { kind: 'NOT_SENT', jobId: newest.id, reason: (newest.why ?? 'error') as NotSentReason } : null;
}

type NotSentReason = Extract<PrintOutcome, { kind: 'NOT_SENT' }>['reason'];
