import type { ServerTrouble } from '@antrean/protocol';
import type { Backups } from './backups/keep-backups.ts';
import type { DiskGuard } from './machine/guard-disk.ts';

export type Troubles = {
  /** What a person should do something about at the server itself; empty when all is well. */
  now(): ServerTrouble[];
  /** A station has seen a later event of this epoch than the log holds: something that was answered is gone. */
  lostTail(at: number): void;
};

type Watched = {
  readonly backups: Backups | null;
  readonly disk: DiskGuard | null;
  readonly isClockSuspect: () => boolean;
};

export function watchTroubles({ backups, disk, isClockSuspect }: Watched): Troubles {
  // Until the next start: what is lost does not come back because the log has grown past it.
  let tailLostAt: number | null = null;
  return {
    now() {
      const failedAt = backups?.state().failedAt ?? null;
      const room = disk?.state() ?? 'ok';
      return [
        ...(room === 'ok' ? [] : [{ code: `disk.${room}`, since: null } as const]),
        ...(tailLostAt === null ? [] : [{ code: 'log.lostTail', since: tailLostAt } as const]),
        ...(isClockSuspect() ? [{ code: 'clock.suspect', since: null } as const] : []),
        ...(failedAt === null ? [] : [{ code: 'backup.failed', since: failedAt } as const]),
      ];
    },
    lostTail(at) {
      tailLostAt ??= at;
    },
  };
}
