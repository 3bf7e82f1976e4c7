import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { checkLog, checkPages } from './sqlite-checks.ts';
import { SqliteEngine } from './sqlite-engine.ts';

/** Copies a database in use, checks the copy, and only then gives it its name. Throws when a file of that name is there. */
export async function backup(db: Database.Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`a file is there already: ${file}`);
  const unchecked = `${file}.unchecked`;
  rmSync(unchecked, { force: true });
  await db.backup(unchecked);
  check(unchecked);
  renameSync(unchecked, file);
}

function check(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One process reads the copy, so no shared memory needs to lie beside it.
    copy.pragma('locking_mode = EXCLUSIVE');
    checkPages(copy, file, statSync(file).size);
    checkLog(new SqliteEngine(copy), file);
  } finally {
    copy.close();
  }
}
