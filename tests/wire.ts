import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as toServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** A request as it left the station; `status` is the answer that went back, null when none did. */
type Crossing = {
  /** The end of its path: `catalogue`, `tickets`, `print-outcome`. */
  readonly name: string;
  readonly key: string | undefined;
  readonly body: unknown;
  readonly status: number | null;
};

/** `lost` never reaches the server, `answerLost` is done and nobody hears of it; a function runs before the answer goes on. */
type Fate = 'lost' | 'answerLost' | (() => void);

export type Wire = {
  readonly url: string;
  /** What crossed so far, in its order; of one name or all. */
  crossed(name?: string): readonly Crossing[];
  /** What happens to the next request of that name. */
  next(name: string, fate: Fate): void;
  /** Where the server is now; a restarted one has another port. */
  pointTo(serverUrl: string): void;
  /** Pulls the cable: nothing crosses any more, in either direction. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** The line between one station and a server: it breaks where a test says, and remembers what crossed. */
export async function openWire(serverUrl: string): Promise<Wire> {
  const crossings: (Crossing & { status: number | null })[] = [];
  const fates: { readonly name: string; readonly fate: Fate }[] = [];
  const links = new Set<Duplex>();
  let target = new URL(serverUrl);
  let isCut = false;

  // A station's proxy names its server as the origin; behind this wire that is another address.
  const headersFor = ({ headers }: IncomingMessage) => ({
    ...headers,
    host: target.host,
    ...(headers.origin === undefined ? {} : { origin: target.origin }),
  });
  const fateOf = (name: string): Fate | undefined => {
    const index = fates.findIndex((next) => next.name === name);
    return index < 0 ? undefined : fates.splice(index, 1)[0]?.fate;
  };

  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    if (isCut) return void asked.socket.destroy();
    const body = await buffer(asked);
    const name = asked.url?.split('/').at(-1) ?? '';
    const key = asked.headers['idempotency-key'];
    const crossing = {
      name,
      key: typeof key === 'string' ? key : undefined,
      body: body.length > 0 ? JSON.parse(body.toString()) : undefined,
      status: null as number | null,
    };
    crossings.push(crossing);
    const fate = fateOf(name);
    if (fate === 'lost') return void asked.socket.destroy();
    const upstream = toServer(new URL(asked.url ?? '/', target), {
      method: asked.method ?? 'GET',
      headers: headersFor(asked),
      agent: false,
    });
    const [response] = (await once(upstream.end(body), 'response')) as [IncomingMessage];
    const text = await buffer(response);
    if (fate === 'answerLost') return void asked.socket.destroy();
    fate?.();
    answer.writeHead(response.statusCode ?? 0, { 'content-type': response.headers['content-type'] ?? '' }).end(text);
    crossing.status = response.statusCode ?? null;
  };

  const wire = createServer((asked, answer) => {
    // A server that is away breaks the connection, as a cable would.
    pass(asked, answer).catch(() => asked.socket.destroy());
  });
  wire.on('upgrade', (asked, socket) => {
    if (isCut) return void socket.destroy();
    const server = connect(Number(target.port), target.hostname);
    for (const [side, other] of [
      [socket, server],
      [server, socket],
    ] as const) {
      links.add(side);
      side.on('error', () => other.destroy());
      side.on('close', () => {
        links.delete(side);
        other.destroy();
      });
      side.pipe(other);
    }
    const headers = Object.entries(headersFor(asked));
    server.write(
      `GET ${asked.url} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    crossed: (name) => crossings.filter((crossing) => name === undefined || crossing.name === name),
    next(name, fate) {
      fates.push({ name, fate });
    },
    pointTo(next) {
      target = new URL(next);
    },
    cut() {
      isCut = true;
      wire.closeAllConnections();
      for (const link of links) link.destroy();
    },
    mend() {
      isCut = false;
    },
    async close() {
      for (const link of links) link.destroy();
      const closed = once(wire, 'close');
      wire.close();
      wire.closeAllConnections();
      await closed;
    },
  };
}
