import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One step of the tables: `version` counts from 1 without a gap, `text` is its SQL for one engine. */
export type Migration = { readonly version: number; readonly name: string; readonly text: string };

const folder = path.resolve(import.meta.dirname, '../../../db/migrations');

/** The migrations of `db/migrations` for one engine: the common text, then what only this engine understands. */
export function shippedMigrations(engine: 'sqlite' | 'postgres', from = folder): readonly Migration[] {
  const names = readdirSync(from).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file));
  return names.sort().map((file, n) => {
    const version = Number.parseInt(file, 10);
    if (version !== n + 1) throw new Error(`migration ${file} is not number ${n + 1}`);
    const own = path.join(from, file.replace(/\.sql$/, `.${engine}.sql`));
    const text = readFileSync(path.join(from, file), 'utf8') + (existsSync(own) ? readFileSync(own, 'utf8') : '');
    return { version, name: file.replace(/\.sql$/, ''), text };
  });
}
