import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

type Lease = {
  readonly id: string;
  readonly device_id: string;
  readonly journal_id: string;
  readonly queue_id: string;
  readonly service_day: string;
  readonly from_value: number;
  readonly to_value: number;
  readonly granted_at: number;
  readonly reported_next: number;
  readonly ended: number;
};

/** What a restored mall must not forget of the database before it: numbers and ranges that were given, and who was shut out. */
export type Given = {
  readonly epoch: number;
  /** The newest service day, and the last number of each queue on it. */
  readonly serviceDay: string | null;
  readonly series: readonly { readonly queue_id: string; readonly last_value: number }[];
  readonly leases: readonly Lease[];
  readonly revoked: readonly { readonly id: string; readonly at: number }[];
  readonly deactivated: readonly { readonly id: string; readonly at: number }[];
};

/** Reads it of a database that nobody uses; null when it cannot be read. A damaged log does not matter here, so nothing else is checked. */
export function whatWasGiven(file: string): Given | null {
  if (!existsSync(file)) return null;
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout: 250 });
    db.pragma('locking_mode = EXCLUSIVE');
    const all = <T>(text: string, ...values: unknown[]) => db?.prepare<unknown[], T>(text).all(...values) ?? [];
    const epoch = all<{ epoch: number }>('SELECT epoch FROM site')[0]?.epoch ?? 1;
    const serviceDay = all<{ day: string | null }>('SELECT max(service_day) AS day FROM service_day')[0]?.day ?? null;
    return {
      epoch,
      serviceDay,
      series: all('SELECT queue_id, last_value FROM series WHERE service_day = ?', serviceDay),
      leases: all('SELECT * FROM lease WHERE service_day >= ?', serviceDay ?? ''),
      revoked: all('SELECT id, revoked_at AS at FROM device WHERE revoked_at IS NOT NULL'),
      deactivated: all('SELECT id, deactivated_at AS at FROM officer WHERE deactivated_at IS NOT NULL'),
    };
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
