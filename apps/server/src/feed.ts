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
import { feedParser } from './feed-encoder.ts';
import type { Origins } from './origins.ts';
import type { Services } from './services.ts';

type Feed = Server<StationToServer, ServerToStation, DefaultEventsMap, Known>;
type StationSocket = Socket<StationToServer, ServerToStation, DefaultEventsMap, Known>;
/** What a socket came in with, hashed: a device's token, or the session of somebody behind a password. */
type Pass = { readonly kind: 'device' | 'person'; readonly hash: string };
type Known =
  | { readonly kind: 'device'; readonly hash: string; readonly device: Device }
  | { readonly kind: 'person'; readonly hash: string };

const hall = 'hall';
const mostMessagesPerSecond = 20;

/** The live feed (DESIGN §6): join, events in order, a beat every second. No message of any client can end the process. */
export function openFeed(
  http: HttpServer,
  services: Services,
  origins: Origins,
  log: FastifyBaseLogger,
): { readonly io: Feed; close(): Promise<void> } {
  const { store, live, receipts, announcer, signIns, doors, troubles, clock } = services;
  const io: Feed = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    parser: feedParser,
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
    const pass = passOf(socket);
    if (pass === null) return next(new Error('access.expired'));
    whoIs(pass).then(
      (known) => {
        if (!known) return next(new Error('access.expired'));
        socket.data = known;
        next();
      },
      () => next(new Error('store.unavailable')),
    );
  });

  /** Null for a pass that is not good, or not any more. */
  async function whoIs({ kind, hash }: Pass): Promise<Known | null> {
    if (kind === 'device') {
      const device = await store.deviceByTokenHash(hash);
      return device && { kind, hash, device };
    }
    const session = await store.sessionByTokenHash(hash, clock());
    return session?.deviceId === null && !session.officer.isPasswordInitial ? { kind, hash } : null;
  }

  // A socket is asked for its pass once, at the door; who has lost it since is found here, whichever process took it away (S4).
  async function sweep(): Promise<void> {
    const enrolled = await store.access.deviceTokenHashes();
    for (const socket of io.sockets.sockets.values()) {
      const isIn = socket.data.kind === 'device' ? enrolled.has(socket.data.hash) : (await whoIs(socket.data)) !== null;
      if (!isIn) socket.disconnect(true);
    }
  }
  const sweepNow = () => void sweep().catch((err) => log.error({ event: 'feed.sweep', err }));

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
      if (socket.data.kind === 'device' && Value.Check(VoiceBeat, beat))
        announcer.hear(socket.data.device, beat, voice);
    });
    socket.on('disconnect', () => announcer.gone(socket.id));
  });

  function joined(join: unknown): Joined | JoinRefused {
    if (!Value.Check(Join, join)) return { code: 'request.invalid' };
    if (join.epoch === store.epoch() && join.after !== null && join.after > live.hall().seq) {
      // One station's word alone stops nothing, or a broken one could: a supervisor decides.
      log.error({ event: 'log.lostTail', seen: join.after, head: live.hall().seq });
      troubles.lostTail(clock());
    }
    const events = join.epoch === store.epoch() && join.after !== null ? live.tail(join.after) : null;
    return events ? { ...head(), events } : { ...head(), snapshot: live.hall() };
  }

  live.onEvents((events) => {
    for (const event of events) io.to(hall).emit('event', event);
  });
  receipts.onReceipt((receipt) => io.to(hall).emit('receipt', receipt));
  signIns.onSignIn((counterId) => io.to(hall).emit('signedIn', counterId));
  doors.onChanged(() => {
    sweepNow();
    io.to(hall).emit('sessionsEnded');
  });
  const beat = setInterval(() => {
    io.to(hall).emit('beat', head());
    sweepNow();
  }, beatEveryMs);
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

function passOf(socket: StationSocket): Pass | null {
  const { token, session } = socket.handshake.auth as { readonly token?: unknown; readonly session?: unknown };
  const device = isToken(token) ? token : bearerToken(socket.handshake.headers);
  if (device !== null) return { kind: 'device', hash: tokenHash(device) };
  return isToken(session) ? { kind: 'person', hash: tokenHash(session) } : null;
}

function isToken(named: unknown): named is string {
  return typeof named === 'string' && named.length >= 16 && named.length <= 128;
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
    const isAllowed = name === 'join' || (name === 'voice' && isDisplay(socket.data));
    if (isAllowed && counted <= mostMessagesPerSecond) return next();
    log.warn({ event: 'feed.refused' });
    socket.disconnect(true);
  });
  socket.on('error', () => socket.disconnect(true));
}

function isDisplay(known: Known): boolean {
  return known.kind === 'device' && known.device.role === 'display';
}
