import type { Engine } from './engine.ts';
import type { CopyReport } from './look-at-copy.ts';
import { type Query, type Row, render, type Script, sql, type Value, wrongChanges } from './sql.ts';
import { StoreUnavailable } from './unavailable.ts';

/** One connection to a PostgreSQL database that holds one mall. It must give BIGINT back as a number. */
export type PostgresConnection = {
  query(text: string, values: readonly Value[]): Promise<{ readonly rows: readonly Row[]; readonly changes: number }>;
  /** Several statements at once, without values. */
  exec(text: string): Promise<void>;
  close(): Promise<void>;
};

/** Runs a script by awaiting each statement. Commands of a site are in one order, because each commit locks the site's row first. */
export class PostgresEngine implements Engine {
  readonly #connection: PostgresConnection;
  readonly #texts = new Map<TemplateStringsArray, string>();
  // One connection carries one transaction at a time, so each waits for the one before.
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: PostgresConnection) {
    this.#connection = connection;
  }

  read<T>(script: () => Script<T>): Promise<T> {
    return this.#alone('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', script);
  }

  write<T>(script: () => Script<T>): Promise<T> {
    return this.#alone('BEGIN', function* () {
      yield sql`SELECT seq FROM site FOR UPDATE`;
      return yield* script();
    });
  }

  rest(): void {}

  backup(): Promise<CopyReport> {
    return Promise.reject(new Error('a hosted database is backed up by its own tools'));
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#connection.close();
  }

  #alone<T>(begin: string, script: () => Script<T>): Promise<T> {
    const done = this.#last.then(() => this.#transact(begin, script));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #transact<T>(begin: string, script: () => Script<T>): Promise<T> {
    await this.#exec(begin);
    let value: T;
    try {
      value = await this.run(script());
    } catch (error) {
      // On a lost connection there is nothing to roll back, and the first failure says more.
      await this.#exec('ROLLBACK').catch(() => undefined);
      throw error;
    }
    try {
      await this.#connection.exec('COMMIT');
    } catch (error) {
      throw new StoreUnavailable('the database did not confirm the commit', false, error);
    }
    return value;
  }

  /** Runs a script inside the transaction that the caller has begun. */
  async run<T>(script: Script<T>): Promise<T> {
    let step = script.next([]);
    while (!step.done) {
      let rows: readonly Row[];
      try {
        rows = await this.#ask(step.value);
      } catch (error) {
        step = script.throw(error);
        continue;
      }
      step = script.next(rows);
    }
    return step.value;
  }

  async #ask(query: Query): Promise<readonly Row[]> {
    let text = this.#texts.get(query.texts);
    if (text === undefined) {
      text = render(query.texts, (n) => `$${n}`);
      this.#texts.set(query.texts, text);
    }
    try {
      const { rows, changes } = await this.#connection.query(text, query.values);
      if (query.changes !== null && changes !== query.changes) throw wrongChanges(query, changes);
      return rows;
    } catch (error) {
      throw explained(error);
    }
  }

  async #exec(text: string): Promise<void> {
    try {
      await this.#connection.exec(text);
    } catch (error) {
      throw explained(error);
    }
  }
}

// Connection lost, no resources, operator's hand, system error, lock or statement ran out of time.
const machineFails = /^(08|53|57|58|XX|55P03)/;

function explained(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!machineFails.test(code) && !/^E[A-Z]+$/.test(code)) return error;
  return new StoreUnavailable(`the database failed: ${code}`, false, error);
}
