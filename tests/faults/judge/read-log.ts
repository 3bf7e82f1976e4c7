import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '@antrean/store';
import type { LogRow, MallRecord, Paper } from './evidence.ts';

/**
 * Reads a database whose server is dead: the log and the command table with another SQLite than the server's, the hall as the server
 * itself would read it.
 */
export async function readRecord(file: string): Promise<MallRecord> {
  const db = new DatabaseSync(file);
  // Rows are as our own migrations made them.
  const log = db
    .prepare('SELECT seq, prev_hash AS prevHash, hash, command_id AS commandId, body FROM event ORDER BY seq')
    .all() as unknown as LogRow[];
  const head = db.prepare('SELECT epoch, seq, last_hash AS hash FROM site').get() as unknown as MallRecord['head'];
  const commands = new Set(
    db
      .prepare('SELECT id FROM command')
      .all()
      .map(({ id }) => String(id)),
  );
  db.close();
  const store = await openSqliteStore({ file });
  const hall = await store.hall();
  const catalogue = store.catalogue();
  await store.close();
  return { log, head, commands, hall, catalogue };
}

/** The visits behind the addresses on these slips, as the server finds them. */
export async function visitsBehind(file: string, slips: Paper['slips']): Promise<Paper['visitOf']> {
  const store = await openSqliteStore({ file });
  const visitOf = new Map<string, string>();
  for (const { text } of slips) {
    const url = /\[QR (\S+)\]/.exec(text)?.[1] ?? '';
    const found = await store.visitByStatusToken(url.split('/').at(-1) ?? '');
    if (found) visitOf.set(url, found.visit.id);
  }
  await store.close();
  return visitOf;
}
