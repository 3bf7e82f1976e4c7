import { after } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { mondayMorning } from './contract/small-mall.ts';
import { storeContract } from './contract/store-contract.ts';
import { openPostgresStore } from './open-postgres.ts';
import type { PostgresConnection } from './postgres-engine.ts';
import type { Row } from './sql.ts';

// One PostgreSQL takes seconds to start; a schema of its own for each test takes milliseconds.
let database: Promise<PGlite> | undefined;
let schemas = 0;

after(async () => (await database)?.close());

async function connectionTo(schema: string): Promise<PostgresConnection> {
  database ??= PGlite.create();
  const pg = await database;
  await pg.exec(`SET search_path TO ${schema}`);
  return {
    async query(text, values) {
      const { rows, affectedRows } = await pg.query<Row>(text, [...values]);
      return { rows, changes: affectedRows ?? 0 };
    },
    exec: async (text) => void (await pg.exec(text)),
    close: async () => undefined,
  };
}

storeContract({
  name: 'PostgreSQL',
  async make(t, catalogue) {
    schemas += 1;
    const schema = `mall_${schemas}`;
    const connection = await connectionTo('public');
    await connection.exec(`CREATE SCHEMA ${schema}`);
    let store = await openPostgresStore({
      connection: await connectionTo(schema),
      create: { catalogue, at: mondayMorning },
      isThrowaway: true,
    });
    t.after(() => store.close());
    return {
      store,
      current: () => store,
      async reopen() {
        await store.close();
        store = await openPostgresStore({ connection: await connectionTo(schema), isThrowaway: true });
        return store;
      },
      meddle: (text) => connection.exec(text),
    };
  },
});
