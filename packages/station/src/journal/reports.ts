import type { OfflineVisit, SyncAnswer, SyncBody } from '@antrean/protocol';
import type Database from 'better-sqlite3';

/** What the server still has to hear, and what it has answered. */
export type Reports = {
  /** The next body of a sync, oldest first, at most `limit` items of each kind; null when there is nothing to tell. */
  next(limit: number): SyncBody | null;
  /** Only what the answer names is told; outcomes and the rest of the body carry no fate and are told with it. */
  told(body: SyncBody, answer: SyncAnswer): void;
  count(): { readonly unreported: number; readonly refused: number };
  /** Forgets what has been told and is older than `before`. */
  forget(before: number): void;
};

export function openReports(db: Database.Database, journalId: string): Reports {
  const list = <T>(text: string) => db.prepare<[number], T>(text);
  const abandoned = list<string>(
    `SELECT command_id FROM job WHERE state = 'abandoned' AND told = 'no' ORDER BY made_at LIMIT ?`,
  ).pluck();
  const offline = list<string>(
    `SELECT offline FROM job WHERE offline IS NOT NULL AND told = 'no' ORDER BY made_at LIMIT ?`,
  ).pluck();
  // Of a number the server does not know yet, it could not say what became of the slip.
  const known = `NOT EXISTS (SELECT 1 FROM job j WHERE j.visit_id = print.visit_id AND j.told IN ('no', 'refused'))`;
  const outcomes = list<SyncBody['outcomes'][number]>(
    `SELECT visit_id AS visitId, id AS jobId, outcome FROM print
     WHERE told = 'no' AND outcome IS NOT NULL AND ${known} ORDER BY begun_at LIMIT ?`,
  );
  const untaken = list<string>(
    `SELECT visit_id FROM job WHERE untaken = 'no' AND (told IS NULL OR told = 'yes') ORDER BY made_at LIMIT ?`,
  ).pluck();
  const leases = db.prepare<[], SyncBody['leases'][number]>(
    `SELECT id AS leaseId, next FROM lease WHERE next IS NOT NULL AND next <> reported_next ORDER BY id LIMIT 400`,
  );
  const setTold = db.prepare(
    `UPDATE job SET told = ?, offline = json_set(offline, '$.priorityClass', NULL) WHERE command_id = ?`,
  );
  const setOutcome = db.prepare(`UPDATE print SET told = 'yes' WHERE id = ? AND outcome = ?`);
  const setUntaken = db.prepare(`UPDATE job SET untaken = 'yes' WHERE visit_id = ?`);
  const setLease = db.prepare(`UPDATE lease SET reported_next = ? WHERE id = ?`);
  const unreported = db
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM job WHERE told = 'no' OR (untaken = 'no' AND ifnull(told, 'yes') = 'yes'))
         + (SELECT count(*) FROM print WHERE told = 'no' AND outcome IS NOT NULL AND ${known})`,
    )
    .pluck();
  const refused = db.prepare<[], number>(`SELECT count(*) FROM job WHERE told = 'refused'`).pluck();

  return {
    next(limit) {
      const body: SyncBody = {
        journalId,
        abandoned: abandoned.all(limit),
        // Written by `jobs.ts` from a value of this type.
        tickets: offline.all(limit).map((text) => JSON.parse(text) as OfflineVisit),
        outcomes: outcomes.all(limit),
        untaken: untaken.all(limit),
        leases: leases.all(),
      };
      const { journalId: _, ...lists } = body;
      return Object.values(lists).some((items) => items.length > 0) ? body : null;
    },
    told: db.transaction((body: SyncBody, answer: SyncAnswer) => {
      for (const { commandId } of answer.abandoned) setTold.run('yes', commandId);
      for (const { commandId, fate } of answer.tickets)
        if (fate !== 'later') setTold.run(fate === 'refused' ? 'refused' : 'yes', commandId);
      for (const { jobId, outcome } of body.outcomes) setOutcome.run(jobId, outcome);
      for (const visitId of body.untaken) setUntaken.run(visitId);
      for (const { leaseId, next } of body.leases) setLease.run(next, leaseId);
    }),
    count: () => ({ unreported: unreported.get() ?? 0, refused: refused.get() ?? 0 }),
    forget: db.transaction((before: number) => {
      db.prepare(
        `DELETE FROM job WHERE made_at < ? AND state IN ('done', 'refused', 'abandoned')
           AND coalesce(told, 'yes') = 'yes' AND coalesce(untaken, 'yes') = 'yes'`,
      ).run(before);
      db.prepare(`DELETE FROM print WHERE begun_at < ? AND told = 'yes'`).run(before);
      db.prepare(`DELETE FROM lease WHERE state = 'ended' AND coalesce(granted_at, 0) < ?`).run(before);
    }),
  };
}
