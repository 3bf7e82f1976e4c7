import { randomUUID } from 'node:crypto';
import type { Catalogue } from '@antrean/domain';
import { foundSite } from './catalogue-rows.ts';
import { noHash } from './event-log.ts';
import { type Migration, shippedMigrations } from './migrations.ts';
import { type PostgresConnection, PostgresEngine } from './postgres-engine.ts';
import { QueueStore } from './queue-store.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import type { Row } from './sql.ts';
import type { Store } from './store.ts';

export type PostgresOptions = {
  readonly connection: PostgresConnection;
  /** With it the tables are made, and must not be there; without it they must. */
  readonly create?: { readonly catalogue: Catalogue; readonly at: number };
  /** A database whose loss does not matter need not be durable: tests only. */
  readonly isThrowaway?: boolean;
};

/** Opens the hosted store, or throws `StoreRefusesToOpen` with one sentence that says why not. */
export async function openPostgresStore({ connection, create, isThrowaway }: PostgresOptions): Promise<Store> {
  const migrations = shippedMigrations('postgres');
  if (!isThrowaway) await refuseForgetful(connection);
  await connection.exec("SET lock_timeout = '1s'; SET statement_timeout = '2s'");
  await connection.exec("SET idle_in_transaction_session_timeout = '2s'");
  const isThere = (await firstRow(connection, "SELECT to_regclass('site') AS site"))?.site !== null;
  if (create && isThere)
    throw new StoreRefusesToOpen('exists', 'There is already a mall in this database; a new one is not put over it.');
  if (!create && !isThere) throw new StoreRefusesToOpen('missing', 'There is no mall in this database.');
  await connection.exec('CREATE TABLE IF NOT EXISTS tables_version (version INTEGER NOT NULL)');
  const version = Number(
    (await firstRow(connection, 'SELECT max(version) AS version FROM tables_version'))?.version ?? 0,
  );
  if (version > migrations.length)
    throw new StoreRefusesToOpen(
      'newer',
      `The database was written by a newer Antrean (tables ${version}, this program knows ${migrations.length}).`,
    );
  await migrate(connection, migrations.slice(version), create);
  return QueueStore.on(new PostgresEngine(connection));
}

async function refuseForgetful(connection: PostgresConnection): Promise<void> {
  for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
    const row = await firstRow(connection, `SELECT current_setting('${setting}') AS value`);
    if (row?.value === 'off')
      throw new StoreRefusesToOpen('notDurable', `The database may forget what was answered: ${setting} is off.`);
  }
}

async function migrate(
  connection: PostgresConnection,
  steps: readonly Migration[],
  create: PostgresOptions['create'],
): Promise<void> {
  if (steps.length === 0) return;
  await connection.exec('BEGIN');
  try {
    for (const { version, text } of steps) {
      await connection.exec(text);
      await connection.query('INSERT INTO tables_version (version) VALUES ($1)', [version]);
    }
    if (create) await new PostgresEngine(connection).run(foundSite(create.catalogue, randomUUID(), noHash, create.at));
    await connection.exec('COMMIT');
  } catch (error) {
    await connection.exec('ROLLBACK');
    throw new StoreRefusesToOpen('migration', 'The database could not be brought up to date; it is as it was.', error);
  }
}

async function firstRow(connection: PostgresConnection, text: string): Promise<Row | undefined> {
  return (await connection.query(text, [])).rows[0];
}
