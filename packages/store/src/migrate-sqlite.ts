import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Migration } from './migrations.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';

/**
 * Brings an older database up to date: the file is copied first, then all steps run in one transaction, so that it is
 * either as new as the program or as it was. There is no way back but the copy.
 */
export async function migrate(db: Database.Database, file: string, migrations: readonly Migration[]): Promise<void> {
  const version = Number(db.pragma('user_version', { simple: true }));
  const steps = migrations.filter((step) => step.version > version);
  if (steps.length === 0) return;
  const copy = `${file}.before-${String(steps[0]?.version).padStart(4, '0')}`;
  rmSync(copy, { force: true });
  await db.backup(copy);
  // A step may build a table anew, during which its references point nowhere; they are checked before the commit.
  db.pragma('foreign_keys = OFF');
  let name = '';
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const step of steps) {
      name = step.name;
      db.exec(step.text);
      db.pragma(`user_version = ${step.version}`);
    }
    const dangling = db.pragma('foreign_key_check');
    if (Array.isArray(dangling) && dangling.length > 0) throw new Error('rows point at rows that are gone');
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreRefusesToOpen(
      'migration',
      `The database ${file} could not be brought up to date (${name}: ${why}). It is as it was, and a copy is at ${copy}.`,
      error,
    );
  }
  db.pragma('foreign_keys = ON');
}
