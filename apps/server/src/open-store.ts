import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFrom, openSqliteStore, type Store, StoreRefusesToOpen } from '@antrean/store';
import type { Settings } from './flags.ts';

export type Opened = { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly problem: string };

/** Opens the installation's database, or creates it where that was asked for; never a new one where one should be. */
export async function openStore({ data, demo, site }: Settings, root: string): Promise<Opened> {
  const file = path.join(data, 'antrean.db');
  if (!existsSync(file) && !demo && site === null)
    return {
      ok: false,
      problem: `There is no database in ${data}. To create a new mall there, give its name: --site "MPP …".`,
    };
  try {
    if (existsSync(file)) return { ok: true, store: await openSqliteStore({ file }) };
    return {
      ok: true,
      store: await openSqliteStore({ file, create: { catalogue: referenceMall(root, site), at: Date.now() } }),
    };
  } catch (error) {
    if (error instanceof StoreRefusesToOpen) return { ok: false, problem: error.message };
    throw error;
  }
}

function referenceMall(root: string, site: string | null) {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, 'db', name), 'utf8'));
  const mall = catalogueFrom({
    mall: read('catalogue/banyuwangi.json'),
    hours: read('calendar/hours.json'),
    days: read('calendar/id-2026.json'),
  });
  return site === null ? mall : { ...mall, site: { ...mall.site, name: site } };
}
