import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore, StoreRefusesToOpen } from '@antrean/store';
import { copyName } from '../apps/server/src/backups/copy-names.ts';
import { trustOwnServer } from './own-server.ts';

const usage = 'npm run backup -- --data DIR [--backups DIR] [--port N]';

try {
  await backUp();
} catch (error) {
  const isExpected = error instanceof StoreRefusesToOpen || (error as { code?: unknown }).code !== undefined;
  console.error(isExpected ? `${(error as Error).message}\n${usage}` : error);
  process.exitCode = 1;
}

/** Asks the running server for a copy; makes it itself when none runs on this data. */
async function backUp(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.ANTREAN_DATA },
      backups: { type: 'string', default: process.env.ANTREAN_BACKUPS },
      port: { type: 'string', default: process.env.ANTREAN_PORT ?? '8080' },
    },
  });
  if (!values.data) return fail(`Di folder mana datanya? Which folder holds the data?\n${usage}`);
  const data = path.resolve(values.data);
  const folder = path.resolve(values.backups ?? path.join(data, 'backups'));
  const made = (await byServer(data, values.port)) ?? (await byHand(data, folder));
  if (!made.ok) return fail(`Cadangan GAGAL. The backup FAILED: ${made.told}`);
  console.log(
    `Cadangan jadi dan sudah diperiksa. The backup is made and checked: ${made.told}\n` +
      `${made.head} peristiwa, ${made.visits} pengunjung. ${made.head} events, ${made.visits} visitors.`,
  );
}

type Made = { readonly ok: boolean; readonly told: string; readonly head: number; readonly visits: number };

/** Null when no server runs on this data. */
async function byServer(data: string, port: string): Promise<Made | null> {
  const url = `${trustOwnServer(data)}://127.0.0.1:${port}/operations/backup`;
  const answer = await fetch(url, { method: 'POST', headers: { 'x-antrean-data': encodeURIComponent(data) } }).catch(
    () => null,
  );
  if (answer === null || answer.status === 404) return null;
  return (await answer.json()) as Made;
}

async function byHand(data: string, folder: string): Promise<Made> {
  const store = await openSqliteStore({ file: path.join(data, 'antrean.db') });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, copyName(Date.now(), store.catalogue().site.timeZone, readdirSync(folder)));
    const { seq, visits } = await store.backup(file);
    return { ok: true, told: file, head: seq, visits };
  } finally {
    await store.close();
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
