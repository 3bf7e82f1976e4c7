import { isAtCounter } from '@antrean/domain';
import { ClosingAnswer, OdditiesAnswer, OfficersAnswer, Problem, StoryAnswer, UndoableAnswer } from '@antrean/protocol';
import type { Officer, Session } from '@antrean/store';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { deviceOf } from '../access.ts';
import type { App } from '../app.ts';
import { sessionToken, tokenHash } from '../credentials.ts';
import { sendProblem, type Trouble } from '../problems.ts';
import type { Services } from '../services.ts';

type SignedIn = Session & { readonly officer: Officer };

/** What only people who have signed in may read: a visit's story at the counter where it is, the own last step, who closed the own counter; as a supervisor names and the day's oddities. */
export function officerQueries(app: App, { store, clock }: Services): void {
  const schema = { tags: ['queries'], security: [{ device: [], officer: [] }] };

  async function signedIn(request: FastifyRequest): Promise<SignedIn | Trouble> {
    const device = await deviceOf(store, request);
    const token = sessionToken(request.headers);
    const session = device && token !== null ? await store.sessionByTokenHash(tokenHash(token), clock()) : null;
    if (!device || !session) return { code: 'access.expired' };
    if (session.deviceId !== device.id) return { code: 'access.denied' };
    return session.officer.isPinInitial ? { code: 'access.mustChange' } : session;
  }

  async function supervising(request: FastifyRequest): Promise<SignedIn | Trouble> {
    const session = await signedIn(request);
    return 'code' in session || session.officer.roles.includes('supervisor') ? session : { code: 'access.denied' };
  }

  app.get(
    '/visits/:visitId/story',
    {
      schema: {
        ...schema,
        summary: 'earlier stops and notes of a visit',
        params: Type.Object({ visitId: Type.String({ maxLength: 64 }) }),
        response: { 200: StoryAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const session = await signedIn(request);
      if ('code' in session) return sendProblem(request, reply, session);
      const story = await store.story(request.params.visitId);
      if (!story) return sendProblem(request, reply, { code: 'ticket.unknown' });
      const isHere = story.stops.some(({ ticket }) => isAtCounter(ticket) && ticket.counterId === session.counterId);
      if (!isHere && !session.officer.roles.includes('supervisor'))
        return sendProblem(request, reply, { code: 'access.denied' });
      const { services } = store.catalogue();
      reply.header('cache-control', 'no-store');
      return reply.send({
        stops: story.stops.map(({ ticket, ...stop }) => ({
          ticketId: ticket.id,
          agencyId: services.find(({ id }) => id === ticket.serviceId)?.agencyId ?? ticket.queueId,
          serviceId: ticket.serviceId,
          state: ticket.state,
          outcome: ticket.state === 'finished' ? ticket.outcome : null,
          ...stop,
          endedAt: 'endedAt' in ticket ? ticket.endedAt : null,
        })),
        notes: [...story.notes],
      });
    },
  );

  app.get(
    '/counters/:counterId/undo',
    {
      schema: {
        ...schema,
        summary: 'what the officer may still take back',
        params: Type.Object({ counterId: Type.String({ maxLength: 64 }) }),
        response: { 200: UndoableAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const session = await signedIn(request);
      if ('code' in session) return sendProblem(request, reply, session);
      if (session.counterId !== request.params.counterId) return sendProblem(request, reply, { code: 'access.denied' });
      reply.header('cache-control', 'no-store');
      return reply.send({ undoable: await store.undoable(session, clock()) });
    },
  );

  app.get(
    '/counters/:counterId/closing',
    {
      schema: {
        ...schema,
        summary: 'who closed the counter under its officer, and why',
        params: Type.Object({ counterId: Type.String({ maxLength: 64 }) }),
        response: { 200: ClosingAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const session = await signedIn(request);
      if ('code' in session) return sendProblem(request, reply, session);
      if (session.counterId !== request.params.counterId) return sendProblem(request, reply, { code: 'access.denied' });
      reply.header('cache-control', 'no-store');
      return reply.send({ closing: await store.closing(session) });
    },
  );

  app.get(
    '/day/oddities',
    { schema: { ...schema, summary: 'out of the ordinary today', response: { 200: OdditiesAnswer, '4xx': Problem } } },
    async (request, reply) => {
      const session = await supervising(request);
      if ('code' in session) return sendProblem(request, reply, session);
      const { visits, outOfOrder, overtakings, noShows, acts, systemDown } = await store.oddities(clock());
      const numbered = <T extends { readonly ticketId: string }>({ ticketId, ...oddity }: T) => ({
        ...oddity,
        number: visits.get(ticketId)?.number ?? '',
      });
      reply.header('cache-control', 'no-store');
      return reply.send({
        outOfOrder: outOfOrder.map(numbered),
        overtakings: overtakings.map((oddity) => ({
          ...numbered(oddity),
          priorityClass: visits.get(oddity.ticketId)?.priorityClass ?? null,
        })),
        noShows: noShows.map((oddity) => ({ ...numbered(oddity), callsAt: [...oddity.callsAt] })),
        acts: acts.map((act) => {
          const number = visits.get(String(act.values.ticketId))?.number;
          return { ...act, values: { ...act.values, ...(number === undefined ? {} : { number }) } };
        }),
        systemDown: [...systemDown],
      });
    },
  );

  app.get(
    '/officers',
    {
      schema: { ...schema, summary: 'who is behind an officer id', response: { 200: OfficersAnswer, '4xx': Problem } },
    },
    async (request, reply) => {
      const session = await supervising(request);
      if ('code' in session) return sendProblem(request, reply, session);
      const { officers } = await store.access.doors(clock());
      reply.header('cache-control', 'no-store');
      return reply.send({ officers: officers.map(({ id, name }) => ({ id, name })) });
    },
  );
}
