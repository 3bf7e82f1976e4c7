import { type Actor, ok, type Result, type Role, refuse, systemActor } from '@antrean/domain';
import { deviceByTokenHash, idleMs, liveSession } from './people.ts';
import { change, type Script, sql } from './sql.ts';
import type { Caller, Device, StoreRefusal } from './store.ts';

/** The device that a command comes from, null for the system itself; refuses one that nobody knows or that was revoked. */
export function* senderOf(caller: Caller): Script<Result<Device | null, StoreRefusal>> {
  if (caller.kind === 'system') return ok(null);
  const device = yield* deviceByTokenHash(caller.deviceTokenHash);
  return device ? ok(device) : expired();
}

/** Who a command comes from, as the rows have it now: a revoked device or an ended session is found here, not at the handshake. */
export function* actorOf(caller: Caller, device: Device | null, at: number): Script<Result<Actor, StoreRefusal>> {
  if (caller.kind === 'system') return ok(systemActor);
  if (!device) return expired();
  if (caller.sessionTokenHash === null)
    return ok({ roles: [device.role], deviceId: device.id, officerId: null, counterId: null });
  const session = yield* liveSession(caller.sessionTokenHash, at);
  if (!session) return expired();
  if (session.deviceId !== device.id) return refuse('access.denied');
  const roles: readonly Role[] = [device.role, ...session.officer.roles];
  return ok({ roles, deviceId: device.id, officerId: session.officerId, counterId: session.counterId });
}

/** A session lives on while it is used. */
export function* keepSessionAlive(caller: Caller, at: number): Script<void> {
  if (caller.kind === 'system' || caller.sessionTokenHash === null) return;
  yield* change(sql`UPDATE session SET idle_until = ${at + idleMs} WHERE token_hash = ${caller.sessionTokenHash}`);
}

// Nobody we know, or no longer: the way out is to enrol or to sign in again.
function expired(): { readonly ok: false; readonly error: StoreRefusal } {
  return { ok: false, error: { code: 'access.expired' } };
}
