import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { applicationId } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

const busyTimeoutMs = 250;

/** Reads a database of ours that nobody uses, as it is, and closes it again. Throws `StoreRefusesToOpen` with the sentence that says why not. */
export function readAlone<T>(file: string, work: (db: Database.Database, engine: SqliteEngine) => T): T {
  if (!existsSync(file)) throw new StoreRefusesToOpen('missing', `There is no file ${file}.`);
  if (statSync(file).size === 0) throw new StoreRefusesToOpen('empty', `The file ${file} is empty.`);
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout: busyTimeoutMs });
    // One process reads it, so no shared memory needs to lie beside it.
    db.pragma('locking_mode = EXCLUSIVE');
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreRefusesToOpen('foreign', `The file ${file} is not a database of Antrean.`);
    return work(db, new SqliteEngine(db));
  } catch (error) {
    throw explained(error, file);
  } finally {
    db?.close();
  }
}

function explained(error: unknown, file: string): unknown {
  const cause = error instanceof Error && error.cause instanceof Database.SqliteError ? error.cause : error;
  if (!(cause instanceof Database.SqliteError)) return error;
  if (cause.code.startsWith('SQLITE_BUSY'))
    return new StoreRefusesToOpen('inUse', `A server runs on the database ${file}.`, error);
  const isForeign = cause.code === 'SQLITE_NOTADB';
  return new StoreRefusesToOpen(
    isForeign ? 'foreign' : 'corrupt',
    isForeign ? `The file ${file} is not a database.` : `The file ${file} is damaged (${cause.code}).`,
    error,
  );
}
