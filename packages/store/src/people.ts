import { authorise, type Catalogue, ok, type Result, type Role, refuse } from '@antrean/domain';
import { number, text, textOrNull, word } from './rows.ts';
import { many, one, only, type Row, type Script, sql, write } from './sql.ts';
import type { Device, DeviceRole, Officer, Session, StoreRefusal } from './store.ts';
import { callerAt } from './ticket-rows.ts';

/** Idle sessions end after ten minutes; each command, and each sign of somebody at the page, begins them anew. */
export const idleMs = 10 * 60_000;
/** No session outlives a working day, whatever its caller asks for. */
const longestSessionMs = 10 * 3_600_000;

const deviceRoles: readonly DeviceRole[] = ['kiosk', 'display', 'counter', 'reception'];

export function* deviceByTokenHash(tokenHash: string): Script<Device | null> {
  const row = yield* one(sql`SELECT * FROM device WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`);
  return row ? deviceFrom(row) : null;
}

/** Every station that may act. */
export function* devices(): Script<readonly Device[]> {
  return (yield* many(sql`SELECT * FROM device WHERE revoked_at IS NULL ORDER BY role, name, id`)).map(deviceFrom);
}

export function* kiosksEnrolled(): Script<number> {
  return number(yield* only(sql`SELECT count(*) AS n FROM device WHERE role = 'kiosk' AND revoked_at IS NULL`), 'n');
}

function deviceFrom(row: Row): Device {
  return {
    id: text(row, 'id'),
    role: word(row, 'role', deviceRoles),
    name: text(row, 'name'),
    counterId: textOrNull(row, 'counter_id'),
    zoneId: textOrNull(row, 'zone_id'),
  };
}

export function* addDevice(device: Device, tokenHash: string, at: number): Script<void> {
  yield* write(sql`
    INSERT INTO device (id, role, name, counter_id, zone_id, token_hash, added_at)
    VALUES (${device.id}, ${device.role}, ${device.name}, ${device.counterId}, ${device.zoneId}, ${tokenHash}, ${at})
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, name = excluded.name, counter_id = excluded.counter_id,
      zone_id = excluded.zone_id, token_hash = excluded.token_hash, added_at = excluded.added_at, revoked_at = NULL`);
}

export function* officerByLogin(login: string): Script<Officer | null> {
  const row = yield* one(sql`SELECT * FROM officer WHERE login = ${login}`);
  return row ? officerFrom(row, 'id') : null;
}

// Roles are written by `addOfficer` only; an unknown word gives no right, because rights are looked up by word.
function officerFrom(row: Row, idColumn: string): Officer {
  return {
    id: text(row, idColumn),
    login: text(row, 'login'),
    name: text(row, 'name'),
    roles: JSON.parse(text(row, 'roles')) as readonly Role[],
    pinHash: text(row, 'pin_hash'),
  };
}

export function* addOfficer(officer: Officer, at: number): Script<void> {
  yield* write(sql`
    INSERT INTO officer (id, login, name, roles, pin_hash, added_at)
    VALUES (${officer.id}, ${officer.login}, ${officer.name}, ${JSON.stringify(officer.roles)}, ${officer.pinHash}, ${at})
    ON CONFLICT (id) DO UPDATE SET login = excluded.login, name = excluded.name, roles = excluded.roles, pin_hash = excluded.pin_hash`);
}

export function* beginSession(
  catalogue: Catalogue,
  session: Session,
  tokenHash: string,
  at: number,
): Script<Result<Session, StoreRefusal>> {
  const { id, officerId, counterId, deviceId } = session;
  const device = yield* one(sql`SELECT role FROM device WHERE id = ${deviceId} AND revoked_at IS NULL`);
  const officer = yield* one(sql`SELECT id FROM officer WHERE id = ${officerId}`);
  if (!device || !officer) return refuse('access.denied');
  const roles = [word(device, 'role', deviceRoles)];
  const allowed = authorise({ roles, deviceId, officerId: null, counterId: null }, 'sign-in');
  if (!allowed.ok) return allowed;
  if (counterId !== null) {
    if (!catalogue.counters.some((place) => place.id === counterId)) return refuse('counter.unknown', { counterId });
    const caller = yield* callerAt(counterId);
    if (caller !== undefined && caller !== officerId) return refuse('counter.taken', { counterId });
  }
  yield* write(sql`
    UPDATE session SET ended_at = ${at}
    WHERE ended_at IS NULL AND (officer_id = ${officerId} OR counter_id = ${counterId})`);
  const expiresAt = Math.min(session.expiresAt, at + longestSessionMs);
  yield* write(sql`
    INSERT INTO session (id, token_hash, officer_id, counter_id, device_id, begun_at, idle_until, expires_at)
    VALUES (${id}, ${tokenHash}, ${officerId}, ${counterId}, ${deviceId}, ${at}, ${at + idleMs}, ${expiresAt})`);
  return ok({ ...session, expiresAt });
}

export function* endSession(tokenHash: string, at: number): Script<void> {
  yield* write(sql`UPDATE session SET ended_at = ${at} WHERE token_hash = ${tokenHash} AND ended_at IS NULL`);
}

/**
 * The session and its officer, null once it has ended, lain idle or outlived its day. An officer with a visitor at the counter
 * is not idle: a building permit takes longer than ten minutes, and nobody else can sit down there.
 */
export function* liveSession(tokenHash: string, at: number): Script<(Session & { readonly officer: Officer }) | null> {
  const row = yield* one(sql`
    SELECT s.*, o.login, o.name, o.roles, o.pin_hash FROM session s JOIN officer o ON o.id = s.officer_id
    WHERE s.token_hash = CAST(${tokenHash} AS TEXT) AND s.ended_at IS NULL AND s.expires_at > ${at}
      AND (s.idle_until > ${at} OR EXISTS (
        SELECT 1 FROM ticket t WHERE t.counter_id = s.counter_id AND t.called_by = s.officer_id))`);
  if (!row) return null;
  return {
    id: text(row, 'id'),
    officerId: text(row, 'officer_id'),
    counterId: textOrNull(row, 'counter_id'),
    deviceId: text(row, 'device_id'),
    expiresAt: number(row, 'expires_at'),
    officer: officerFrom(row, 'officer_id'),
  };
}

/** Somebody is at the page of this session: until when it lives now, null when it has ended or is another device's. */
export function* touchSession(tokenHash: string, deviceId: string, at: number): Script<number | null> {
  const session = yield* liveSession(tokenHash, at);
  if (session?.deviceId !== deviceId) return null;
  const idleUntil = Math.min(at + idleMs, session.expiresAt);
  yield* write(sql`UPDATE session SET idle_until = ${idleUntil} WHERE id = ${session.id}`);
  return idleUntil;
}
