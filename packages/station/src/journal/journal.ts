import { type Jobs, openJobs } from './jobs.ts';
import { type Kept, openKept } from './kept.ts';
import { type Leases, openLeases } from './leases.ts';
import { openJournalFile } from './open-journal.ts';
import { openPrints, type Prints } from './prints.ts';
import { openReports, type Reports } from './reports.ts';

/** A kiosk's own memory on its own disk. Every call that changes it is durable when it returns, and throws when the disk fails. */
export type Journal = {
  readonly id: string;
  /** Where an unreadable journal was moved to; its numbers must be looked for by people. */
  readonly replaced: string | null;
  readonly jobs: Jobs;
  readonly prints: Prints;
  readonly leases: Leases;
  readonly reports: Reports;
  readonly kept: Kept;
  close(): void;
};

/** Opens the journal in `file`, which one station at a time may do. Throws when another one has it, or when the disk fails. */
export function openJournal(file: string, newId: () => string, at: number): Journal {
  const { db, journalId, replaced } = openJournalFile(file, newId, at);
  return {
    id: journalId,
    replaced,
    jobs: openJobs(db),
    prints: openPrints(db),
    leases: openLeases(db),
    reports: openReports(db, journalId),
    kept: openKept(db),
    close: () => db.close(),
  };
}
