import { newId } from './ids.ts';
import type { AccessEntry } from './readings.ts';
import { number, text, textOrNull } from './rows.ts';
import { many, type Script, sql, write } from './sql.ts';

type Noted = Pick<AccessEntry, 'at' | 'act'> & Partial<Omit<AccessEntry, 'id'>>;

/** Adds a line to the record at the doors. */
export function* noteAccess(entry: Noted): Script<void> {
  const { at, act, byOfficerId = null, byDeviceId = null, officerId = null, deviceId = null, detail = null } = entry;
  yield* write(sql`
    INSERT INTO access_log (id, at, act, by_officer_id, by_device_id, officer_id, device_id, detail)
    VALUES (${newId(at)}, ${at}, ${act}, ${byOfficerId}, ${byDeviceId}, ${officerId}, ${deviceId}, ${detail})`);
}

export function* accessLog(limit: number): Script<readonly AccessEntry[]> {
  const rows = yield* many(sql`SELECT * FROM access_log ORDER BY at DESC, id DESC LIMIT ${limit}`);
  return rows.map((row) => ({
    id: text(row, 'id'),
    at: number(row, 'at'),
    act: text(row, 'act'),
    byOfficerId: textOrNull(row, 'by_officer_id'),
    byDeviceId: textOrNull(row, 'by_device_id'),
    officerId: textOrNull(row, 'officer_id'),
    deviceId: textOrNull(row, 'device_id'),
    detail: textOrNull(row, 'detail'),
  }));
}
