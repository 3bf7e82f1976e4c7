import { ok, type Result, refuse } from '@antrean/domain';
import { noteAccess } from './access-log.ts';
import type { Device, DeviceRole, NewOfficer } from './access-store.ts';
import { addOfficer, deviceByTokenHash } from './people.ts';
import type { Setup } from './readings.ts';
import { text } from './rows.ts';
import { change, one, type Script, sql, write } from './sql.ts';
import type { StoreRefusal } from './store.ts';

// What opens a door without anybody being signed in: a code that a person carries there.

/** Gives the device of this code its token; the code is used up and the older token dead. */
export function* enrol(codeHash: string, tokenHash: string, at: number, role?: DeviceRole): Script<Device | null> {
  const row = yield* one(sql`
    SELECT e.device_id, d.role FROM enrolment e JOIN device d ON d.id = e.device_id
    WHERE e.code_hash = ${codeHash} AND e.valid_until > ${at}`);
  if (!row || (role !== undefined && row.role !== role)) return null;
  const deviceId = text(row, 'device_id');
  yield* write(sql`DELETE FROM enrolment WHERE device_id = ${deviceId}`);
  yield* change(sql`
    UPDATE device SET token_hash = ${tokenHash}, enrolled_at = ${at} WHERE id = ${deviceId} AND revoked_at IS NULL`);
  yield* noteAccess({ at, act: 'enrol', byDeviceId: deviceId, deviceId });
  return yield* deviceByTokenHash(tokenHash);
}

export function* setup(): Script<Setup> {
  const code = yield* one(sql`SELECT at FROM setup_code`);
  const manager = yield* one(sql`
    SELECT id FROM officer WHERE password_hash IS NOT NULL AND deactivated_at IS NULL AND roles LIKE '%"manager"%'`);
  return { hasCode: code !== undefined, hasManager: manager !== undefined };
}

export function* openSetup(codeHash: string, at: number): Script<void> {
  yield* write(sql`
    INSERT INTO setup_code (only_row, code_hash, at) VALUES (1, ${codeHash}, ${at})
    ON CONFLICT (only_row) DO UPDATE SET code_hash = excluded.code_hash, at = excluded.at`);
  yield* noteAccess({ at, act: 'setup.code' });
}

export function* foundManager(
  codeHash: string,
  manager: NewOfficer,
  at: number,
): Script<Result<string, StoreRefusal> | null> {
  if (!(yield* one(sql`SELECT at FROM setup_code WHERE code_hash = ${codeHash}`))) return null;
  if (yield* one(sql`SELECT id FROM officer WHERE login = ${manager.login}`)) return refuse('officer.loginTaken');
  yield* write(sql`DELETE FROM setup_code`);
  yield* addOfficer(manager, at);
  yield* noteAccess({ at, act: 'setup', officerId: manager.id });
  return ok(manager.id);
}
