import { AccessLogAnswer, DoorsAnswer, Problem } from '@antrean/protocol';
import { onlyFor } from '../access.ts';
import type { App } from '../app.ts';
import type { Services } from '../services.ts';

const shownEntries = 200;

/** What a manager sees of people and devices, and what an auditor may read of who let whom in. */
export function accessQueries(app: App, services: Services): void {
  const { store, clock } = services;
  const schema = { tags: ['access'], security: [{ officer: [] }] };

  app.get(
    '/access',
    {
      preHandler: onlyFor(services, [], ['manager']),
      schema: { ...schema, summary: 'people and devices', response: { 200: DoorsAnswer, '4xx': Problem } },
    },
    async (_request, reply) => {
      const { officers, devices } = await store.access.doors(clock());
      const nameOf = (deviceId: string | null) => devices.find(({ id }) => id === deviceId)?.name ?? null;
      reply.header('cache-control', 'no-store');
      return reply.send({
        officers: officers.map(({ roles, signedInAt, ...officer }) => ({
          ...officer,
          roles: [...roles],
          signedInAt: signedInAt.map(nameOf),
        })),
        devices: devices.map((device) => ({ ...device })),
      });
    },
  );

  app.get(
    '/access/log',
    {
      preHandler: onlyFor(services, [], ['manager', 'auditor']),
      schema: { ...schema, summary: 'who let whom in', response: { 200: AccessLogAnswer, '4xx': Problem } },
    },
    async (_request, reply) => {
      const [entries, { officers, devices }] = await Promise.all([
        store.access.log(shownEntries),
        store.access.doors(clock()),
      ]);
      const person = (id: string | null) => officers.find((officer) => officer.id === id)?.name ?? null;
      const station = (id: string | null) => devices.find((device) => device.id === id)?.name ?? null;
      reply.header('cache-control', 'no-store');
      return reply.send({
        entries: entries.map(({ id, at, act, byOfficerId, byDeviceId, officerId, deviceId, detail }) => ({
          ...{ id, at, act, detail },
          by: person(byOfficerId) ?? station(byDeviceId),
          about: person(officerId) ?? station(deviceId),
        })),
      });
    },
  );
}
