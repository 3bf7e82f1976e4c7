import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { CopyReport } from './look-at-copy.ts';
import { syncFile, syncFolder } from './sync-path.ts';

// A thousand pages are some milliseconds of work; commands are answered between two such steps.
const pagesAtOnce = 1_000;

/**
 * Copies a database in use, checks the copy in a thread of its own, and only then gives it its name, on the disk. Rejects when a
 * file of that name is there, or when the copy is not whole.
 */
export async function backup(db: Database.Database, file: string): Promise<CopyReport> {
  if (existsSync(file)) throw new Error(`a file is there already: ${file}`);
  const unchecked = `${file}.unchecked`;
  const drop = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unchecked + end, { force: true });
  };
  drop();
  try {
    await db.backup(unchecked, { progress: () => pagesAtOnce });
    const report = await check(unchecked);
    syncFile(unchecked);
    renameSync(unchecked, file);
    syncFolder(path.dirname(file));
    return report;
  } catch (error) {
    drop();
    throw error;
  }
}

async function check(file: string): Promise<CopyReport> {
  const worker = new Worker(new URL('./check-copy.worker.ts', import.meta.url), { workerData: { file } });
  // An error in the thread rejects here.
  const [report] = (await once(worker, 'message')) as [CopyReport];
  return report;
}
