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
  /** When the server's certificate ends, epoch milliseconds; null without one. */
  readonly certificateUntil: number | null;
  /** The machine's wall clock, which is what browsers compare a certificate with. */
  readonly now: () => number;
};

// A month is two visits of whoever looks after the server.
const renewBeforeMs = 30 * 24 * 3_600_000;

export function watchTroubles({ backups, disk, isClockSuspect, certificateUntil, now }: Watched): Troubles {
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
        ...(certificateUntil !== null && certificateUntil - now() < renewBeforeMs
          ? [{ code: 'certificate.ending', since: null } as const]
          : []),
        ...(failedAt === null ? [] : [{ code: 'backup.failed', since: failedAt } as const]),
      ];
    },
    lostTail(at) {
      tailLostAt ??= at;
    },
  };
}
