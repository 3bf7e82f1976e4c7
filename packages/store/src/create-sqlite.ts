import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '@antrean/domain';
import Database from 'better-sqlite3';
import { foundSite } from './catalogue-rows.ts';
import { noHash } from './event-log.ts';
import type { Migration } from './migrations.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { applicationId } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import { syncFolder } from './sync-path.ts';

/** Makes a database beside its place and puts it there whole: after a power cut the file is complete or not there at all. */
export function createDatabase(file: string, catalogue: Catalogue, at: number, migrations: readonly Migration[]): void {
  const refused = new StoreRefusesToOpen(
    'exists',
    `There is already a file at ${file}; a new database is not put over it.`,
  );
  if (existsSync(file)) throw refused;
  // SQLite would replay what another database left behind into the new one.
  const left = ['-wal', '-shm', '-journal'].map((end) => file + end).find((name) => existsSync(name));
  if (left)
    throw new StoreRefusesToOpen(
      'exists',
      `${left} belongs to a database that is gone; move it away, or put the database back beside it.`,
    );
  if (!existsSync(path.dirname(file)))
    throw new StoreRefusesToOpen('missing', `There is no folder ${path.dirname(file)} for the database.`);
  const unfinished = `${file}.creating`;
  for (const rest of [unfinished, `${unfinished}-journal`]) rmSync(rest, { force: true });
  const db = new Database(unfinished);
  try {
    const engine = new SqliteEngine(db);
    db.pragma('synchronous = FULL');
    db.pragma(`application_id = ${applicationId}`);
    for (const { text } of migrations) db.exec(text);
    db.pragma(`user_version = ${migrations.length}`);
    engine.write(() => foundSite(catalogue, randomUUID(), noHash, at));
  } finally {
    db.close();
  }
  putInPlace(unfinished, file, refused);
  syncFolder(path.dirname(file));
}

// A link, unlike a rename, never replaces what somebody else has put there meanwhile; some file systems know no links.
function putInPlace(unfinished: string, file: string, refused: StoreRefusesToOpen): void {
  try {
    linkSync(unfinished, file);
    rmSync(unfinished);
  } catch {
    if (existsSync(file)) throw refused;
    renameSync(unfinished, file);
  }
}
