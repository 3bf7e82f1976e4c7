import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore, referenceMall } from '@antrean/store';
import Database from 'better-sqlite3';
import { QueueStore } from '../../../packages/store/src/queue-store.ts';
import type { Query } from '../../../packages/store/src/sql.ts';
import { makeDurable } from '../../../packages/store/src/sqlite-checks.ts';
import { SqliteEngine } from '../../../packages/store/src/sqlite-engine.ts';
import { mondayMorning } from '../../mall.ts';
import { type Fresh, Replay, recording } from './replay.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const serviceId = 'PTSP-01';
// The number recorded must be told apart from every other value of its statements.
const issuesBefore = 40;

/** A database as the product makes it, and the rows of one issue, ready to be written again and again without deciding anything. */
export async function openBareMall() {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-bare-'));
  const file = path.join(folder, 'mall.db');
  const mall = referenceMall();
  const catalogue = { ...mall, services: mall.services.map((service) => ({ ...service, dailyQuota: null })) };
  await (await openSqliteStore({ file, create: { catalogue, at: mondayMorning } })).close();
  const db = new Database(file);
  db.pragma('locking_mode = EXCLUSIVE');
  makeDurable(db);
  const queries: Query[] = [];
  const store = await QueueStore.on(recording(new SqliteEngine(db), queries));
  const kiosk = sha('kiosk');
  await store.addDevice({ id: 'k', role: 'kiosk', name: 'k', counterId: null, zoneId: null }, kiosk, mondayMorning);
  const command = () => ({ id: crypto.randomUUID(), at: mondayMorning, payloadHash: sha(serviceId) });
  const open = { kind: 'open-day', serviceDay: '2026-11-23', by: 'hand' } as const;
  await store.give<'open-day'>({ ...command(), caller: { kind: 'system' }, order: open });
  const issue = async (id: string) => {
    queries.length = 0;
    const given = await store.give<'issue'>({
      ...command(),
      id,
      caller: { kind: 'station', deviceTokenHash: kiosk, sessionTokenHash: null },
      order: { kind: 'issue', serviceIds: [serviceId], priorityClass: null, language: 'id', promise: () => [[5, 10]] },
    });
    if (!given.ok) throw new Error(given.error.code);
    return given.value;
  };
  for (let n = 0; n < issuesBefore; n += 1) await issue(crypto.randomUUID());
  const commandId: string = crypto.randomUUID();
  const { visit, tickets, statusToken } = await issue(commandId);
  const written = queries.find(({ texts }) => texts.join().includes('INSERT INTO event'));
  const [seq, previous, hash] = written?.values ?? [];
  const known = {
    commandId,
    visitId: visit.id,
    ticketId: tickets[0]?.id ?? '',
    statusHash: sha(statusToken),
    statusToken,
    number: visit.number,
    value: issuesBefore + 1,
    seq: Number(seq),
    seqBefore: Number(seq) - 1,
    previous: String(previous),
    hash: String(hash),
  } satisfies Fresh;
  const replay = new Replay(db, queries, known);
  let last = known;
  /** The values of the next issue; its hash is reckoned, because the rows must hold one. */
  const fresh = (id: string): typeof known => {
    const token = randomBytes(16).toString('base64url');
    last = {
      commandId: id,
      visitId: crypto.randomUUID(),
      ticketId: crypto.randomUUID(),
      statusHash: sha(token),
      statusToken: token,
      number: `${visit.number.slice(0, 2)}${last.value + 1}`,
      value: last.value + 1,
      seq: last.seq + 1,
      seqBefore: last.seq,
      previous: last.hash,
      hash: sha(`${last.hash}${id}`),
    };
    return last;
  };
  return {
    db,
    known,
    visit,
    ticket: tickets[0],
    replay,
    fresh,
    close: () => {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}
