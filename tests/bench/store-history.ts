// How long an issue and a call take when a mall has a day of history and when it has years: node tests/bench/store-history.ts

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore, referenceMall, type Store } from '@antrean/store';

const histories = (process.argv[2] ?? '1000,100000,1000000').split(',').map(Number);
const rounds = 1_000;
const waitingAtOnce = 20;
const morning = Date.parse('2026-07-13T08:00:00+07:00');
const mall = referenceMall();
// A quota would end the run.
const catalogue = { ...mall, services: mall.services.map((service) => ({ ...service, dailyQuota: null })) };
const folder = mkdtempSync(path.join(tmpdir(), 'antrean-bench-'));

const line = (...cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padStart(13)).join(''));
line('history', 'MB', 'issue p50', 'p99', 'call p50', 'p99', 'finish p50', 'p99', '128 issues/s');
try {
  for (const tickets of histories) {
    const file = path.join(folder, `${tickets}.db`);
    await (await openSqliteStore({ file, create: { catalogue, at: morning } })).close();
    addHistory(file, tickets);
    const store = await openSqliteStore({ file });
    const figures = await measure(store);
    await store.close();
    line(tickets, Math.round(statSync(file).size / 1e6), ...figures);
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Ended visits of past days, written past the store: their events are left out, the rows that calls and issues meet are not. */
function addHistory(file: string, tickets: number): void {
  const db = new DatabaseSync(file);
  const perDay = 1_000;
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN');
  db.exec(`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${Math.ceil(tickets / perDay)})
    INSERT INTO service_day (service_day, state, opened_by, at) SELECT printf('%04d-%02d-%02d', 1900 + n / 336, 1 + n / 28 % 12, 1 + n % 28), 'closed', 'calendar', n FROM n;
    CREATE TEMP TABLE past AS
      WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${tickets})
      SELECT n, printf('%012x', n) || hex(randomblob(8)) AS id, n / ${perDay} + 1 AS day FROM n;
    INSERT INTO visit (id, service_day, number_queue_id, number_value, number, arrived_at, eligible_at, priority_class, language,
      status_token_hash, device_id)
      SELECT id, printf('%04d-%02d-%02d', 1900 + day / 336, 1 + day / 28 % 12, 1 + day % 28), 'DKC-quick', n,
        'BQ' || n, n, n, NULL, 'id', hex(randomblob(32)), NULL FROM past;
    INSERT INTO ticket (id, visit_id, queue_id, service_id, issued_at, eligible_at, order_seq, behind_seq, requeues, moved, state,
      resumed, ended_at, outcome)
      SELECT id, id, 'DKC-quick', 'DKC-01', n, n, n, 0, 0, 0, 'finished', 0, n, 'done' FROM past;
    INSERT INTO command SELECT hex(randomblob(16)), NULL, 'issue', hex(randomblob(32)), hex(randomblob(300)), n FROM past;
    DROP TABLE past;
    COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`);
  db.close();
}

async function measure(store: Store): Promise<readonly (string | number)[]> {
  let now = morning;
  const hash = (token: string) => `hash of ${token}`;
  await store.addDevice({ id: 'k', role: 'kiosk', name: 'k', counterId: null, zoneId: null }, hash('k'), now);
  await store.addDevice({ id: 'c', role: 'counter', name: 'c', counterId: 'counter-1', zoneId: null }, hash('c'), now);
  await store.addOfficer({ id: 'o', login: 'o', name: 'o', roles: ['officer'], pinHash: 'x' }, now);
  const session = { id: 's', officerId: 'o', counterId: 'counter-1', deviceId: 'c', expiresAt: now + 36e6 };
  await store.beginSession(session, hash('s'), now);
  const base = () => {
    now += 10;
    return { id: crypto.randomUUID(), at: now, payloadHash: 'x'.repeat(64) };
  };
  const kiosk = { kind: 'station', deviceTokenHash: hash('k'), sessionTokenHash: null } as const;
  const officer = { kind: 'station', deviceTokenHash: hash('c'), sessionTokenHash: hash('s') } as const;
  const counterId = 'counter-1';
  const must = <T>(
    given: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
  ): T => {
    if (!given.ok) throw new Error(JSON.stringify(given.error));
    return given.value;
  };
  const issue = () =>
    store.give<'issue'>({
      ...base(),
      caller: kiosk,
      order: { kind: 'issue', serviceIds: ['DKC-01'], priorityClass: null, language: 'id', promise: () => [[5, 10]] },
    });
  const step = async (ticketId: string, kind: 'start' | 'finish') =>
    must(
      await store.give<'step'>({
        ...base(),
        caller: officer,
        order: {
          kind: 'step',
          ticketId,
          serviceIds: [],
          step: kind === 'start' ? { kind } : { kind, outcome: 'done' },
        },
      }),
    );
  must(
    await store.give<'open-day'>({
      ...base(),
      caller: { kind: 'system' },
      order: { kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' },
    }),
  );
  must(
    await store.give<'counter'>({
      ...base(),
      caller: officer,
      order: { kind: 'counter', counterId, step: { kind: 'open' } },
    }),
  );
  for (let n = 0; n < waitingAtOnce; n += 1) must(await issue());
  const times = { issue: [] as number[], call: [] as number[], finish: [] as number[] };
  const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    into.push(performance.now() - started);
    return value;
  };
  for (let n = 0; n < rounds; n += 1) {
    must(await timed(times.issue, issue));
    const { called } = must(
      await timed(times.call, () =>
        store.give<'call-next'>({ ...base(), caller: officer, order: { kind: 'call-next', counterId } }),
      ),
    );
    if (!called) throw new Error('nobody waits');
    await step(called.ticket.id, 'start');
    await timed(times.finish, () => step(called.ticket.id, 'finish'));
  }
  const started = performance.now();
  for (let n = 0; n < 8; n += 1) (await Promise.all(Array.from({ length: 128 }, issue))).forEach(must);
  const perSecond = Math.round((8 * 128) / ((performance.now() - started) / 1_000));
  return [...Object.values(times).flatMap((list) => [quantile(list, 0.5), quantile(list, 0.99)]), perSecond];
}

function quantile(list: readonly number[], q: number): string {
  const sorted = list.toSorted((a, b) => a - b);
  return `${(sorted[Math.floor(q * (sorted.length - 1))] ?? 0).toFixed(2)} ms`;
}
