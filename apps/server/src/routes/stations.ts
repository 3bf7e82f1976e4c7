import { siteTime } from '@antrean/domain';
import {
  KioskDayAnswer,
  Problem,
  ReceiptBody,
  StationOrders,
  StationReport,
  StationSelf,
  StationsAnswer,
} from '@antrean/protocol';
import { Type } from 'typebox';
import { deviceOf, everyDevice, onlyFor } from '../access.ts';
import type { App } from '../app.ts';
import { sendProblem } from '../problems.ts';
import { openReprints } from '../reprints.ts';
import type { Services } from '../services.ts';

type Heard = { readonly seenAt: number; readonly report: StationReport };

/** How the stations are, as they tell it themselves, and what became of today's slips. */
export function stationRoutes(app: App, services: Services): void {
  const { store, live, clock, receipts, announcer, troubles } = services;
  // In memory: each station tells again within seconds of a restart.
  const heard = new Map<string, Heard>();
  const reprints = openReprints();
  live.onEvents(reprints.hear);
  const preHandler = onlyFor(services, everyDevice);
  const schema = { tags: ['stations'], security: [{ device: [] }] };

  app.post(
    '/stations/current',
    {
      schema: {
        ...schema,
        summary: 'how I am',
        body: StationReport,
        response: { 200: StationOrders, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(store, request);
      if (!device) return sendProblem(request, reply, { code: 'access.expired' });
      heard.set(device.id, { seenAt: clock(), report: request.body });
      return reply.send({ reprints: reprints.take(device.id) });
    },
  );

  app.get(
    '/stations/current',
    { schema: { ...schema, summary: 'who I am', response: { 200: StationSelf, '4xx': Problem } } },
    async (request, reply) => {
      const device = await deviceOf(store, request);
      if (!device) return sendProblem(request, reply, { code: 'access.expired' });
      const { name, role, counterId, zoneId } = device;
      return reply.send({ name, role, counterId, zoneId });
    },
  );

  app.post(
    '/receipts',
    {
      preHandler: onlyFor(services, ['display'], []),
      schema: {
        ...schema,
        summary: 'a call stands here',
        body: ReceiptBody,
        response: { 200: Type.Object({}, { additionalProperties: false }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(store, request);
      if (device) receipts.shown(device.id, request.body);
      return reply.send({});
    },
  );

  app.get(
    '/stations',
    { preHandler, schema: { ...schema, summary: 'every station', response: { 200: StationsAnswer, '4xx': Problem } } },
    async () => {
      const stations = (await store.devices()).map(({ id, name, role }) => {
        const last = heard.get(id);
        const seenAt = Math.max(last?.seenAt ?? 0, announcer.heardAt(id) ?? 0) || null;
        return { deviceId: id, name, role, seenAt, report: last?.report ?? null, voice: announcer.voiceOf(id) };
      });
      return { stations, silentZones: announcer.silentZones(), troubles: troubles.now() };
    },
  );

  app.get(
    '/kiosks/today',
    {
      preHandler,
      schema: { ...schema, summary: 'slips and searches of today', response: { 200: KioskDayAnswer, '4xx': Problem } },
    },
    async () => {
      const { doubtful, misses, lists } = await store.kioskDay(siteTime(clock(), store.catalogue().site.timeZone).date);
      return { doubtful: [...doubtful], misses: [...misses], lists: [...lists] };
    },
  );
}
