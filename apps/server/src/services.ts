import type { Store } from '@antrean/store';
import type { Announcer } from './announcer.ts';
import type { DemoAccess } from './demo-access.ts';
import type { DoorBell } from './door-bell.ts';
import type { LiveHall } from './live-hall.ts';
import type { Receipts } from './receipts.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import type { SignIns } from './sign-ins.ts';
import type { Troubles } from './troubles.ts';

/** What routes and feed work with; made once in `app.ts` and handed on, so nothing is global. */
export type Services = {
  readonly store: Store;
  readonly live: LiveHall;
  readonly receipts: Receipts;
  readonly announcer: Announcer;
  readonly signIns: SignIns;
  readonly doors: DoorBell;
  readonly troubles: Troubles;
  /** Epoch milliseconds, never backwards. */
  readonly clock: () => number;
  /** The wall clock as it is, for telling whether it can be trusted. */
  readonly wall: () => number;
  readonly limits: SignInLimits;
  /** What stands before `/t/…`; a function because the port may be known only after listening. */
  readonly publicUrl: () => string;
  /** Null in a real installation. */
  readonly demo: DemoAccess | null;
};
