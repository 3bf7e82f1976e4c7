import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { mondayMorning } from '../testing/small-mall.ts';
import { storeContract } from '../testing/store-contract.ts';
import { openSqliteStore } from './open-sqlite.ts';
import type { Store } from './store.ts';

storeContract({
  name: 'SQLite',
  async make(t, catalogue) {
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-store-'));
    const file = path.join(folder, 'mall.db');
    let store: Store = await openSqliteStore({ file, create: { catalogue, at: mondayMorning } });
    t.after(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    return {
      store,
      current: () => store,
      async reopen() {
        await store.close();
        store = await openSqliteStore({ file });
        return store;
      },
      async meddle(text) {
        await store.close();
        const outsider = new Database(file);
        try {
          outsider.exec(text);
        } finally {
          outsider.close();
          store = await openSqliteStore({ file });
        }
      },
    };
  },
});
