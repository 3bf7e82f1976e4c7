import { isAtCounter, outlookFor, outlookOf, siteTime } from '@antrean/domain';
import {
  CatalogueAnswer,
  CountersAnswer,
  EventsAnswer,
  EventsQuery,
  Problem,
  QueuesAnswer,
  StatusAnswer,
  TicketAnswer,
} from '@antrean/protocol';
import { Type } from 'typebox';
import { everyDevice, onlyFor } from '../access.ts';
import { counterAnswer, ticketAnswer } from '../answers.ts';
import type { App } from '../app.ts';
import { sendProblem } from '../problems.ts';
import type { Services } from '../services.ts';

/** What stations may read: the catalogue, the hall now, the log. */
export function stationQueries(app: App, services: Services): void {
  const { store, live, clock, demo, publicUrl } = services;
  const preHandler = onlyFor(services, everyDevice);
  const schema = { tags: ['queries'], security: [{ device: [] }] };

  app.get(
    '/catalogue',
    { preHandler, schema: { ...schema, summary: 'the mall', response: { 200: CatalogueAnswer, '4xx': Problem } } },
    async () => ({
      catalogue: store.catalogue(),
      epoch: store.epoch(),
      now: clock(),
      publicUrl: publicUrl(),
      demo: demo !== null,
      mostUsed: [...(await store.mostUsed())],
    }),
  );

  app.get(
    '/queues',
    { preHandler, schema: { ...schema, summary: 'every queue now', response: { 200: QueuesAnswer, '4xx': Problem } } },
    async () => {
      const catalogue = store.catalogue();
      const at = clock();
      return {
        queues: catalogue.queues.map(({ id, agencyId, track, prefix }) => ({
          id,
          agencyId,
          track,
          prefix,
          ...outlookFor(live.hall(), catalogue, id, at),
        })),
      };
    },
  );

  app.get(
    '/counters',
    {
      preHandler,
      schema: { ...schema, summary: 'every counter now', response: { 200: CountersAnswer, '4xx': Problem } },
    },
    async () => ({
      counters: Object.values(live.hall().counters).map(counterAnswer),
    }),
  );

  app.get(
    '/tickets/:ticketId',
    {
      preHandler,
      schema: {
        ...schema,
        summary: 'one ticket',
        params: Type.Object({ ticketId: Type.String({ maxLength: 64 }) }),
        response: { 200: Type.Object({ ticket: TicketAnswer }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const found = await store.ticket(request.params.ticketId);
      if (!found) return sendProblem(request, reply, { code: 'ticket.unknown' });
      return reply.send({ ticket: ticketAnswer(found, store.catalogue()) });
    },
  );

  app.get(
    '/events',
    {
      preHandler,
      schema: {
        ...schema,
        summary: 'the log',
        querystring: EventsQuery,
        response: { 200: EventsAnswer, '4xx': Problem },
      },
    },
    async (request) => {
      const { after = '0', limit = '200' } = request.query;
      const events = await store.eventsAfter(Number(after), Math.min(1000, Number(limit)));
      return { events: [...events], head: live.hall().seq };
    },
  );
}

// A slip found on the street says nothing the next day (S28).
const statusOutlivesDayMs = 3_600_000;

/** What anybody may read who holds the token of a slip: that visit and nothing else. */
export function publicQueries(app: App, { store, live, clock }: Services): void {
  app.get(
    '/status/:token',
    {
      schema: {
        tags: ['queries'],
        summary: 'my number',
        params: Type.Object({ token: Type.String({ maxLength: 64 }) }),
        response: { 200: StatusAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await store.visitByStatusToken(request.params.token);
      const lastDay = siteTime(clock() - statusOutlivesDayMs, store.catalogue().site.timeZone).date;
      if (!found || found.serviceDay < lastDay) return sendProblem(request, reply, { code: 'ticket.unknown' });
      const catalogue = store.catalogue();
      return reply.send({
        number: found.visit.number,
        serviceDay: found.serviceDay,
        timeZone: catalogue.site.timeZone,
        tickets: found.tickets.map((ticket) => {
          const service = catalogue.services.find(({ id }) => id === ticket.serviceId);
          const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
          const counter = isAtCounter(ticket)
            ? catalogue.counters.find(({ id }) => id === ticket.counterId)
            : undefined;
          const outlook =
            ticket.state === 'waiting' ? outlookOf(live.hall(), catalogue, ticket) : { ahead: 0, estimate: null };
          return {
            agency: agency?.name ?? '',
            agencyEn: agency?.nameEn ?? '',
            service: service?.name ?? '',
            serviceEn: service?.nameEn ?? '',
            track: service?.track ?? 'quick',
            state: ticket.state,
            ahead: outlook.ahead,
            estimate: outlook.estimate,
            counter: counter?.name ?? null,
          };
        }),
      });
    },
  );
}
