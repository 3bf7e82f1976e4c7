import { existsSync, statSync } from 'node:fs';
import type { Catalogue } from '@antrean/domain';
import Database from 'better-sqlite3';
import { backup } from './backup-sqlite.ts';
import { createDatabase } from './create-sqlite.ts';
import { BadDocument } from './document-fields.ts';
import { migrate } from './migrate-sqlite.ts';
import { type Migration, shippedMigrations } from './migrations.ts';
import { QueueStore } from './queue-store.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { applicationId, checkLog, checkPages, claim, makeDurable, verifyDurable } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import type { Store } from './store.ts';

export type SqliteOptions = {
  readonly file: string;
  /**
   * With it a new database is made, and the file must not exist; without it the file must be there. So a data disk that was
   * not mounted is never taken for a first start.
   */
  readonly create?: { readonly catalogue: Catalogue; readonly at: number };
  /** Other steps than the shipped ones: for tests of the steps themselves. */
  readonly migrations?: readonly Migration[];
};

// Longer would hold up the event loop; a second server on the same data is refused either way.
const busyTimeoutMs = 250;

/** Opens the embedded store, or throws `StoreRefusesToOpen` with one sentence that says why not. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file, create, migrations = shippedMigrations('sqlite') } = options;
  if (create) createDatabase(file, create.catalogue, create.at, migrations);
  if (!existsSync(file)) throw new StoreRefusesToOpen('missing', `There is no database at ${file}.`);
  const { size } = statSync(file);
  if (size === 0) throw new StoreRefusesToOpen('empty', `The database ${file} is an empty file; restore a backup.`);
  const db = connect(file);
  const engine = new SqliteEngine(db, (copy) => backup(db, copy));
  try {
    // Before the first read, so that SQLite never shares memory with a second process.
    db.pragma('locking_mode = EXCLUSIVE');
    identify(db, file, migrations.length);
    makeDurable(db);
    claim(db);
    verifyDurable(db, file);
    checkPages(db, file, size);
    await migrate(db, file, migrations);
    checkLog(engine, file);
    return await QueueStore.on(engine);
  } catch (error) {
    db.close();
    throw refusal(error, file);
  }
}

function connect(file: string): Database.Database {
  try {
    return new Database(file, { fileMustExist: true, timeout: busyTimeoutMs });
  } catch (error) {
    throw refusal(error, file);
  }
}

function identify(db: Database.Database, file: string, newest: number): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new StoreRefusesToOpen('foreign', `The file ${file} is a database of another program.`);
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > newest)
    throw new StoreRefusesToOpen(
      'newer',
      `The database ${file} was written by a newer Antrean (tables ${version}, this program knows ${newest}).`,
    );
}

function refusal(error: unknown, file: string): unknown {
  if (error instanceof StoreRefusesToOpen) return error;
  if (error instanceof BadDocument)
    return new StoreRefusesToOpen('badCatalogue', `The catalogue in ${file} cannot be used: ${error.message}.`, error);
  const cause = error instanceof Error && error.cause instanceof Database.SqliteError ? error.cause : error;
  if (!(cause instanceof Database.SqliteError)) return error;
  if (cause.code.startsWith('SQLITE_BUSY'))
    return new StoreRefusesToOpen('inUse', `Another server runs on the database ${file}.`, error);
  if (cause.code === 'SQLITE_NOTADB')
    return new StoreRefusesToOpen('foreign', `The file ${file} is not a database.`, error);
  if (cause.code.startsWith('SQLITE_CORRUPT'))
    return new StoreRefusesToOpen('corrupt', `The database ${file} is damaged; restore a backup.`, error);
  return new StoreRefusesToOpen('unusable', `The database ${file} cannot be used (${cause.code}).`, error);
}
