import { byPassword, type Role, rolesIn } from '@antrean/domain';
import type { Device, DeviceRole, Officer, Session, Store } from '@antrean/store';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { bearerToken, sessionToken, tokenHash } from './credentials.ts';
import { sendProblem, type Trouble } from './problems.ts';
import type { Services } from './services.ts';

/** Lets only enrolled devices of these roles read, and people of these roles who have signed in with a password. Commands are authorised in the store, inside their transaction. */
export function onlyFor(
  services: Pick<Services, 'store' | 'clock'>,
  devices: readonly DeviceRole[],
  people: readonly Role[] = byPassword,
): preHandlerAsyncHookHandler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const trouble = bearerToken(request.headers)
      ? await troubleOfDevice(services.store, request, devices)
      : await troubleOfPerson(services, request, people);
    return trouble ? sendProblem(request, reply, trouble) : undefined;
  };
}

async function troubleOfDevice(
  store: Store,
  request: FastifyRequest,
  roles: readonly DeviceRole[],
): Promise<Trouble | null> {
  const device = await deviceOf(store, request);
  if (!device) return { code: 'access.expired' };
  return roles.includes(device.role) ? null : { code: 'access.denied' };
}

async function troubleOfPerson(
  services: Pick<Services, 'store' | 'clock'>,
  request: FastifyRequest,
  roles: readonly Role[],
): Promise<Trouble | null> {
  const session = await personOf(services, request);
  if (!session) return { code: 'access.expired' };
  if (session.officer.isPasswordInitial) return { code: 'access.mustChange' };
  return rolesIn(session.officer.roles, true).some((role) => roles.includes(role)) ? null : { code: 'access.denied' };
}

export async function deviceOf(store: Store, request: FastifyRequest): Promise<Device | null> {
  const token = bearerToken(request.headers);
  return token === null ? null : store.deviceByTokenHash(tokenHash(token));
}

/** Whoever has signed in with a password, at no device; null when nobody has, or no longer. */
async function personOf(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  request: FastifyRequest,
): Promise<(Session & { readonly officer: Officer }) | null> {
  const token = sessionToken(request.headers);
  const session = token === null ? null : await store.sessionByTokenHash(tokenHash(token), clock());
  return session && session.deviceId === null ? session : null;
}

export const everyDevice: readonly DeviceRole[] = ['kiosk', 'display', 'counter', 'reception'];
