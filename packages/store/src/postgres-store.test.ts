import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { firstReleaseDay } from '../testing/first-release.ts';
import { Mall } from '../testing/mall.ts';
import { OfflineKiosk } from '../testing/offline-kiosk.ts';
import { monday, mondayMorning, smallMall } from '../testing/small-mall.ts';
import { storeContract } from '../testing/store-contract.ts';
import { foundSite } from './catalogue-rows.ts';
import { noHash } from './event-log.ts';
import { shippedMigrations } from './migrations.ts';
import { openPostgresStore } from './open-postgres.ts';
import { type PostgresConnection, PostgresEngine } from './postgres-engine.ts';
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

test('a hosted mall of the first release gets the tables for numbers without the server, with its slips', async () => {
  await (await connectionTo('public')).exec('CREATE SCHEMA first_release');
  const connection = await connectionTo('first_release');
  const first = shippedMigrations('postgres')[0];
  await connection.exec(first?.text ?? '');
  await connection.exec(
    'CREATE TABLE tables_version (version INTEGER NOT NULL); INSERT INTO tables_version VALUES (1)',
  );
  await new PostgresEngine(connection).write(() => foundSite(smallMall, 'log', noHash, 1));
  await connection.exec(firstReleaseDay);
  const store = await openPostgresStore({ connection, isThrowaway: true });
  const mall = new Mall(store);
  assert.equal((await store.kioskDay(monday)).doubtful.length, 1);
  await mall.must(mall.device('kiosk'), {
    kind: 'print-outcome',
    ticketId: 'ticket',
    jobId: 'job',
    outcome: 'CONFIRMED',
  });
  assert.deepEqual((await store.kioskDay(monday)).doubtful, []);
  const kiosk = new OfflineKiosk(mall);
  await kiosk.lease();
  assert.deepEqual(await kiosk.fates(kiosk.paper()), ['stored']);
  await store.close();
});

test('a hosted database that may forget, has no mall, has one already or is newer is refused', async () => {
  const connection = await connectionTo('public');
  await connection.exec('CREATE SCHEMA doubtful');
  const doubtful = await connectionTo('doubtful');
  const create = { catalogue: smallMall, at: mondayMorning };
  const refuses = (options: Parameters<typeof openPostgresStore>[0], code: string) =>
    assert.rejects(openPostgresStore(options), { name: 'StoreRefusesToOpen', code });
  // PGlite itself runs without fsync.
  await refuses({ connection: doubtful, create }, 'notDurable');
  await refuses({ connection: doubtful, isThrowaway: true }, 'missing');
  await (await openPostgresStore({ connection: doubtful, create, isThrowaway: true })).close();
  await refuses({ connection: doubtful, create, isThrowaway: true }, 'exists');
  await doubtful.exec('INSERT INTO tables_version (version) VALUES (999)');
  await refuses({ connection: doubtful, isThrowaway: true }, 'newer');
});
