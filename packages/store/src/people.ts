import { authorise, type Catalogue, ok, type Result, type Role, refuse, rolesIn } from '@antrean/domain';
import { noteAccess } from './access-log.ts';
import type { Device, DeviceRole, LiveSession, NewOfficer, Officer, Session } from './access-store.ts';
import { number, text, textOrNull, word, yes } from './rows.ts';
import { change, many, one, only, type Row, type Script, sql, write } from './sql.ts';
import type { StoreRefusal } from './store.ts';
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
  return (yield* many(
    sql`SELECT * FROM device WHERE revoked_at IS NULL AND enrolled_at IS NOT NULL ORDER BY role, name, id`,
  )).map(deviceFrom);
}

export function* kiosksEnrolled(): Script<number> {
  return number(
    yield* only(
      sql`SELECT count(*) AS n FROM device WHERE role = 'kiosk' AND revoked_at IS NULL AND enrolled_at IS NOT NULL`,
    ),
    'n',
  );
}

export function deviceFrom(row: Row): Device {
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
    INSERT INTO device (id, role, name, counter_id, zone_id, token_hash, added_at, enrolled_at)
    VALUES (${device.id}, ${device.role}, ${device.name}, ${device.counterId}, ${device.zoneId}, ${tokenHash}, ${at}, ${at})
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, name = excluded.name, counter_id = excluded.counter_id,
      zone_id = excluded.zone_id, token_hash = excluded.token_hash, added_at = excluded.added_at, enrolled_at = excluded.enrolled_at, revoked_at = NULL`);
}

export function* officerByLogin(login: string): Script<Officer | null> {
  const row = yield* one(sql`SELECT * FROM officer WHERE login = ${login}`);
  return row ? officerFrom(row, 'id') : null;
}

// Roles are written by `addOfficer` only; an unknown word gives no right, because rights are looked up by word.
export function officerFrom(row: Row, idColumn: 'id' | 'officer_id'): Officer {
  return {
    id: text(row, idColumn),
    login: text(row, 'login'),
    name: text(row, 'name'),
    roles: JSON.parse(text(row, 'roles')) as readonly Role[],
    pinHash: text(row, 'pin_hash'),
    passwordHash: textOrNull(row, 'password_hash'),
    isPinInitial: yes(row, 'pin_is_initial'),
    isPasswordInitial: yes(row, 'password_is_initial'),
    isActive: row.deactivated_at === null,
  };
}

export function* officerById(id: string): Script<Officer | null> {
  const row = yield* one(sql`SELECT * FROM officer WHERE id = ${id}`);
  return row ? officerFrom(row, 'id') : null;
}

export function* addOfficer(officer: NewOfficer, at: number): Script<void> {
  const { id, login, name, roles, pinHash, passwordHash = null } = officer;
  yield* write(sql`
    INSERT INTO officer (id, login, name, roles, pin_hash, password_hash, added_at)
    VALUES (${id}, ${login}, ${name}, ${JSON.stringify(roles)}, ${pinHash}, ${passwordHash}, ${at})
    ON CONFLICT (id) DO UPDATE SET login = excluded.login, name = excluded.name, roles = excluded.roles,
      pin_hash = excluded.pin_hash, password_hash = excluded.password_hash, pin_is_initial = 0, password_is_initial = 0,
      deactivated_at = NULL`);
}

export function* deviceTokenHashes(): Script<ReadonlySet<string>> {
  return new Set(
    (yield* many(sql`SELECT token_hash FROM device WHERE revoked_at IS NULL`)).map((row) => text(row, 'token_hash')),
  );
}

/** A secret of one's own in place of the one that somebody else has chosen. */
export function* changeSecret(officerId: string, kind: 'pin' | 'password', hash: string, at: number): Script<void> {
  yield* change(
    kind === 'pin'
      ? sql`UPDATE officer SET pin_hash = ${hash}, pin_is_initial = 0 WHERE id = ${officerId}`
      : sql`UPDATE officer SET password_hash = ${hash}, password_is_initial = 0 WHERE id = ${officerId}`,
  );
  yield* noteAccess({ at, act: `change-${kind}`, byOfficerId: officerId, officerId });
}

export function* beginSession(
  catalogue: Catalogue,
  session: Session,
  tokenHash: string,
  at: number,
): Script<Result<Session, StoreRefusal>> {
  const { id, officerId, counterId, deviceId } = session;
  const officer = yield* officerById(officerId);
  if (!officer?.isActive) return refuse('access.denied');
  const allowed = yield* mayBegin(officer, deviceId);
  if (!allowed.ok) return allowed;
  if (counterId !== null) {
    if (!catalogue.counters.some((place) => place.id === counterId)) return refuse('counter.unknown', { counterId });
    const caller = yield* callerAt(counterId);
    if (caller !== undefined && caller !== officerId) return refuse('counter.taken', { counterId });
  }
  // The manager's own page is another place than a counter: neither ends the other.
  const isAtDevice = deviceId === null ? 0 : 1;
  yield* write(sql`
    UPDATE session SET ended_at = ${at}
    WHERE ended_at IS NULL AND (counter_id = ${counterId}
      OR (officer_id = ${officerId} AND CASE WHEN device_id IS NULL THEN 0 ELSE 1 END = ${isAtDevice}))`);
  const expiresAt = Math.min(session.expiresAt, at + longestSessionMs);
  yield* write(sql`
    INSERT INTO session (id, token_hash, officer_id, counter_id, device_id, begun_at, idle_until, expires_at)
    VALUES (${id}, ${tokenHash}, ${officerId}, ${counterId}, ${deviceId}, ${at}, ${at + idleMs}, ${expiresAt})`);
  return ok({ ...session, expiresAt });
}

// At a device the device decides; without one a person needs a role that is worth something there (rule [A5]).
function* mayBegin({ roles, passwordHash }: Officer, deviceId: string | null): Script<Result<unknown, StoreRefusal>> {
  if (deviceId === null)
    return passwordHash !== null && rolesIn(roles, true).length > 0 ? ok(null) : refuse('access.denied');
  const device = yield* one(sql`SELECT role FROM device WHERE id = ${deviceId} AND revoked_at IS NULL`);
  if (!device) return refuse('access.denied');
  const role = word(device, 'role', deviceRoles);
  return authorise({ roles: [role], deviceId, officerId: null, counterId: null }, 'sign-in');
}

export function* endSession(tokenHash: string, at: number): Script<void> {
  yield* write(sql`UPDATE session SET ended_at = ${at} WHERE token_hash = ${tokenHash} AND ended_at IS NULL`);
}

/**
 * The session and its officer, null once it has ended, lain idle or outlived its day. An officer with a visitor at the counter
 * is not idle: a building permit takes longer than ten minutes, and nobody else can sit down there.
 */
export function* liveSession(tokenHash: string, at: number): Script<LiveSession | null> {
  const row = yield* one(sql`
    SELECT s.*, o.login, o.name, o.roles, o.pin_hash, o.password_hash, o.pin_is_initial, o.password_is_initial, o.deactivated_at
    FROM session s JOIN officer o ON o.id = s.officer_id
    WHERE s.token_hash = CAST(${tokenHash} AS TEXT) AND o.deactivated_at IS NULL AND s.ended_at IS NULL AND s.expires_at > ${at}
      AND (s.idle_until > ${at} OR EXISTS (
        SELECT 1 FROM ticket t WHERE t.counter_id = s.counter_id AND t.called_by = s.officer_id))`);
  if (!row) return null;
  return {
    id: text(row, 'id'),
    officerId: text(row, 'officer_id'),
    counterId: textOrNull(row, 'counter_id'),
    deviceId: textOrNull(row, 'device_id'),
    expiresAt: number(row, 'expires_at'),
    idleUntil: number(row, 'idle_until'),
    officer: officerFrom(row, 'officer_id'),
  };
}

/** Somebody is at the page of this session: until when it lives now, null when it has ended or is another device's. */
export function* touchSession(tokenHash: string, deviceId: string | null, at: number): Script<number | null> {
  const session = yield* liveSession(tokenHash, at);
  if (!session || session.deviceId !== deviceId) return null;
  const idleUntil = Math.min(at + idleMs, session.expiresAt);
  yield* write(sql`UPDATE session SET idle_until = ${idleUntil} WHERE id = ${session.id}`);
  return idleUntil;
}
