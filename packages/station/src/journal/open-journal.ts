import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
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
CREATE INDEX print_without_paper ON print (ended_at) WHERE outcome = 'NOT_SENT';
-- Copies of what the server said last: its catalogue, its hall, its clock.
CREATE TABLE kept (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
);
`;

/**
 * Opens the journal, or begins a new one where none is. A damaged or foreign file is moved aside, and `replaced` names it for as long
 * as it lies there: the kiosk goes on with a new identity, whose ranges nobody else has. Whatever else is wrong, a disk that fails or
 * a second station for instance, throws and leaves the file where it is. Each commit survives a power cut.
 */
export function openJournalFile(
  file: string,
  newId: () => string,
  at: number,
): { readonly db: Database.Database; readonly journalId: string; readonly replaced: string | null } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) {
    const opened = open(file);
    if (opened) return { ...opened, replaced: setAside(file) };
    // The new one is ready before the old one goes, so that a crash in between forgets neither.
    create(file, newId());
    moveAside(file, `${file}.unreadable-${at}`);
  } else create(file, newId());
  renameSync(`${file}.new`, file);
  const begun = open(file);
  if (!begun) throw new Error(`the journal ${file} cannot be read right after it was made`);
  return { ...begun, replaced: setAside(file) };
}

/** Null for a file that is damaged or no journal at all. */
function open(file: string): { db: Database.Database; journalId: string } | null {
  const db = new Database(file, { fileMustExist: true, timeout: 250 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    const mark = db.pragma('application_id', { simple: true });
    const version = db.pragma('user_version', { simple: true });
    if (mark === applicationId && version !== tablesVersion)
      throw new Error(`the journal ${file} is of another version of this program (tables ${version})`);
    db.pragma('synchronous = FULL');
    db.pragma('journal_mode = WAL');
    if (mark === applicationId && db.pragma('quick_check(1)', { simple: true }) === 'ok')
      return { db, journalId: identified(db) };
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return null;
    throw error;
  }
  db.close();
  return null;
}

function create(file: string, journalId: string): void {
  // Made under another name: a power cut while it is made must not leave half a journal under the real one.
  rmSync(`${file}.new`, { force: true });
  const made = new Database(`${file}.new`);
  chmodSync(`${file}.new`, 0o600);
  made.pragma(`application_id = ${applicationId}`);
  made.pragma(`user_version = ${tablesVersion}`);
  made.pragma('synchronous = FULL');
  made.transaction(() => {
    made.exec(tables);
    made.prepare('INSERT INTO identity (only_row, journal_id) VALUES (1, ?)').run(journalId);
  })();
  made.close();
}

function moveAside(file: string, aside: string): void {
  for (const rest of ['-wal', '-journal', '']) if (existsSync(file + rest)) renameSync(file + rest, aside + rest);
}

/** The newest journal that was moved aside, until somebody has looked into it and taken it away. */
function setAside(file: string): string | null {
  const name = `${path.basename(file)}.unreadable-`;
  const found = readdirSync(path.dirname(file)).filter((other) => other.startsWith(name) && /\d$/.test(other));
  const newest = found.sort().at(-1);
  return newest === undefined ? null : path.join(path.dirname(file), newest);
}

/** The first real read takes the lock, and only after it does `synchronous` tell the truth. */
function identified(db: Database.Database): string {
  const read = db.prepare('SELECT journal_id FROM identity').pluck();
  const journalId = db.transaction(() => read.get()).immediate();
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('the journal cannot be written durably');
  return String(journalId);
}
