import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { uptime } from 'node:os';
import path from 'node:path';
import type { Catalogue, Hall } from '@antrean/domain';
import { sessionHeader } from '@antrean/protocol';
import type { Store } from '@antrean/store';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify';
import { openAnnouncer } from './announcer.ts';
import { keepBackups } from './backups/keep-backups.ts';
import { openServerClock } from './clock.ts';
import { demoAccess } from './demo-access.ts';
import { openDoorBell } from './door-bell.ts';
import { openFeed } from './feed.ts';
import type { Settings } from './flags.ts';
import { openLiveHall } from './live-hall.ts';
import { guardDisk } from './machine/guard-disk.ts';
import { allowedOrigins, isOurHost } from './origins.ts';
import { answerThrown, sendProblem } from './problems.ts';
import { openReceipts } from './receipts.ts';
import { openReports } from './reports.ts';
import { accessQueries } from './routes/access.ts';
import { backupByHand, backupRoutes } from './routes/backups.ts';
import { commandRoutes } from './routes/commands.ts';
import { demoRoutes } from './routes/demo.ts';
import { enrolmentRoutes } from './routes/enrolment.ts';
import { logoRoutes } from './routes/logos.ts';
import { mediaRoutes } from './routes/media.ts';
import { officerQueries } from './routes/officer-queries.ts';
import { operationRoutes } from './routes/operations.ts';
import { ownSecretRoutes } from './routes/own-secrets.ts';
import { pageRoutes } from './routes/pages.ts';
import { publicQueries, stationQueries } from './routes/queries.ts';
import { reportRoutes } from './routes/reports.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { stationRoutes } from './routes/stations.ts';
import { voiceRoutes } from './routes/voice.ts';
import { keepServiceDay } from './service-day.ts';
import type { Services } from './services.ts';
import { signInLimits } from './sign-in-limits.ts';
import { openSignIns } from './sign-ins.ts';
import { watchTroubles } from './troubles.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type ServerOptions = {
  readonly store: Store;
  readonly settings: Settings;
  /** Folder of the built screens. */
  readonly apps: string;
  /** The machine's clock, epoch milliseconds; tests move it by hand. */
  readonly wall?: () => number;
  /** A clock that nobody sets; where the wall clock is moved by hand, it goes along. */
  readonly steady?: () => number;
  readonly loggerStream?: { write(line: string): void };
};

// Swagger's page styles itself inline; everything else of it comes from here, so it works without the internet.
const docsPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";
const settleEveryMs = 1_000;
const ticksBetweenDiskLooks = 10;

export type QueueServer = {
  readonly app: App;
  /** Does at once what the calendar and the clock want; otherwise once a second. */
  settle(): Promise<void>;
  hall(): Hall;
  catalogue(): Catalogue;
};

/** The whole server, wired on one page in the order in which a request meets it. It owns the store it is given and closes it. */
export async function openServer({
  store,
  settings,
  apps,
  wall = Date.now,
  // Counts a machine's sleep, which `performance.now()` does not: a PC that slept overnight is believed in the morning.
  steady = wall === Date.now && !settings.demo ? () => uptime() * 1_000 : wall,
  loggerStream,
}: ServerOptions): Promise<QueueServer> {
  const app: App = fastify({
    logger: {
      level: settings.logLevel,
      base: null,
      ...(loggerStream ? { stream: loggerStream } : {}),
      // Addresses carry the tokens of slips, headers those of devices: a log line names the route only.
      serializers: {
        req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
        res: (reply) => ({ status: reply.statusCode }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // What never reaches a route, an address that cannot be read for one, is answered like everything else.
    frameworkErrors: (error, request, reply) => void answerThrown(error, request, reply),
    bodyLimit: 65_536,
    requestTimeout: 10_000,
    forceCloseConnections: true,
    ...(settings.tls ? { https: { cert: settings.tls.cert, key: settings.tls.key, minVersion: 'TLSv1.2' } } : {}),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  const last = await store.eventsAfter(Math.max(0, (await store.hall()).seq - 1), 1);
  const watched = openServerClock({ lastKnownAt: last[0]?.at ?? 0, wall, steady });
  const clock = watched.now;
  const live = await openLiveHall(store);
  const demo = settings.demo ? await demoAccess(store, settings.data, clock()) : null;
  // Asking the socket is a call to the kernel, and the port of one that listens stays.
  let listensOn: number | undefined;
  const port = () => {
    listensOn ??= portOf(app);
    return listensOn ?? settings.port;
  };
  // Port 0 means any free one, so an address made from it is complete only once we listen.
  const publicUrl = () => settings.publicUrl.replace(/:0$/, `:${port()}`);
  const receipts = openReceipts(live);
  const reports = openReports({ store, live, clock, log: app.log });
  const announcer = openAnnouncer({ store, live, receipts, clock, log: app.log });
  const backups = settings.backups && (await keepBackups({ store, ...settings.backups, wall, log: app.log }));
  const disk = settings.demo ? null : guardDisk(settings.data);
  const services: Services = {
    store,
    live,
    receipts,
    announcer,
    clock,
    wall,
    limits: signInLimits(),
    signIns: openSignIns(),
    doors: openDoorBell(),
    troubles: watchTroubles({
      ...{ backups, disk },
      isClockSuspect: watched.isSuspect,
      certificateUntil: settings.tls?.validUntil ?? null,
      now: wall,
    }),
    publicUrl,
    demo,
  };

  const named = [...settings.origins, ...(settings.kioskUrl === null ? [] : [settings.kioskUrl])];
  const origins = allowedOrigins(named, settings.publicUrl, { port, isEncrypted: settings.tls !== null });
  app.setErrorHandler(answerThrown);
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, { code: 'request.unknown' }));
  app.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    const ours = !settings.demo || isOurHost(host, settings.origins, settings.publicUrl);
    if (ours && origins(origin, host)) return undefined;
    return sendProblem(request, reply, { code: 'access.denied' });
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // A display shows its own copies of the manager's media, which have no address but `blob:`.
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Antrean', description: 'The queue of a public service mall.', version: '1' },
      components: {
        securitySchemes: {
          device: { type: 'http', scheme: 'bearer' },
          officer: { type: 'apiKey', in: 'header', name: sessionHeader },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: docsPolicy });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());

  await app.register(
    async (api: App) => {
      commandRoutes(api, services);
      await sessionRoutes(api, services);
      await ownSecretRoutes(api, services);
      enrolmentRoutes(api, services);
      accessQueries(api, services);
      stationQueries(api, services);
      stationRoutes(api, services);
      officerQueries(api, services);
      publicQueries(api, services);
      demoRoutes(api, services);
      backupRoutes(api, { ...services, backups });
      reportRoutes(api, services, reports);
    },
    { prefix: '/api/v1' },
  );
  await operationRoutes(app, services, backups);
  backupByHand(app, backups, settings.data);
  await pageRoutes(app, { apps, kioskUrl: settings.kioskUrl });
  await logoRoutes(app, path.join(settings.data, 'logos'), () => store.catalogue().agencies.map(({ id }) => id));
  await mediaRoutes(app, path.join(settings.data, 'media'));
  await voiceRoutes(app, {
    clips: path.resolve(apps, '..', 'packages', 'voice', 'clips'),
    recorded: path.join(settings.data, 'voice'),
  });

  const feed = openFeed(app.server, services, origins, app.log);
  const settle = keepServiceDay({
    store,
    hall: live.hall,
    at: clock,
    isClockSuspect: watched.isSuspect,
    demo: settings.demo,
  });
  let ticks = 0;
  const timer = setInterval(() => {
    void settle().catch((err) => app.log.error({ event: 'day.failed', err }));
    void backups?.settle();
    ticks += 1;
    if (ticks % ticksBetweenDiskLooks === 0)
      void disk?.settle().catch((err) => app.log.error({ event: 'disk.failed', err }));
  }, settleEveryMs);
  await settle();
  app.addHook('preClose', async () => {
    clearInterval(timer);
    announcer.close();
    await reports.close();
    await backups?.close();
    await feed.close();
  });
  app.addHook('onClose', async () => {
    live.close();
    await store.close();
  });
  return { app, settle, hall: live.hall, catalogue: () => store.catalogue() };
}

function portOf(app: App): number | undefined {
  const address = app.addresses()[0];
  return typeof address === 'object' ? address.port : undefined;
}
