import type Database from 'better-sqlite3';
import { brokenLink, readHead } from './event-log.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** Marks a file as ours: "Antr" in ASCII. */
export const applicationId = 0x416e7472;

// A full check reads every page; above this size the nightly backup is checked instead.
const checkedAtStartBytes = 64 * 1024 * 1024;
const linksCheckedAtStart = 1_000;
const pagesBeforeCheckpoint = 4_000;
const cacheKib = 65_536;

/** What a power cut must not undo: write-ahead log, each commit forced to the disk. */
export function makeDurable(db: Database.Database): void {
  db.pragma('synchronous = FULL');
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${cacheKib}`);
  // Commits leave this to the pauses between them; it is the limit for a day without any.
  db.pragma(`wal_autocheckpoint = ${pagesBeforeCheckpoint}`);
}

/** Takes the file for this process alone, with a first real read. */
export function claim(db: Database.Database): void {
  db.exec('BEGIN IMMEDIATE');
  db.prepare('SELECT seq FROM site').get();
  db.exec('COMMIT');
}

/** The switch to WAL may silently lower `synchronous`, and only after a first read does the answer tell the truth. */
export function verifyDurable(db: Database.Database, file: string): void {
  if (db.pragma('synchronous', { simple: true }) !== 2 || db.pragma('journal_mode', { simple: true }) !== 'wal')
    throw new StoreRefusesToOpen('notDurable', `The database ${file} cannot be written durably.`);
}

export function checkPages(db: Database.Database, file: string, size: number): void {
  if (size >= checkedAtStartBytes) return;
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok')
    throw new StoreRefusesToOpen('corrupt', `The database ${file} is damaged (${faultIn(found)}); restore a backup.`);
}

/** What a check of SQLite found, without the heading in lines of its own. */
export function faultIn(found: unknown): string {
  return String(found).split('\n').at(-1) ?? '';
}

/** The end of the log must be whole, and the site's head must be its last event. */
export function checkLog(engine: SqliteEngine, file: string): void {
  const broken = engine.read(function* () {
    const { seq } = yield* readHead();
    return yield* brokenLink(Math.max(1, seq - linksCheckedAtStart + 1));
  });
  if (broken !== null)
    throw new StoreRefusesToOpen('brokenLog', `The log in ${file} is broken at event ${broken}; restore a backup.`);
}
