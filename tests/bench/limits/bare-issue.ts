// The limit and the naive way of issuing: a Fastify route with the product's schemas that writes the product's rows and decides nothing.
// `grouped`: what arrives in one turn of the event loop shares a transaction. `single`: each request has its own.

import { commands, Problem } from '@antrean/protocol';
import fastify from 'fastify';
import { serve } from '../measure/program.ts';
import { openBareMall } from './bare-mall.ts';
import { templateOf } from './replay.ts';

const isGrouped = process.argv[2] === 'grouped';
const { db, known, visit, ticket, replay, fresh, close } = await openBareMall();
const begin = db.prepare('BEGIN IMMEDIATE');
const commit = db.prepare('COMMIT');
const longestGroup = 128;

const answer = {
  visit: { id: visit.id, number: visit.number, arrivedAt: visit.arrivedAt, priorityClass: null, language: 'id' },
  tickets: [
    {
      id: ticket?.id,
      visitId: visit.id,
      number: visit.number,
      serviceDay: '2026-11-23',
      queueId: ticket?.queueId,
      serviceId: ticket?.serviceId,
      track: 'quick',
      priority: false,
      state: 'waiting',
      issuedAt: visit.arrivedAt,
      eligibleAt: visit.eligibleAt,
      counterId: null,
      calls: 0,
      ahead: 40,
      estimate: [5, 10],
    },
  ],
  statusUrl: `http://localhost/t/${known.statusToken}`,
};
const answerText = templateOf(JSON.stringify(answer), known);

let waiting: { readonly id: string; readonly done: (values: typeof known) => void }[] = [];
function drain(): void {
  const group = waiting.slice(0, longestGroup);
  waiting = waiting.slice(longestGroup);
  const written = group.map(({ id }) => fresh(id));
  begin.run();
  for (const values of written) replay.run(values);
  commit.run();
  for (const [n, { done }] of group.entries()) done(written[n] ?? known);
  if (waiting.length > 0) setImmediate(drain);
}
function grouped(id: string): Promise<typeof known> {
  return new Promise((done) => {
    if (waiting.length === 0) setImmediate(drain);
    waiting.push({ id, done });
  });
}
function single(id: string): typeof known {
  const values = fresh(id);
  begin.run();
  replay.run(values);
  commit.run();
  return values;
}

const app = fastify({ logger: false, bodyLimit: 65_536 });
const { body, answer: schema, status } = commands.issue;
app.post(
  '/api/v1/tickets',
  { schema: { body, response: { [status]: schema, '4xx': Problem } } },
  async (request, reply) => {
    const id = String(request.headers['idempotency-key']);
    const values = isGrouped ? await grouped(id) : single(id);
    return reply.code(status).send(JSON.parse(answerText(values)));
  },
);
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
serve(
  { port: typeof address === 'object' ? address?.port : 0, token: 'a'.repeat(43), statements: replay.statements },
  async () => {
    await app.close();
    close();
  },
);
