import type { Device, DeviceRole, Store } from '@antrean/store';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { bearerToken, tokenHash } from './credentials.ts';
import { sendProblem } from './problems.ts';

/** Lets only enrolled devices of these roles read; commands are authorised in the store, inside their transaction. */
export function onlyDevices(store: Store, roles: readonly DeviceRole[]): preHandlerAsyncHookHandler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const device = await deviceOf(store, request);
    if (!device) return sendProblem(request, reply, { code: 'access.expired' });
    if (!roles.includes(device.role)) return sendProblem(request, reply, { code: 'access.denied' });
    return undefined;
  };
}

export async function deviceOf(store: Store, request: FastifyRequest): Promise<Device | null> {
  const token = bearerToken(request.headers);
  return token === null ? null : store.deviceByTokenHash(tokenHash(token));
}

export const everyDevice: readonly DeviceRole[] = ['kiosk', 'display', 'counter', 'reception'];
