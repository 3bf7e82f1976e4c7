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
  /** What this visit's slip came to: paper or the visitor's word first, else the newest attempt; null before any has ended. */
  outcomeOf(visitId: string): { readonly id: string; readonly outcome: Outcome } | null;
  /** Attempts that a station which went down has left without an outcome are UNKNOWN from now on; gives back their visits. */
  leaveUnknown(at: number): readonly string[];
  /** Visits of which surely no paper came and that nobody has confirmed, ended before `before`. */
  unconfirmed(before: number): readonly string[];
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
  const newest = db.prepare<[string], { id: string; outcome: Outcome }>(
    `SELECT id, outcome FROM print WHERE visit_id = ? AND outcome IS NOT NULL
     ORDER BY outcome IN ('CONFIRMED', 'PRINTED') DESC, begun_at DESC LIMIT 1`,
  );
  const leave = db
    .prepare<[number], string>(
      `UPDATE print SET outcome = 'UNKNOWN', why = 'restart', ended_at = ? WHERE outcome IS NULL RETURNING visit_id`,
    )
    .pluck();
  const never = db
    .prepare<[number], string>(
      `SELECT j.visit_id FROM job j WHERE j.given IS NOT NULL AND j.untaken IS NULL
         AND EXISTS (SELECT 1 FROM print p WHERE p.visit_id = j.visit_id AND p.outcome = 'NOT_SENT' AND p.ended_at < ?)
         AND NOT EXISTS (SELECT 1 FROM print p WHERE p.visit_id = j.visit_id
           AND (p.outcome IS NULL OR p.outcome <> 'NOT_SENT'))`,
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
    confirm: (id, visitId, at) => void insertEnded.run(id, visitId, 0, 'CONFIRMED', null, at, at),
    settle: (fenceId) => void settleLate.run(fenceId),
    outcomeOf: (visitId) => newest.get(visitId) ?? null,
    leaveUnknown: (at) => leave.all(at),
    unconfirmed: (before) => never.all(before),
  };
}
