import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { catalogueNow } from './catalogue-rows.ts';
import { brokenLink, readHead } from './event-log.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { number, numberOrNull } from './rows.ts';
import { only, type Script, sql } from './sql.ts';
import { applicationId } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

/** What a database file holds, as far as somebody needs to know who may put it in the place of another. */
export type CopyReport = {
  readonly site: string;
  /** Names the mall's log for ever: two files with one name are of one mall. */
  readonly logId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  /** When the newest event happened; null in a mall in which nothing has. */
  readonly lastAt: number | null;
  readonly visits: number;
  readonly bytes: number;
};

/** Opens a database that nobody uses, checks each page and the whole log, and says what it holds. Throws `StoreRefusesToOpen`. */
export function lookAtCopy(file: string): CopyReport {
  if (!existsSync(file)) throw new StoreRefusesToOpen('missing', `There is no file ${file}.`);
  const { size } = statSync(file);
  if (size === 0) throw new StoreRefusesToOpen('empty', `The file ${file} is empty.`);
  const db = open(file);
  try {
    // One process reads the copy, so no shared memory needs to lie beside it.
    db.pragma('locking_mode = EXCLUSIVE');
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreRefusesToOpen('foreign', `The file ${file} is not a database of Antrean.`);
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreRefusesToOpen('corrupt', `The file ${file} is damaged (${String(found)}).`);
    const engine = new SqliteEngine(db);
    const broken = engine.read(() => brokenLink(1));
    if (broken !== null) throw new StoreRefusesToOpen('brokenLog', `The log in ${file} is broken at event ${broken}.`);
    return { ...engine.read(contents), bytes: size };
  } catch (error) {
    throw explained(error, file);
  } finally {
    db.close();
  }
}

function open(file: string): Database.Database {
  try {
    return new Database(file, { fileMustExist: true, timeout: 250 });
  } catch (error) {
    throw explained(error, file);
  }
}

function* contents(): Script<Omit<CopyReport, 'bytes'>> {
  const { epoch, seq, hash } = yield* readHead();
  const { log_id } = yield* only(sql`SELECT log_id FROM site`);
  const last = yield* only(sql`SELECT max(at) AS at FROM event WHERE seq = ${seq}`);
  const counted = yield* only(sql`SELECT count(*) AS visits FROM visit`);
  const catalogue = yield* catalogueNow();
  return {
    site: catalogue.site.name,
    logId: String(log_id),
    epoch,
    seq,
    hash,
    lastAt: numberOrNull(last, 'at'),
    visits: number(counted, 'visits'),
  };
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
