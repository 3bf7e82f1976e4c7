import type { TestContext } from 'node:test';
import type { Catalogue } from '@antrean/domain';
import type { Store } from '../src/store.ts';

/** One engine as the contract sees it. Each database is closed and removed when its test ends. */
export type EngineUnderTest = {
  readonly name: string;
  /** A new database. */
  readonly make: (t: TestContext, catalogue: Catalogue) => Promise<Opened>;
};

type Opened = {
  readonly store: Store;
  /** The store as it is open now: `reopen` and `meddle` make a new one. */
  readonly current: () => Store;
  /** Closes the store and opens the same database again, as a restarted server does. */
  readonly reopen: () => Promise<Store>;
  /** Runs SQL of an outsider, past the store: to damage or to try what the database itself refuses. */
  readonly meddle: (sqlText: string) => Promise<void>;
};
