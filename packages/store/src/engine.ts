import type { CopyReport } from './look-at-copy.ts';
import type { Script } from './sql.ts';

/** What runs scripts: SQLite at once, PostgreSQL by awaiting each statement. A value or a promise, so that nobody waits needlessly. */
export interface Engine {
  /** A script that only reads, on one consistent state. */
  read<T>(script: () => Script<T>): T | Promise<T>;
  /** A script in one durable transaction; thrown means that nothing of it is stored, unless the machine failed while committing. */
  write<T>(script: () => Script<T>): T | Promise<T>;
  /** Called when nobody waits: time for work that would otherwise hold up a commit. */
  rest(): void;
  backup(file: string): Promise<CopyReport>;
  close(): void | Promise<void>;
}
