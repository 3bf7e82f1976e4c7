import Database from 'better-sqlite3';
import { brokenLink, readHead } from './event-log.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { number, text } from './rows.ts';
import { many, only, type Script, sql } from './sql.ts';
import { applicationId } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

export type ChainReport = {
  readonly seq: number;
  readonly hash: string;
  /** The first event that does not follow from the one before; null when all do. */
  readonly broken: number | null;
};

/** One service day's part of the log. `hash` vouches for every event up to `to`. */
export type DayReport = {
  readonly serviceDay: string;
  readonly isClosed: boolean;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
};

/** Walks the whole chain of a database that nobody uses. Throws `StoreRefusesToOpen` when it cannot be read. */
export function auditChain(file: string): ChainReport {
  return inLog(file, function* () {
    const { seq, hash } = yield* readHead();
    return { seq, hash, broken: yield* brokenLink(1) };
  });
}

/**
 * A service day's part of the log: from its opening to the last event before the next day opens, so that what kiosks told late is in it.
 * Without a date the newest day; null for a day that never was.
 */
export function auditDay(file: string, serviceDay: string | null): DayReport | null {
  return inLog(file, function* (): Script<DayReport | null> {
    const opened = yield* many(sql`SELECT seq, body FROM event WHERE type = 'day.opened' ORDER BY seq`);
    const days = opened.map((row) => ({ from: number(row, 'seq'), serviceDay: dayIn(text(row, 'body')) }));
    const wanted = serviceDay ?? days.at(-1)?.serviceDay;
    const first = days.find((day) => day.serviceDay === wanted);
    if (!first) return null;
    const next = days.find(({ from, serviceDay: other }) => from > first.from && other !== first.serviceDay);
    const head = yield* readHead();
    const to = next ? next.from - 1 : head.seq;
    const last = yield* only(sql`SELECT hash FROM event WHERE seq = ${to}`);
    const row = yield* only(sql`SELECT state FROM service_day WHERE service_day = ${first.serviceDay}`);
    return { ...first, to, hash: text(last, 'hash'), isClosed: text(row, 'state') === 'closed' };
  });
}

function dayIn(body: string): string {
  return (JSON.parse(body) as { readonly event: { readonly serviceDay: string } }).event.serviceDay;
}

function inLog<T>(file: string, script: () => Script<T>): T {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout: 250 });
    db.pragma('locking_mode = EXCLUSIVE');
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreRefusesToOpen('foreign', `The file ${file} is not a database of Antrean.`);
    return new SqliteEngine(db).read(script);
  } catch (error) {
    if (error instanceof StoreRefusesToOpen) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const isInUse = /locked|SQLITE_BUSY/.test(why);
    throw new StoreRefusesToOpen(isInUse ? 'inUse' : 'corrupt', `The file ${file} cannot be read: ${why}.`, error);
  } finally {
    db?.close();
  }
}
