import { decideRoles, ok, type Result, refuse, unreachable } from '@antrean/domain';
import { noteAccess } from './access-log.ts';
import type { AccessOrder, DeviceRole } from './access-store.ts';
import { newId } from './ids.ts';
import { officerById } from './people.ts';
import { change, one, type Script, sql, write } from './sql.ts';
import type { Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

type OrderOf<K extends AccessOrder['kind']> = Extract<AccessOrder, { readonly kind: K }>;
type Answer<K extends AccessOrder['kind']> = Script<Result<Outcomes[K], StoreRefusal>>;

/** Long enough to walk to the far end of the building. */
const codeMs = 10 * 60_000;

/** Carries out what a manager does about people and devices; each act leaves a line in the record at the doors. */
export function carryOutAccess(turn: Turn, order: AccessOrder): Answer<AccessOrder['kind']> {
  switch (order.kind) {
    case 'add-officer':
      return addPerson(turn, order);
    case 'change-officer':
      return changePerson(turn, order);
    case 'reset-secret':
      return resetSecret(turn, order);
    case 'sign-out-officer':
    case 'deactivate-officer':
    case 'reactivate-officer':
      return movePerson(turn, order);
    case 'add-device':
      return addStation(turn, order);
    case 'renew-code':
      return renewCode(turn, order);
    case 'rename-device':
      return renameDevice(turn, order);
    case 'revoke-device':
      return revokeDevice(turn, order);
    default:
      return unreachable(order);
  }
}

function* addPerson(turn: Turn, order: OrderOf<'add-officer'>): Answer<'add-officer'> {
  const login = order.login.trim();
  if (yield* one(sql`SELECT id FROM officer WHERE login = ${login}`)) return refuse('officer.loginTaken', { login });
  const officerId = newId(turn.at);
  yield* write(sql`
    INSERT INTO officer (id, login, name, roles, pin_hash, pin_is_initial, password_hash, password_is_initial, added_at)
    VALUES (${officerId}, ${login}, ${order.name.trim()}, ${JSON.stringify(order.roles)}, ${order.pinHash}, 1,
      ${order.passwordHash}, ${order.passwordHash === null ? 0 : 1}, ${turn.at})`);
  yield* note(turn, order.kind, { officerId, detail: order.roles.join(' ') });
  return ok({ officerId });
}

function* changePerson(turn: Turn, order: OrderOf<'change-officer'>): Answer<'change-officer'> {
  const { officerId, roles } = order;
  if (!(yield* officerById(officerId))) return refuse('officer.unknown');
  const decided = decideRoles(turn.actor, officerId, roles);
  if (!decided.ok) return decided;
  yield* change(sql`
    UPDATE officer SET name = ${order.name.trim()}, roles = ${JSON.stringify(roles)} WHERE id = ${officerId}`);
  yield* note(turn, order.kind, { officerId, detail: roles.join(' ') });
  return ok({});
}

/** Whoever has forgotten a secret, or may have lost it to others, begins anew and is signed in nowhere. */
function* resetSecret(turn: Turn, order: OrderOf<'reset-secret'>): Answer<'reset-secret'> {
  const { officerId, pinHash, passwordHash } = order;
  if (!(yield* officerById(officerId))) return refuse('officer.unknown');
  yield* change(sql`
    UPDATE officer SET pin_hash = ${pinHash}, pin_is_initial = 1, password_hash = ${passwordHash},
      password_is_initial = ${passwordHash === null ? 0 : 1} WHERE id = ${officerId}`);
  yield* endSessions(turn, officerId);
  yield* note(turn, order.kind, { officerId });
  return ok({});
}

function* movePerson(
  turn: Turn,
  { kind, officerId }: OrderOf<'sign-out-officer' | 'deactivate-officer' | 'reactivate-officer'>,
): Answer<'sign-out-officer'> {
  if (!(yield* officerById(officerId))) return refuse('officer.unknown');
  if (kind === 'deactivate-officer') {
    const decided = decideRoles(turn.actor, officerId, null);
    if (!decided.ok) return decided;
    yield* change(sql`UPDATE officer SET deactivated_at = ${turn.at} WHERE id = ${officerId}`);
  }
  if (kind === 'reactivate-officer')
    yield* change(sql`UPDATE officer SET deactivated_at = NULL WHERE id = ${officerId}`);
  else yield* endSessions(turn, officerId);
  yield* note(turn, kind, { officerId });
  return ok({});
}

function* addStation(turn: Turn, order: OrderOf<'add-device'>): Answer<'add-device'> {
  const { role, counterId, zoneId } = order;
  const { counters, zones } = turn.catalogue;
  if ((role === 'counter') !== (counterId !== null) || (counterId && !counters.some(({ id }) => id === counterId)))
    return refuse('counter.unknown', { counterId });
  if (zoneId !== null && !zones.some(({ id }) => id === zoneId)) return refuse('zone.unknown', { zoneId });
  const deviceId = newId(turn.at);
  // A hash that is none: no token has it, and no two devices share it.
  yield* write(sql`
    INSERT INTO device (id, role, name, counter_id, zone_id, token_hash, added_at)
    VALUES (${deviceId}, ${role}, ${order.name.trim()}, ${counterId}, ${zoneId}, ${`none of ${deviceId}`}, ${turn.at})`);
  const validUntil = yield* putCode(turn, deviceId, order.codeHash);
  yield* note(turn, order.kind, { deviceId, detail: role satisfies DeviceRole });
  return ok({ deviceId, validUntil });
}

function* renewCode(turn: Turn, { kind, deviceId, codeHash }: OrderOf<'renew-code'>): Answer<'renew-code'> {
  if (!(yield* isKnown(deviceId))) return refuse('device.unknown');
  const validUntil = yield* putCode(turn, deviceId, codeHash);
  yield* note(turn, kind, { deviceId });
  return ok({ validUntil });
}

function* renameDevice(turn: Turn, { kind, deviceId, name }: OrderOf<'rename-device'>): Answer<'rename-device'> {
  if (!(yield* isKnown(deviceId))) return refuse('device.unknown');
  yield* change(sql`UPDATE device SET name = ${name.trim()} WHERE id = ${deviceId}`);
  yield* note(turn, kind, { deviceId });
  return ok({});
}

function* revokeDevice(turn: Turn, { kind, deviceId }: OrderOf<'revoke-device'>): Answer<'revoke-device'> {
  if (!(yield* isKnown(deviceId))) return refuse('device.unknown');
  yield* change(sql`UPDATE device SET revoked_at = ${turn.at} WHERE id = ${deviceId}`);
  yield* write(sql`DELETE FROM enrolment WHERE device_id = ${deviceId}`);
  yield* write(sql`UPDATE session SET ended_at = ${turn.at} WHERE device_id = ${deviceId} AND ended_at IS NULL`);
  yield* note(turn, kind, { deviceId });
  return ok({});
}

function* putCode({ at }: Turn, deviceId: string, codeHash: string): Script<number> {
  const validUntil = at + codeMs;
  yield* write(sql`
    INSERT INTO enrolment (device_id, code_hash, valid_until) VALUES (${deviceId}, ${codeHash}, ${validUntil})
    ON CONFLICT (device_id) DO UPDATE SET code_hash = excluded.code_hash, valid_until = excluded.valid_until`);
  return validUntil;
}

function* isKnown(deviceId: string): Script<boolean> {
  return (yield* one(sql`SELECT id FROM device WHERE id = ${deviceId} AND revoked_at IS NULL`)) !== undefined;
}

function* endSessions({ at }: Turn, officerId: string): Script<void> {
  yield* write(sql`UPDATE session SET ended_at = ${at} WHERE officer_id = ${officerId} AND ended_at IS NULL`);
}

type About = { readonly officerId?: string; readonly deviceId?: string; readonly detail?: string };

function* note({ actor, at }: Turn, act: AccessOrder['kind'], about: About): Script<void> {
  yield* noteAccess({ at, act, byOfficerId: actor.officerId, byDeviceId: actor.deviceId, ...about });
}
