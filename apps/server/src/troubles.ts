import type { ServerTrouble } from '@antrean/protocol';
import type { Backups } from './backups/keep-backups.ts';

/** What a person should do something about at the server itself; empty when all is well. */
export type Troubles = () => ServerTrouble[];

export function watchTroubles(backups: Backups | null): Troubles {
  return () => {
    const failedAt = backups?.state().failedAt ?? null;
    return failedAt === null ? [] : [{ code: 'backup.failed', since: failedAt }];
  };
}
