import { createHash } from 'node:crypto';
import { type Role, siteTime } from '@antrean/domain';
import { accessCommands, type CommandName, commands, Problem } from '@antrean/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { answerFor } from '../answers.ts';
import { callerOf } from '../credentials.ts';
import { makeSecrets } from '../made-secrets.ts';
import { orderFor, type Request } from '../orders.ts';
import { sendProblem } from '../problems.ts';
import type { Services } from '../services.ts';

const uuid = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$';
const KeyHeader = Type.Object({
  'idempotency-key': Type.String({
    pattern: uuid,
    description: 'Made once for each press. A repeat with the same key gets the first answer.',
  }),
});

// Fifty visits of several services and the state of each lease: what a kiosk tells after hours alone.
const longestSyncBytes = 262_144;

/** Every command of the contract as a route: parse, give to the store, answer. Who may give what is decided in the store. */
export function commandRoutes(app: FastifyInstance, services: Services): void {
  for (const name of Object.keys(commands) as CommandName[]) {
    const { method, path, params, body, status, answer } = commands[name];
    app.route({
      method,
      url: path,
      ...(name === 'sync' ? { bodyLimit: longestSyncBytes } : {}),
      schema: {
        tags: ['commands'],
        summary: name,
        security: [{ device: [] }, { device: [], officer: [] }],
        headers: KeyHeader,
        params,
        body,
        response: { [status]: answer, '4xx': Problem, '5xx': Problem },
      },
      // A POST without a body means one without fields.
      preValidation: async (request) => {
        request.body ??= {};
      },
      handler: async (request, reply) => {
        const caller = callerOf(request.headers);
        if (!caller) return sendProblem(request, reply, { code: 'access.expired' });
        const { store, live, clock, publicUrl } = services;
        const at = clock();
        const catalogue = store.catalogue();
        const id = String(request.headers['idempotency-key']).toLowerCase();
        const made = await makeSecrets(store, request.headers, { ...peopleIn(request), id, name }, at);
        const order = orderFor({ name, params: request.params, body: request.body } as Request, {
          outlook: live.outlook,
          date: siteTime(at, catalogue.site.timeZone).date,
          made,
        });
        const given = await store.give({ id, at, payloadHash: payloadHash(name, request), caller, order });
        request.log.info({ event: 'command', name, code: given.ok ? 'ok' : given.error.code });
        if (!given.ok) return sendProblem(request, reply, given.error);
        if (Object.hasOwn(accessCommands, name)) {
          services.doors.changed();
          reply.header('cache-control', 'no-store');
        }
        return reply.code(status).send(answerFor(order, given.value, catalogue, publicUrl(), made));
      },
    });
  }
}

/** Whom an access command is about, and what it makes of them; its schema has been checked. */
function peopleIn({ params, body }: FastifyRequest): { readonly officerId?: string; readonly roles?: readonly Role[] } {
  return { ...(params as { officerId?: string }), ...(body as { roles?: readonly Role[] }) };
}

function payloadHash(name: string, request: FastifyRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([name, request.params, request.body], inOrder))
    .digest('hex');
}

// The same fields in another order are the same payload.
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
