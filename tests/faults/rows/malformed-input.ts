import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Random, randomFrom } from '../../../packages/domain/testing/random.ts';
import { give, signIn, signInManager } from '../../mall.ts';
import { brokenRequest, type Who } from '../fuzz/broken-requests.ts';
import { sendFrames } from '../fuzz/listen.ts';
import { type Operation, operationsOf } from '../fuzz/operations.ts';
import { send, sendBytes } from '../fuzz/send.ts';
import { type Held, leaked, wrongReply } from '../fuzz/verdict.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { pause } from '../load/people.ts';
import { type RealServer, realServer } from '../real-server.ts';
import type { Row } from './row.ts';

export const malformedInput: Row = {
  name: 'malformed-input',
  what: 'broken requests to every operation, as everybody and nobody, broken frames, and bytes that are neither',
  rounds: { long: 24_000, short: 900 },
  missing: () => (process.platform === 'linux' ? null : 'what a process holds is read from /proc'),
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-broken-'));
    const server = realServer(folder);
    const contradictions: string[] = [];
    const sent = { requests: 0, frames: 0, bytes: 0 };
    try {
      await server.start();
      const everybody = await people(server);
      const operations = await operationsOf(server.url());
      await server.kill();
      const rowsBefore = rowsIn(folder);
      await server.start();
      const heldBefore = held(server);
      while (sent.requests + sent.frames + sent.bytes < rounds) {
        await attack({ server, operations, everybody, random, sent, contradictions });
        if (contradictions.length > 20) break;
        progress(`${JSON.stringify(sent)}, ${contradictions.length} crimes`);
      }
      const works = await give(
        server.url(),
        { token: server.demo().kioskToken },
        'issue',
        {},
        { serviceIds: ['DKC-01'] },
      );
      if (works.status !== 201) contradictions.push(`afterwards no number is given: ${JSON.stringify(works)}`);
      await pause(1_000);
      contradictions.push(...leaked(heldBefore, held(server)));
      if (server.said() !== '') contradictions.push(`it complained: ${server.said().slice(0, 300)}`);
      await server.kill();
      const record = await readRecord(path.join(folder, 'antrean.db'));
      // The number that was given at the end is one event and one command.
      const rowsAfter = rowsIn(folder);
      for (const [table, rows] of rowsBefore)
        if ((rowsAfter.get(table) ?? 0) > rows + (grownBy[table] ?? 0))
          contradictions.push(`table ${table} grew from ${rows} rows to ${rowsAfter.get(table)}`);
      return {
        figures: { ...sent, operations: operations.length },
        contradictions: [...contradictions, ...judge({ record })],
      };
    } finally {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const grownBy: Readonly<Record<string, number>> = { event: 1, command: 1, visit: 1, ticket: 1, series: 1, issued: 1 };

async function people(server: RealServer): Promise<readonly Who[]> {
  const mall = { url: server.url(), demo: server.demo() };
  const { kioskToken, displayToken } = server.demo();
  const officer = await signIn(mall, 'counter-1');
  const { session } = await signInManager(mall);
  return [
    { token: kioskToken },
    { token: displayToken },
    { token: officer.token, session: officer.session },
    { session },
    {},
  ];
}

type Attack = {
  readonly server: RealServer;
  readonly operations: readonly Operation[];
  readonly everybody: readonly Who[];
  readonly random: Random;
  readonly sent: { requests: number; frames: number; bytes: number };
  readonly contradictions: string[];
};

/** Forty requests in groups of eight, and a few sockets beside them. */
async function attack({ server, operations, everybody, random, sent, contradictions }: Attack): Promise<void> {
  for (let group = 0; group < 5; group += 1) {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        send(server.url(), brokenRequest(random.pick(operations), random.pick(everybody), random)),
      ),
    );
    sent.requests += replies.length;
    contradictions.push(...replies.flatMap((reply) => wrongReply(reply) ?? []));
  }
  const tokens = [server.demo().kioskToken, server.demo().displayToken, 'x'.repeat(43), null];
  const frames = await Promise.all(
    [1, 2, 3].map(() => sendFrames(server.url(), random.pick(tokens), random.whole(1, 6), random)),
  );
  sent.frames += frames.reduce((sum, count) => sum + count, 0);
  const noise = Array.from({ length: random.whole(1, 200) }, () => random.whole(0, 255));
  const bytes = [
    Buffer.from(noise),
    Buffer.from('GET / HTTP/9.9\r\n\r\n'),
    Buffer.from(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n`),
  ];
  await sendBytes(server.url(), random.pick(bytes));
  sent.bytes += 1;
  const alive = await fetch(`${server.url()}/health/live`).then(
    ({ status }) => status,
    () => 0,
  );
  if (alive !== 200) contradictions.push(`the server is gone: ${alive} ${server.said().slice(0, 200)}`);
}

function held(server: RealServer): Held {
  const of = `/proc/${server.pid()}`;
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${of}/status`, 'utf8'))?.[1] ?? 0);
  return { files: readdirSync(`${of}/fd`).length, megabytes: Math.round(kilobytes / 1024) };
}

/** How many rows each table has, in the database of a server that is dead. */
function rowsIn(folder: string): ReadonlyMap<string, number> {
  const db = new DatabaseSync(path.join(folder, 'antrean.db'));
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all();
  const rows = new Map(
    tables.map(({ name }): [string, number] => [
      String(name),
      Number(db.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n),
    ]),
  );
  db.close();
  return rows;
}
