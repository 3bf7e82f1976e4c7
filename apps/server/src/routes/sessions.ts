import { randomBytes, randomUUID } from 'node:crypto';
import { authorise } from '@antrean/domain';
import { PresenceAnswer, Problem, SignInAnswer, SignInBody } from '@antrean/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { deviceOf } from '../access.ts';
import type { App } from '../app.ts';
import { sessionToken, tokenHash } from '../credentials.ts';
import { hashPin, isPin } from '../pins.ts';
import { sendProblem } from '../problems.ts';
import type { Services } from '../services.ts';

/** Signing in and out: a PIN is worth something only on an enrolled counter or reception (S8, S10, S11). */
export async function sessionRoutes(app: App, services: Services): Promise<void> {
  const { store, clock, limits, signIns } = services;
  // An officer nobody knows costs the same time as a known one, so that names cannot be tried out.
  const nobodysPin = await hashPin(randomUUID());

  app.post(
    '/sessions',
    {
      schema: {
        tags: ['sessions'],
        summary: 'sign in',
        security: [{ device: [] }],
        body: SignInBody,
        response: { 201: SignInAnswer, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const { officer: name, pin, counterId } = request.body;
      const device = await deviceOf(store, request);
      if (!device) return sendProblem(request, reply, { code: 'access.expired' });
      const actor = { roles: [device.role], deviceId: device.id, officerId: null, counterId: device.counterId };
      if (!authorise(actor, 'sign-in').ok || (counterId !== undefined && counterId !== device.counterId))
        return sendProblem(request, reply, { code: 'access.denied' });
      const at = clock();
      const waitMs = limits.wait(name, device.id, at);
      if (waitMs > 0)
        return sendProblem(request, reply, { code: 'access.wait', detail: { seconds: Math.ceil(waitMs / 1000) } });
      // Counted before the slow look at the PIN: many tries at once must not all slip in before the first has failed.
      limits.failed(name, device.id, at);
      const officer = await store.officerByLogin(name);
      const known = await isPin(pin, officer?.pinHash ?? nobodysPin);
      if (!officer?.isActive || !known) {
        await store.access.note({ at, act: 'sign-in.refused', byDeviceId: device.id, officerId: officer?.id ?? null });
        return refused(request, reply, device.id);
      }
      limits.succeeded(name, device.id);
      const token = randomBytes(32).toString('base64url');
      const session = {
        id: randomUUID(),
        officerId: officer.id,
        counterId: device.counterId,
        deviceId: device.id,
        expiresAt: at + 10 * 3_600_000,
      };
      const begun = await store.beginSession(session, tokenHash(token), at);
      if (!begun.ok) return sendProblem(request, reply, begun.error);
      request.log.info({ event: 'session.begun', officerId: officer.id, deviceId: device.id });
      await store.access.note({ at, act: 'sign-in', byDeviceId: device.id, officerId: officer.id });
      if (device.counterId !== null) signIns.tell(device.counterId);
      return reply.code(201).send({
        sessionToken: token,
        officer: { id: officer.id, name: officer.name, roles: [...officer.roles] },
        counterId: device.counterId,
        expiresAt: begun.value.expiresAt,
        mustChange: officer.isPinInitial,
      });
    },
  );

  app.get(
    '/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        summary: 'whether I am still signed in, and if not, why',
        security: [{ device: [], officer: [] }],
        response: { 200: PresenceAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request.headers);
      const session = token === null ? null : await store.sessionByTokenHash(tokenHash(token), clock());
      if (session) return reply.send({ idleUntil: session.idleUntil });
      const end = token === null ? null : await store.sessionEnd(tokenHash(token), clock());
      return sendProblem(request, reply, { code: 'access.expired', ...(end ? { detail: { ...end } } : {}) });
    },
  );

  app.post(
    '/sessions/current/presence',
    {
      schema: {
        tags: ['sessions'],
        summary: 'somebody is here',
        security: [{ device: [], officer: [] }],
        response: { 200: PresenceAnswer, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(store, request);
      const token = sessionToken(request.headers);
      const idleUntil = token === null ? null : await store.touchSession(tokenHash(token), device?.id ?? null, clock());
      return idleUntil === null ? sendProblem(request, reply, { code: 'access.expired' }) : reply.send({ idleUntil });
    },
  );

  app.delete(
    '/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        summary: 'sign out',
        security: [{ device: [] }],
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request.headers);
      if (token !== null) await store.endSession(tokenHash(token), clock());
      request.log.info({ event: 'session.ended' });
      return reply.code(204).send(null);
    },
  );
}

function refused(request: FastifyRequest, reply: FastifyReply, deviceId: string) {
  request.log.info({ event: 'session.refused', deviceId });
  return sendProblem(request, reply, { code: 'access.pin' });
}
