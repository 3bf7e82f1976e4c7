import { randomBytes, randomUUID } from 'node:crypto';
import { EnrolAnswer, EnrolBody, Problem, plainCode, SetupAnswer, SetupBody } from '@antrean/protocol';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { tokenHash } from '../credentials.ts';
import { hashPin } from '../pins.ts';
import { sendProblem, type Trouble } from '../problems.ts';
import { isFitPassword } from '../secret-rules.ts';
import type { Services } from '../services.ts';

/** The ways in for whoever has only a code: a device that is new, and the first manager (S1, S12). */
export function enrolmentRoutes(app: App, { store, clock, limits, doors }: Services): void {
  const wait = (request: FastifyRequest, kind: string): Trouble | null => {
    const waitMs = limits.wait(kind, `at ${request.ip}`, clock());
    return waitMs > 0 ? { code: 'access.wait', detail: { seconds: Math.ceil(waitMs / 1_000) } } : null;
  };

  app.post(
    '/enrolments',
    {
      schema: {
        tags: ['access'],
        summary: 'a code for a token',
        body: EnrolBody,
        response: { 201: EnrolAnswer, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const waiting = wait(request, 'enrol');
      if (waiting) return sendProblem(request, reply, waiting);
      const at = clock();
      limits.failed('enrol', `at ${request.ip}`, at);
      const token = randomBytes(32).toString('base64url');
      const device = await store.access.enrol(
        tokenHash(plainCode(request.body.code)),
        tokenHash(token),
        at,
        request.body.role,
      );
      if (!device) {
        request.log.info({ event: 'enrolment.refused' });
        await store.access.note({ at, act: 'enrol.refused' });
        return sendProblem(request, reply, { code: 'enrol.code' });
      }
      limits.succeeded('enrol', `at ${request.ip}`);
      request.log.info({ event: 'enrolment.done', deviceId: device.id });
      // The device may have stood elsewhere until now.
      doors.changed();
      reply.header('cache-control', 'no-store');
      const { name, role, counterId, zoneId } = device;
      return reply.code(201).send({ token, device: { name, role, counterId, zoneId } });
    },
  );

  app.get(
    '/setup',
    {
      schema: {
        tags: ['access'],
        summary: 'whether a first manager is awaited',
        response: { 200: SetupAnswer, '4xx': Problem },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return reply.send(await store.access.setup());
    },
  );

  app.post(
    '/setup',
    {
      schema: {
        tags: ['access'],
        summary: 'make the first manager',
        body: SetupBody,
        response: { 201: Type.Object({}, { additionalProperties: false }), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const waiting = wait(request, 'setup');
      if (waiting) return sendProblem(request, reply, waiting);
      const { code, login, password } = request.body;
      const name = request.body.name.trim();
      if (!isFitPassword(password, { login, name }))
        return sendProblem(request, reply, { code: 'access.weak', field: 'password' });
      const at = clock();
      limits.failed('setup', `at ${request.ip}`, at);
      const manager = {
        ...{ id: randomUUID(), login, name, roles: ['manager'] as const },
        passwordHash: await hashPin(password),
        // A PIN that nobody knows: a manager comes in with the password.
        pinHash: await hashPin(randomUUID()),
      };
      const founded = await store.access.foundManager(tokenHash(plainCode(code)), manager, at);
      if (!founded) {
        await store.access.note({ at, act: 'setup.refused' });
        return sendProblem(request, reply, { code: 'setup.code' });
      }
      if (!founded.ok) return sendProblem(request, reply, founded.error);
      limits.succeeded('setup', `at ${request.ip}`);
      request.log.info({ event: 'setup.done', officerId: founded.value });
      return reply.code(201).send({});
    },
  );
}
