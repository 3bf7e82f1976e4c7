import Database from 'better-sqlite3';
import type { Engine } from './engine.ts';
import type { CopyReport } from './look-at-copy.ts';
import { type Query, type Row, render, type Script, wrongChanges } from './sql.ts';
import { StoreUnavailable } from './unavailable.ts';

// About a thousand pages, which take some milliseconds to move into the file: in a pause, nobody waits for them.
const commitsBeforeCheckpoint = 64;

/** Runs a script to its end at once: SQLite answers while one waits. */
export class SqliteEngine implements Engine {
  readonly #db: Database.Database;
  readonly #copy: (file: string) => Promise<CopyReport>;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  #commits = 0;
  readonly #prepared = new Map<TemplateStringsArray, Database.Statement<unknown[], Row>>();

  constructor(
    db: Database.Database,
    copy: (file: string) => Promise<CopyReport> = () => Promise.reject(new Error('no copies')),
  ) {
    this.#db = db;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#copy = copy;
  }

  read<T>(script: () => Script<T>): T {
    return this.#run(script());
  }

  write<T>(script: () => Script<T>): T {
    this.#turn(this.#begin);
    try {
      const value = this.#run(script());
      this.#turn(this.#commit);
      this.#commits += 1;
      return value;
    } catch (error) {
      // After some failures SQLite has rolled back by itself.
      if (this.#db.inTransaction) this.#exec('ROLLBACK');
      throw error;
    }
  }

  rest(): void {
    if (this.#commits < commitsBeforeCheckpoint) return;
    this.#commits = 0;
    this.#exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  backup(file: string): Promise<CopyReport> {
    return this.#copy(file);
  }

  close(): void {
    this.#db.close();
  }

  #run<T>(script: Script<T>): T {
    let step = script.next([]);
    while (!step.done) {
      let rows: readonly Row[];
      try {
        rows = this.#ask(step.value);
      } catch (error) {
        step = script.throw(error);
        continue;
      }
      step = script.next(rows);
    }
    return step.value;
  }

  #ask(query: Query): readonly Row[] {
    let statement = this.#prepared.get(query.texts);
    if (!statement) {
      statement = this.#db.prepare<unknown[], Row>(render(query.texts, () => '?'));
      this.#prepared.set(query.texts, statement);
    }
    try {
      if (statement.reader) return statement.all(...query.values);
      const { changes } = statement.run(...query.values);
      if (query.changes !== null && changes !== query.changes) throw wrongChanges(query, changes);
      return [];
    } catch (error) {
      throw explained(error);
    }
  }

  #turn(statement: Database.Statement): void {
    try {
      statement.run();
    } catch (error) {
      throw explained(error);
    }
  }

  #exec(text: string): void {
    try {
      this.#db.exec(text);
    } catch (error) {
      throw explained(error);
    }
  }
}

const machineFails = /^SQLITE_(IOERR|CORRUPT|NOTADB|FULL|BUSY|NOMEM|READONLY|CANTOPEN|PROTOCOL)/;
const neverAgain = /^SQLITE_(IOERR|CORRUPT|NOTADB)/;

function explained(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError) || !machineFails.test(error.code)) return error;
  return new StoreUnavailable(`the database failed: ${error.code}`, neverAgain.test(error.code), error);
}
