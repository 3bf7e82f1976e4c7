import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, hoursOn, siteTime } from '@antrean/domain';
import Database from 'better-sqlite3';
import { carryOver } from './carry-over.ts';
import { append, readHead } from './event-log.ts';
import { type CopyReport, lookAtCopy } from './look-at-copy.ts';
import { openSqliteStore } from './open-sqlite.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { type Script, sql, write } from './sql.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import type { Store } from './store.ts';
import { syncFile, syncFolder } from './sync-path.ts';
import { type Given, whatWasGiven } from './what-was-given.ts';

/** What putting this copy in the place of the database would mean. */
export type RestorePlan = {
  readonly file: string;
  readonly copyFile: string;
  readonly copy: CopyReport;
  /** Null when the database is gone or damaged: then nobody knows what would be lost. */
  readonly current: CopyReport | null;
  readonly whyUnknown: string | null;
};

/** Looks at both and changes nothing. Throws `StoreRefusesToOpen` for a copy that is not whole, a running server or another mall. */
export function planRestore(file: string, copyFile: string): RestorePlan {
  let current: CopyReport | null = null;
  let whyUnknown: string | null = null;
  try {
    current = lookAtCopy(file);
  } catch (error) {
    if (!(error instanceof StoreRefusesToOpen) || error.code === 'inUse') throw error;
    whyUnknown = error.message;
  }
  const copy = lookAtCopy(copyFile);
  if (current !== null && current.logId !== copy.logId)
    throw new StoreRefusesToOpen('foreign', `The copy is of another mall (${copy.site}); here is ${current.site}.`);
  return { file, copyFile, copy, current, whyUnknown };
}

export type Restored = { readonly aside: string | null; readonly epoch: number; readonly seq: number };

/**
 * Does what was planned just before, while nothing else uses either file: puts the copy in the place of the database, which is kept beside it. The log goes on in the next epoch, so that every station reads
 * the hall anew. No number is given twice: those of the lost database are passed over where it can be read, many where it cannot,
 * and on a day that is open ticketing waits for a supervisor.
 */
export async function restore({ file, copyFile }: RestorePlan, at: number): Promise<Restored> {
  const given = whatWasGiven(file);
  const next = `${file}.restoring`;
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(next + end, { force: true });
  copyFileSync(copyFile, next);
  const epoch = beginEpoch(next, given, at);
  const catalogue = await reachToday(next, given, at);
  const seq = inFile(next, (engine) => engine.write(() => carryOver(catalogue, given, at)));
  syncFile(next);
  const aside = putAside(file, catalogue, at);
  renameSync(next, file);
  syncFolder(path.dirname(file));
  return { aside, epoch, seq };
}

function inFile<T>(file: string, work: (engine: SqliteEngine) => T): T {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    return work(new SqliteEngine(db));
  } finally {
    db.close();
  }
}

function beginEpoch(file: string, given: Given | null, at: number): number {
  return inFile(file, (engine) =>
    engine.write(function* (): Script<number> {
      const { epoch, seq, hash } = yield* readHead();
      const next = Math.max(epoch, given?.epoch ?? epoch) + 1;
      yield* write(sql`UPDATE site SET epoch = ${next}`);
      const provenance = { at, commandId: randomUUID(), deviceId: null, officerId: null, counterId: null };
      yield* append([{ type: 'log.restored', base: { seq, hash } }], provenance);
      // Who was signed in when the copy was made is not who is at the desk now.
      yield* write(sql`UPDATE session SET ended_at = ${at} WHERE ended_at IS NULL`);
      return next;
    }),
  );
}

/** Brings the tables up to date, and the day to the one whose numbers may be in people's hands. */
async function reachToday(file: string, given: Given | null, at: number): Promise<Catalogue> {
  const store = await openSqliteStore({ file });
  try {
    const catalogue = store.catalogue();
    const { date, time } = siteTime(at, catalogue.site.timeZone);
    const hours = hoursOn(catalogue.calendar, date);
    const { day } = await store.hall();
    const mayBeOpen = hours !== null && time >= hours.ticketsFrom ? date : null;
    const wanted = given ? given.serviceDay : mayBeOpen;
    if (wanted !== null && (day === null || day.serviceDay < wanted)) {
      if (day?.state === 'open') await giveAsSystem(store, { kind: 'close-day' }, at);
      await giveAsSystem(store, { kind: 'open-day', serviceDay: wanted, by: 'calendar' }, at);
    }
    return catalogue;
  } finally {
    await store.close();
  }
}

async function giveAsSystem(
  store: Store,
  order: { readonly kind: 'close-day' } | { readonly kind: 'open-day'; serviceDay: string; by: 'calendar' },
  at: number,
): Promise<void> {
  const id = randomUUID();
  const answer = await store.give({ id, at, payloadHash: id, caller: { kind: 'system' }, order });
  if (!answer.ok) throw new Error(`${order.kind} was refused: ${answer.error.code}`);
}

/** What was there stays, with what SQLite had not moved into it yet. */
function putAside(file: string, catalogue: Catalogue, at: number): string | null {
  const { date, time } = siteTime(at, catalogue.site.timeZone);
  const stem = `${file}.before-restore-${date}-${time.replace(':', '')}`;
  const aside = existsSync(stem) ? `${stem}-${randomUUID().slice(0, 8)}` : stem;
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(file + end)) renameSync(file + end, aside + end);
  if (!existsSync(file)) return null;
  renameSync(file, aside);
  return aside;
}
