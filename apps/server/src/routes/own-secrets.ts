import { randomBytes, randomUUID } from 'node:crypto';
import { byPassword, rolesIn } from '@antrean/domain';
import { PasswordSignInBody, Problem, SecretBody, SignInAnswer } from '@antrean/protocol';
import { Type } from 'typebox';
import { deviceOf } from '../access.ts';
import type { App } from '../app.ts';
import { sessionToken, tokenHash } from '../credentials.ts';
import { hashPin, isPin } from '../pins.ts';
import { sendProblem } from '../problems.ts';
import { isFitPassword, isFitPin } from '../secret-rules.ts';
import type { Services } from '../services.ts';

/** Signing in with a password, at no device, and putting a secret of one's own in place of the first one (S9, S10). */
export async function ownSecretRoutes(app: App, { store, clock, limits }: Services): Promise<void> {
  const nobodysPassword = await hashPin(randomUUID());

  app.post(
    '/sessions/by-password',
    {
      schema: {
        tags: ['sessions'],
        summary: 'sign in with a password',
        body: PasswordSignInBody,
        response: { 201: SignInAnswer, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const { officer: name, password } = request.body;
      const at = clock();
      const place = `at ${request.ip}`;
      const waitMs = limits.wait(name, place, at);
      if (waitMs > 0)
        return sendProblem(request, reply, { code: 'access.wait', detail: { seconds: Math.ceil(waitMs / 1000) } });
      limits.failed(name, place, at);
      const officer = await store.officerByLogin(name);
      const known = await isPin(password, officer?.passwordHash ?? nobodysPassword);
      if (!officer?.isActive || !known || !officer.roles.some((role) => byPassword.includes(role))) {
        request.log.info({ event: 'session.refused' });
        await store.access.note({ at, act: 'sign-in.refused', officerId: officer?.id ?? null });
        return sendProblem(request, reply, { code: 'access.password' });
      }
      limits.succeeded(name, place);
      const token = randomBytes(32).toString('base64url');
      const ids = { id: randomUUID(), officerId: officer.id, counterId: null, deviceId: null };
      const begun = await store.beginSession({ ...ids, expiresAt: at + 10 * 3_600_000 }, tokenHash(token), at);
      if (!begun.ok) return sendProblem(request, reply, begun.error);
      request.log.info({ event: 'session.begun', officerId: officer.id });
      await store.access.note({ at, act: 'sign-in', officerId: officer.id });
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({
        sessionToken: token,
        officer: { id: officer.id, name: officer.name, roles: [...rolesIn(officer.roles, true)] },
        counterId: null,
        expiresAt: begun.value.expiresAt,
        mustChange: officer.isPasswordInitial,
      });
    },
  );

  app.post(
    '/sessions/current/secret',
    {
      schema: {
        tags: ['sessions'],
        summary: 'choose a PIN or password of my own',
        security: [{ officer: [] }, { device: [], officer: [] }],
        body: SecretBody,
        response: { 204: Type.Null(), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const at = clock();
      const token = sessionToken(request.headers);
      const session = token === null ? null : await store.sessionByTokenHash(tokenHash(token), at);
      const device = await deviceOf(store, request);
      if (!session || (session.deviceId !== null && session.deviceId !== device?.id))
        return sendProblem(request, reply, { code: 'access.expired' });
      const { officer, deviceId } = session;
      const kind = deviceId === null ? 'password' : 'pin';
      const place = deviceId ?? `at ${request.ip}`;
      const waitMs = limits.wait(officer.login, place, at);
      if (waitMs > 0)
        return sendProblem(request, reply, { code: 'access.wait', detail: { seconds: Math.ceil(waitMs / 1000) } });
      const hash = (kind === 'pin' ? officer.pinHash : officer.passwordHash) ?? nobodysPassword;
      const { current, next } = request.body;
      const isFit = kind === 'pin' ? isFitPin(next) : isFitPassword(next, officer);
      if (!isFit || next === current) return sendProblem(request, reply, { code: 'access.weak', field: 'next' });
      // A repeat, whose first answer was lost.
      if (await isPin(next, hash)) return reply.code(204).send(null);
      limits.failed(officer.login, place, at);
      if (!(await isPin(current, hash)))
        return sendProblem(request, reply, { code: kind === 'pin' ? 'access.pin' : 'access.password' });
      limits.succeeded(officer.login, place);
      await store.access.changeSecret(officer.id, kind, await hashPin(next), at);
      request.log.info({ event: 'secret.changed', officerId: officer.id });
      return reply.code(204).send(null);
    },
  );
}
