import { type Actor, ok, type Result, type Role, refuse, rolesIn, systemActor } from '@antrean/domain';
import type { Device } from './access-store.ts';
import { deviceByTokenHash, idleMs, liveSession } from './people.ts';
import { type Script, sql, write } from './sql.ts';
import type { Caller, StoreRefusal } from './store.ts';

/** The device that a command comes from, null for the system itself; refuses one that nobody knows or that was revoked. */
export function* senderOf(caller: Caller): Script<Result<Device | null, StoreRefusal>> {
  if (caller.kind !== 'station') return ok(null);
  const device = yield* deviceByTokenHash(caller.deviceTokenHash);
  return device ? ok(device) : expired();
}

/** Who a command comes from, as the rows have it now: a revoked device or an ended session is found here, not at the handshake. */
export function* actorOf(caller: Caller, device: Device | null, at: number): Script<Result<Actor, StoreRefusal>> {
  if (caller.kind === 'system') return ok(systemActor);
  if (caller.kind === 'person') return yield* personOf(caller.sessionTokenHash, at);
  if (!device) return expired();
  if (caller.sessionTokenHash === null)
    return ok({ roles: [device.role], deviceId: device.id, officerId: null, counterId: null });
  const session = yield* liveSession(caller.sessionTokenHash, at);
  if (!session) return expired();
  if (session.deviceId !== device.id) return refuse('access.denied');
  if (session.officer.isPinInitial) return mustChange();
  const roles: readonly Role[] = [device.role, ...rolesIn(session.officer.roles, false)];
  return ok({ roles, deviceId: device.id, officerId: session.officerId, counterId: session.counterId });
}

function* personOf(sessionTokenHash: string, at: number): Script<Result<Actor, StoreRefusal>> {
  const session = yield* liveSession(sessionTokenHash, at);
  if (!session) return expired();
  // Without its device a session at a counter is worth nothing.
  if (session.deviceId !== null) return refuse('access.denied');
  if (session.officer.isPasswordInitial) return mustChange();
  const { officerId, officer } = session;
  return ok({ roles: rolesIn(officer.roles, true), deviceId: null, officerId, counterId: null });
}

/** A session lives on while it is used. */
export function* keepSessionAlive(caller: Caller, at: number): Script<void> {
  if (caller.kind === 'system' || caller.sessionTokenHash === null) return;
  // An act may end the session that it came with: its own holder was signed out everywhere.
  yield* write(
    sql`UPDATE session SET idle_until = ${at + idleMs} WHERE ended_at IS NULL AND token_hash = ${caller.sessionTokenHash}`,
  );
}

// Nobody we know, or no longer: the way out is to enrol or to sign in again.
function expired(): { readonly ok: false; readonly error: StoreRefusal } {
  return { ok: false, error: { code: 'access.expired' } };
}

// Somebody else knows this secret.
function mustChange(): { readonly ok: false; readonly error: StoreRefusal } {
  return { ok: false, error: { code: 'access.mustChange' } };
}
