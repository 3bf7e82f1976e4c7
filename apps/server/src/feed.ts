import type { Server as HttpServer, IncomingMessage } from 'node:http';
import {
  beatEveryMs,
  Join,
  type Joined,
  type JoinRefused,
  type ServerToStation,
  type Speak,
  type StationToServer,
  VoiceBeat,
} from '@antrean/protocol';
import type { Device } from '@antrean/store';
import type { FastifyBaseLogger } from 'fastify';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import Value from 'typebox/value';
import { bearerToken, tokenHash } from './credentials.ts';
import type { Origins } from './origins.ts';
import type { Services } from './services.ts';

type Known = { device: Device };
type Feed = Server<StationToServer, ServerToStation, DefaultEventsMap, Known>;
type StationSocket = Socket<StationToServer, ServerToStation, DefaultEventsMap, Known>;

const hall = 'hall';
const mostMessagesPerSecond = 20;

/** The live feed (DESIGN §6): join, events in order, a beat every second. No message of any client can end the process. */
export function openFeed(
  http: HttpServer,
  services: Services,
  origins: Origins,
  log: FastifyBaseLogger,
): { readonly io: Feed; close(): Promise<void> } {
  const { store, live, receipts, announcer, signIns, clock } = services;
  const io: Feed = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    allowEIO3: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 16_384,
    connectTimeout: 5_000,
    pingInterval: 5_000,
    pingTimeout: 4_000,
    allowRequest: (request, answer) => {
      admit(request, services, origins).then(
        (admitted) => answer(null, admitted),
        () => answer(null, false),
      );
    },
  });
  // Unknown namespaces are refused by Socket.IO itself; this guards the only one there is.
  io.use((socket, next) => {
    const token = tokenOf(socket);
    if (token === null) return next(new Error('access.expired'));
    store.deviceByTokenHash(tokenHash(token)).then(
      (device) => {
        if (!device) return next(new Error('access.expired'));
        socket.data.device = device;
        next();
      },
      () => next(new Error('store.unavailable')),
    );
  });

  const head = () => ({ epoch: store.epoch(), head: live.hall().seq, now: clock() });
  io.on('connection', (socket) => {
    guard(socket, log);
    socket.on('join', (join, answer) => {
      // A client may leave the acknowledgement out, whatever the types say.
      if (typeof answer !== 'function') return;
      answer(joined(join));
      if (!Value.Check(Join, join)) return;
      void socket.join(hall);
      for (const receipt of receipts.all()) socket.emit('receipt', receipt);
    });
    const voice = { connection: socket.id, speak: (speak: Speak) => void socket.emit('speak', speak) };
    socket.on('voice', (beat) => {
      if (Value.Check(VoiceBeat, beat)) announcer.hear(socket.data.device, beat, voice);
    });
    socket.on('disconnect', () => announcer.gone(socket.id));
  });

  function joined(join: unknown): Joined | JoinRefused {
    if (!Value.Check(Join, join)) return { code: 'request.invalid' };
    const events = join.epoch === store.epoch() && join.after !== null ? live.tail(join.after) : null;
    return events ? { ...head(), events } : { ...head(), snapshot: live.hall() };
  }

  live.onEvents((events) => {
    for (const event of events) io.to(hall).emit('event', event);
  });
  receipts.onReceipt((receipt) => io.to(hall).emit('receipt', receipt));
  signIns.onSignIn((counterId) => io.to(hall).emit('signedIn', counterId));
  const beat = setInterval(() => io.to(hall).emit('beat', head()), beatEveryMs);
  beat.unref();
  return {
    io,
    async close() {
      clearInterval(beat);
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** Before anything is upgraded: a page needs an allowed origin, everybody else a device's token (S17). */
async function admit(request: IncomingMessage, { store }: Services, origins: Origins): Promise<boolean> {
  const { origin, host } = request.headers;
  if (origin !== undefined) return origins(origin, host);
  const token = bearerToken(request.headers);
  return token !== null && (await store.deviceByTokenHash(tokenHash(token))) !== null;
}

function tokenOf(socket: StationSocket): string | null {
  const named: unknown = socket.handshake.auth.token;
  if (typeof named === 'string' && named.length >= 16 && named.length <= 128) return named;
  return bearerToken(socket.handshake.headers);
}

/** A station says `join`, a display also how its voice is, and neither too often; who does otherwise loses its own socket only. */
function guard(socket: StationSocket, log: FastifyBaseLogger): void {
  let counted = 0;
  let since = 0;
  socket.use(([name], next) => {
    const now = performance.now();
    if (now - since > 1_000) {
      since = now;
      counted = 0;
    }
    counted += 1;
    const isAllowed = name === 'join' || (name === 'voice' && socket.data.device.role === 'display');
    if (isAllowed && counted <= mostMessagesPerSecond) return next();
    log.warn({ event: 'feed.refused' });
    socket.disconnect(true);
  });
  socket.on('error', () => socket.disconnect(true));
}
