import { listOf, siteTime } from '@antrean/domain';
import { ServerTrouble } from '@antrean/protocol';
import metrics from 'fastify-metrics';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import type { Backups } from '../backups/keep-backups.ts';
import { isFromThisMachine } from '../origins.ts';
import type { Services } from '../services.ts';

const Alive = Type.Object({ status: Type.Literal('ok') });
const Health = Type.Object({
  status: Type.Enum(['ok', 'failing']),
  head: Type.Integer(),
  epoch: Type.Integer(),
  serviceDay: Type.Union([Type.String(), Type.Null()]),
  /** The wall clock stands before the service day: the day cannot advance until somebody sets the clock (rule [D1]). */
  clock: Type.Enum(['ok', 'behind']),
  /** The last copy that was checked, null when there is none. */
  lastBackupAt: Type.Union([Type.Integer(), Type.Null()]),
  /** What somebody must see to, although the server answers. */
  troubles: Type.Array(ServerTrouble),
});

/** For whoever keeps the server running: alive, ready, figures. */
export async function operationRoutes(
  app: App,
  { store, live, wall, troubles }: Services,
  backups: Backups | null,
): Promise<void> {
  app.get('/health/live', { schema: { tags: ['operations'], response: { 200: Alive } } }, async () => ({
    status: 'ok' as const,
  }));

  app.get(
    '/health/ready',
    { schema: { tags: ['operations'], response: { 200: Health, 503: Health } } },
    async (_request, reply) => {
      const { day, seq } = live.hall();
      const answers = await store.eventsAfter(seq, 1).then(
        () => true,
        () => false,
      );
      const today = siteTime(wall(), store.catalogue().site.timeZone).date;
      return reply.code(answers ? 200 : 503).send({
        status: answers ? 'ok' : 'failing',
        head: seq,
        epoch: store.epoch(),
        serviceDay: day?.serviceDay ?? null,
        clock: day && today < day.serviceDay ? 'behind' : 'ok',
        lastBackupAt: backups?.state().lastAt ?? null,
        troubles: troubles.now(),
      });
    },
  );

  await app.register(metrics.default, {
    endpoint: null,
    routeMetrics: { registeredRoutesOnly: true },
    // The registry belongs to the process, and a server that was closed leaves its metrics in it.
    clearRegisterOnInit: true,
  });
  app.get('/metrics', { schema: { tags: ['operations'] } }, async (request, reply) => {
    if (!isFromThisMachine(request)) return reply.callNotFound();
    const { register } = app.metrics.client;
    return reply.type(register.contentType).send(await register.metrics());
  });
  const { Gauge } = app.metrics.client;
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [app.metrics.client.register],
      collect() {
        this.set(read());
      },
    });
  const inState = (state: string) => listOf(live.hall().tickets).filter((ticket) => ticket.state === state).length;
  gauge('antrean_waiting', 'Tickets waiting now', () => inState('waiting'));
  gauge('antrean_serving', 'Tickets being served now', () => inState('serving'));
  gauge(
    'antrean_last_backup_seconds',
    'When the last checked backup was made, 0 for never',
    () => (backups?.state().lastAt ?? 0) / 1000,
  );
  gauge('antrean_troubles', 'What somebody must see to, as listed by /health/ready', () => troubles.now().length);
  gauge('antrean_log_head', 'Sequence number of the newest event', () => live.hall().seq);
}
