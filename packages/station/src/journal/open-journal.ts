import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** Marks a file as a kiosk's journal: "AnKj" in ASCII. */
const applicationId = 0x416e4b6a;
const tablesVersion = 1;

// What a kiosk must still know after a power cut. Times are epoch milliseconds, yes and no are 1 and 0. A row is changed only
// from the state that the change starts from.
const tables = `
CREATE TABLE identity (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  journal_id TEXT NOT NULL
);
-- Ranges of numbers that only this kiosk gives; 'asked' until the server has named the range.
CREATE TABLE lease (
  id TEXT NOT NULL PRIMARY KEY,
  queue_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'held', 'ended')),
  first INTEGER,
  last INTEGER,
  next INTEGER,
  granted_at INTEGER,
  reported_next INTEGER,
  CHECK (state <> 'held' OR (first <= next AND next <= last + 1))
);
CREATE INDEX lease_of_day ON lease (service_day, queue_id);
-- One request for a number. A press may need two: the one given up without an answer, and the number from a lease.
CREATE TABLE job (
  command_id TEXT NOT NULL PRIMARY KEY,
  press_id TEXT NOT NULL,
  wish TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'numbered', 'printing', 'done', 'refused', 'abandoned')),
  made_at INTEGER NOT NULL,
  visit_id TEXT,
  -- The number as it was given, and for one from a lease what the server must be told.
  given TEXT,
  offline TEXT,
  -- Null when there is nothing to tell; else whether the server has taken it in or has refused it.
  told TEXT CHECK (told IN ('no', 'yes', 'refused')),
  untaken TEXT CHECK (untaken IN ('no', 'yes')),
  CHECK ((state IN ('numbered', 'printing', 'done')) = (given IS NOT NULL)),
  CHECK (offline IS NULL OR given IS NOT NULL)
);
CREATE UNIQUE INDEX job_of_visit ON job (visit_id) WHERE visit_id IS NOT NULL;
CREATE UNIQUE INDEX job_of_press ON job (press_id) WHERE given IS NOT NULL;
CREATE INDEX job_untold ON job (made_at) WHERE told = 'no' OR untaken = 'no';
CREATE INDEX job_open ON job (state) WHERE state IN ('asked', 'numbered', 'printing');
-- One attempt to print, written before its first byte; no outcome while it is under way.
CREATE TABLE print (
  id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL,
  reprint INTEGER NOT NULL CHECK (reprint IN (0, 1)),
  fence_id TEXT,
  outcome TEXT CHECK (outcome IN ('PRINTED', 'NOT_SENT', 'UNKNOWN', 'CONFIRMED')),
  why TEXT,
  told TEXT NOT NULL CHECK (told IN ('no', 'yes')),
  begun_at INTEGER NOT NULL,
  ended_at INTEGER
);
CREATE INDEX print_of_visit ON print (visit_id, begun_at);
CREATE INDEX print_untold ON print (begun_at) WHERE told = 'no';
-- Copies of what the server said last: its catalogue, its hall, its clock.
CREATE TABLE kept (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
);
`;

/**
 * Opens the journal, or begins a new one where none is. A file that cannot be trusted is moved aside and told in `replaced`: the
 * kiosk goes on with a new identity, whose ranges nobody else has. Each commit survives a power cut.
 */
export function openJournalFile(
  file: string,
  newId: () => string,
  at: number,
): { readonly db: Database.Database; readonly journalId: string; readonly replaced: string | null } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) return { ...create(file, newId()), replaced: null };
  const opened = open(file);
  if (opened) return { ...opened, replaced: null };
  const aside = `${file}.unreadable-${at}`;
  renameSync(file, aside);
  for (const rest of ['-wal', '-journal']) if (existsSync(file + rest)) renameSync(file + rest, aside + rest);
  return { ...create(file, newId()), replaced: aside };
}

function open(file: string): { db: Database.Database; journalId: string } | null {
  let db: Database.Database | null = null;
  try {
    db = connect(file);
    const isOurs =
      db.pragma('application_id', { simple: true }) === applicationId &&
      db.pragma('user_version', { simple: true }) === tablesVersion &&
      db.pragma('quick_check(1)', { simple: true }) === 'ok';
    if (isOurs) return { db, journalId: identified(db) };
  } catch (error) {
    // A second station on the same journal must not push the first one's file aside.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw error;
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  db?.close();
  return null;
}

function create(file: string, journalId: string): { db: Database.Database; journalId: string } {
  // Made under another name: a power cut while it is made must not leave half a journal under the real one.
  rmSync(`${file}.new`, { force: true });
  const made = new Database(`${file}.new`);
  made.pragma(`application_id = ${applicationId}`);
  made.pragma(`user_version = ${tablesVersion}`);
  made.pragma('synchronous = FULL');
  made.transaction(() => {
    made.exec(tables);
    made.prepare('INSERT INTO identity (only_row, journal_id) VALUES (1, ?)').run(journalId);
  })();
  made.close();
  renameSync(`${file}.new`, file);
  const db = connect(file);
  return { db, journalId: identified(db) };
}

function connect(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: 250 });
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('synchronous = FULL');
  db.pragma('journal_mode = WAL');
  return db;
}

/** The first real read takes the lock, and only after it does `synchronous` tell the truth. */
function identified(db: Database.Database): string {
  const journalId = db.transaction(() => db.prepare('SELECT journal_id FROM identity').pluck().get()).immediate();
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('the journal cannot be written durably');
  return String(journalId);
}
