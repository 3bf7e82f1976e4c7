import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '@antrean/domain';
import { openSqliteStore, referenceMall, type Store, StoreRefusesToOpen } from '@antrean/store';
import type { Settings } from './flags.ts';

export type Opened = { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly problem: string };

/** Opens the installation's database, or creates it where that was asked for; never a new one where one should be. */
export async function openStore({ data, demo, site }: Settings): Promise<Opened> {
  const file = path.join(data, 'antrean.db');
  const isThere = existsSync(file);
  if (!isThere && !demo && site === null)
    return refused(`There is no database in ${data}. To create a new mall there, give its name: --site "MPP …".`);
  // Left in a start script, --site would create an empty mall on the day the data disk is not mounted.
  if (isThere && site !== null) return refused(`There is a mall in ${data} already. Start it without --site.`);
  try {
    if (isThere) return { ok: true, store: await openSqliteStore({ file }) };
    const mall = referenceMall();
    const catalogue = site === null ? demoMall(mall) : { ...mall, site: { ...mall.site, name: site } };
    return { ok: true, store: await openSqliteStore({ file, create: { catalogue, at: Date.now() } }) };
  } catch (error) {
    if (error instanceof StoreRefusesToOpen) return refused(error.message);
    throw error;
  }
}

// Nobody who tries the screens has twenty seconds to wait between two calls.
function demoMall(mall: Catalogue): Catalogue {
  return { ...mall, rules: { ...mall.rules, callEverySeconds: 3 } };
}

function refused(problem: string): Opened {
  return { ok: false, problem };
}
