import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Catalogue } from '@antrean/domain';
import { lookUp } from '@antrean/domain';
import Database from 'better-sqlite3';
import { firstReleaseDay } from '../testing/first-release.ts';
import { Mall } from '../testing/mall.ts';
import { OfflineKiosk } from '../testing/offline-kiosk.ts';
import { monday, mondayMorning, smallMall, tuesday } from '../testing/small-mall.ts';
import { createDatabase } from './create-sqlite.ts';
import { type Migration, shippedMigrations } from './migrations.ts';
import { openSqliteStore } from './open-sqlite.ts';

const shipped = shippedMigrations('sqlite');
const next = shipped.length + 1;

// A step as a later release may bring it: a table made anew around the rows that are there.
const later: Migration = {
  version: next,
  name: 'test-officer-language',
  text: `
    CREATE TABLE officer_new (id TEXT NOT NULL PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, roles TEXT NOT NULL, pin_hash TEXT NOT NULL,
      added_at BIGINT NOT NULL, pin_is_initial INTEGER NOT NULL, password_hash TEXT, password_is_initial INTEGER NOT NULL,
      deactivated_at BIGINT, language TEXT NOT NULL);
    INSERT INTO officer_new SELECT officer.*, 'id' FROM officer;
    DROP TABLE officer;
    ALTER TABLE officer_new RENAME TO officer;`,
};
const halfWrong: Migration = {
  version: next + 1,
  name: 'test-half-wrong',
  text: "DELETE FROM officer; INSERT INTO officer SELECT 'x' FROM nowhere;",
};
const dangling: Migration = { version: next + 1, name: 'test-dangling', text: 'DELETE FROM officer;' };

/** A database as the program before the step left it: a mall with an officer at work. */
async function older(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  const store = await openSqliteStore({ file, create: { catalogue: smallMall, at: mondayMorning } });
  const mall = await Mall.on(store);
  await mall.issue('card');
  await mall.staff('one', 'Ayu');
  const hall = await store.hall();
  await store.close();
  return { file, folder, hall };
}

function look(file: string, text: string): unknown[] {
  const db = new Database(file);
  try {
    return db.prepare(text).all();
  } finally {
    db.close();
  }
}

test('an older database is copied, then brought up to date with its rows', async (t) => {
  const { file, hall } = await older(t);
  const store = await openSqliteStore({ file, migrations: [...shipped, later] });
  assert.deepEqual(await store.hall(), hall);
  assert.equal((await store.officerByLogin('Ayu'))?.name, 'Ayu');
  await store.close();
  assert.deepEqual(look(file, 'SELECT id, language FROM officer'), [{ id: 'Ayu', language: 'id' }]);
  assert.deepEqual(look(file, 'PRAGMA user_version'), [{ user_version: next }]);
  const copy = `${file}.before-${String(next).padStart(4, '0')}`;
  assert.deepEqual(look(copy, 'PRAGMA user_version'), [{ user_version: next - 1 }]);
  const before = await openSqliteStore({ file: copy });
  assert.deepEqual(await before.hall(), hall);
  await before.close();
});

for (const [why, wrong] of [
  ['fails half way', halfWrong],
  ['leaves rows that point at nothing', dangling],
] as const)
  test(`a step that ${why} leaves the database as it was, the steps before it too`, async (t) => {
    const { file, hall } = await older(t);
    await assert.rejects(openSqliteStore({ file, migrations: [...shipped, later, wrong] }), {
      code: 'migration',
      message: new RegExp(`${wrong.name}.* It is as it was`),
    });
    const store = await openSqliteStore({ file });
    assert.deepEqual(await store.hall(), hall);
    assert.equal((await store.officerByLogin('Ayu'))?.name, 'Ayu');
    await store.close();
  });

test('a mall of the first release gets the tables for numbers without the server, with its tickets and its old rules', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-first-release-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  // The rules of that release, and rows as it wrote them.
  const { leases: _, selfService: __, ...rules } = smallMall.rules;
  const first = shipped.slice(0, 1);
  await (await openSqliteStore({ file, migrations: first, create: { catalogue: smallMall, at: 1 } })).close();
  const db = new Database(file);
  db.prepare('UPDATE catalogue SET document = ?').run(JSON.stringify({ ...smallMall, rules }));
  db.exec(firstReleaseDay);
  db.close();

  const store = await openSqliteStore({ file });
  assert.deepEqual(store.catalogue(), smallMall);
  const mall = new Mall(store);
  assert.deepEqual((await store.kioskDay(monday)).doubtful, [
    { number: 'BQ001', outcome: 'UNKNOWN', at: mondayMorning, kiosk: 'Anjungan' },
  ]);
  await mall.must(mall.device('kiosk'), {
    kind: 'print-outcome',
    ticketId: 'ticket',
    jobId: 'job',
    outcome: 'CONFIRMED',
  });
  assert.deepEqual((await store.kioskDay(monday)).doubtful, []);
  assert.equal((await mall.issue('card')).visit.number, 'BQ002');
  const kiosk = new OfflineKiosk(mall);
  assert.equal((await kiosk.lease()).from, 801);
  assert.deepEqual(await kiosk.fates(kiosk.paper()), ['stored']);
  assert.equal((await mall.staff('one')).kind, 'station');
  assert.equal((await mall.callNext('one'))?.visit.number, 'BQ001');
  await store.close();
});

test('step 8 finds where the days begin that were open before the program noted it', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  const before = await openSqliteStore({
    file,
    migrations: shipped.slice(0, 7),
    create: { catalogue: smallMall, at: mondayMorning },
  });
  const mall = await Mall.on(before);
  await mall.issue('card');
  for (const order of [{ kind: 'close-day' }, { kind: 'open-day', serviceDay: tuesday, by: 'hand' }] as const)
    await mall.must({ kind: 'system' }, order);
  await before.close();
  const db = new Database(file);
  db.exec(`UPDATE service_day SET first_seq = NULL WHERE service_day = '${monday}'`);
  const [lastOfMonday] = db
    .prepare("SELECT seq - 1 AS seq FROM event WHERE type = 'day.opened' ORDER BY seq DESC")
    .all();
  db.close();
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  assert.deepEqual(
    (await store.reports.days(monday, monday)).map(({ afterSeq, lastSeq }) => ({ afterSeq, seq: lastSeq })),
    [{ afterSeq: 0, ...(lastOfMonday as object) }],
  );
  assert.deepEqual(await store.reports.missing(), [monday]);
});

test('a database that is up to date is neither copied nor changed', async (t) => {
  const { file, folder } = await older(t);
  await (await openSqliteStore({ file })).close();
  assert.deepEqual(readdirSync(folder), ['mall.db']);
});

test('step 3 keeps who is at a counter, and makes a code of the words for which somebody was called', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  const { waitTargetMinutes: _, callEverySeconds: __, undoSeconds: ___, ...rules } = smallMall.rules;
  createDatabase(file, { ...smallMall, rules } as Catalogue, mondayMorning, shipped.slice(0, 2));
  const db = new Database(file);
  db.exec(`
    INSERT INTO service_day VALUES ('2026-07-12', 'closed', 'hand', 1), ('2026-07-13', 'open', 'hand', 2);
    UPDATE counter SET state = 'open', officer_id = 'Ayu' WHERE id = 'one';
    INSERT INTO visit (id, service_day, number_queue_id, number_value, number, arrived_at, eligible_at, language, status_token_hash)
      VALUES ('v', '2026-07-13', 'civil-quick', 1, 'BQ001', 5, 5, 'id', 'hash');
    INSERT INTO ticket (id, visit_id, queue_id, service_id, issued_at, eligible_at, order_seq, behind_seq, requeues, moved, state, resumed,
      counter_id, called_by, called_at, calls, reason, started_at)
      VALUES ('t', 'v', 'civil-quick', 'card', 5, 5, 1, 0, 0, 0, 'serving', 0, 'one', 'Ayu', 6, 1, '{"code":"picked","text":"Bu Sri sakit"}', 7);`);
  db.close();
  const store = await openSqliteStore({ file });
  const { tickets, counters, quotas, ticketing, notices } = await store.hall();
  const ticket = lookUp(tickets, 't');
  assert.ok(ticket?.state === 'serving');
  assert.deepEqual(ticket.reason, { code: 'picked', why: 'other' });
  assert.deepEqual([counters.one?.agencyIds, quotas, ticketing, notices], [null, {}, 'open', {}]);
  assert.deepEqual((await store.story('v'))?.stops[0]?.counterId, 'one');
  assert.deepEqual(store.catalogue().rules, smallMall.rules);
  await store.close();
});

test('step 4 counts nobody who was called before it, and everybody from then on', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  createDatabase(file, smallMall, mondayMorning, shipped.slice(0, 3));
  const db = new Database(file);
  db.exec(`
    INSERT INTO service_day (service_day, state, opened_by, at) VALUES ('2026-07-13', 'open', 'hand', 2);
    UPDATE counter SET state = 'open', officer_id = 'Ayu', served = 3, service_ms = 9 WHERE id = 'one';`);
  db.close();
  const store = await openSqliteStore({ file });
  const { one } = (await store.hall()).counters;
  assert.deepEqual([one?.served, one?.serviceMs, one?.called, one?.waitMs], [3, 9, 0, 0]);
  const mall = await Mall.on(store, false);
  await mall.ticket();
  await mall.staff('one', 'Ayu');
  mall.now += 60_000;
  await mall.callNext('one', 'Ayu');
  assert.deepEqual((await store.hall()).counters.one?.waitMs, 60_000);
  await store.close();
});

test('step 6 keeps devices enrolled and officers signed in, whose PINs stay their own', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  createDatabase(file, smallMall, mondayMorning, shipped.slice(0, 5));
  const db = new Database(file);
  db.exec(`
    INSERT INTO device (id, role, name, counter_id, token_hash, added_at) VALUES ('desk', 'counter', 'Loket 1', 'one', 'hash', 3);
    INSERT INTO officer VALUES ('ayu', 'ayu', 'Ayu', '["officer"]', 'hash of a pin', 4);
    INSERT INTO session VALUES ('s', 'token', 'ayu', 'one', 'desk', 5, ${mondayMorning + 9}, ${mondayMorning + 9}, NULL);`);
  db.close();
  const store = await openSqliteStore({ file });
  const session = await store.sessionByTokenHash('token', mondayMorning);
  assert.deepEqual(
    [session?.officer.isPinInitial, session?.officer.isActive, session?.deviceId],
    [false, true, 'desk'],
  );
  const { officers, devices } = await store.access.doors(mondayMorning);
  assert.deepEqual([officers[0]?.signedInAt, devices[0]?.state], [['desk'], 'enrolled']);
  await store.close();
});

test('step 7 leaves every zone as loud as it was', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-migrate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'mall.db');
  createDatabase(file, smallMall, mondayMorning, shipped.slice(0, 6));
  const store = await openSqliteStore({ file });
  assert.deepEqual((await store.hall()).loudness, {});
  await store.close();
});

test('the shipped steps are numbered without a gap, and each engine gets its own part', () => {
  for (const engine of ['sqlite', 'postgres'] as const)
    assert.deepEqual(
      shippedMigrations(engine).map(({ version }) => version),
      shipped.map((_, n) => n + 1),
    );
  assert.match(shipped[0]?.text ?? '', /raise\(ABORT/);
  assert.doesNotMatch(shippedMigrations('postgres')[0]?.text ?? '', /raise\(ABORT/);
  assert.ok(existsSync(path.resolve(import.meta.dirname, '../../../db/README.md')));
});
