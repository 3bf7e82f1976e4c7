import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { problem } from './problem.ts';
import { endWith, type ServerProxy } from './server-proxy.ts';
import { sendWebResponse, webRequest } from './web-messages.ts';

/** Answers for every path that begins with its name; it sees the path below that. */
export type Rooms = Readonly<Record<string, (request: Request) => Promise<Response>>>;

export type LoopbackServer = { readonly url: string; close(): Promise<void> };

export type LoopbackOptions = {
  readonly port: number;
  /** Where `/` leads. */
  readonly home: string;
  /** By the first name of the path: `kiosk` answers `/kiosk/…`. */
  readonly rooms: Rooms;
  /** Answers `/bridge` and what is below it, the path unchanged. */
  readonly bridge: (request: Request) => Promise<Response>;
  readonly proxy: ServerProxy;
  /** Folders of the queue server that the page reads, beside `/api` and the feed: `voice` for `/voice/…`. */
  readonly folders?: readonly string[];
};

const longestBody = 16 * 1_024;

/** Serves one station's screen on loopback. What it may do is done with the device's token, so only its own page may ask. */
export async function openLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  server.maxConnections = 100;
  server.on('request', (request, response) => {
    answer(request, response, options).catch(() => fail(response));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!isOwnPage(request, true)) endWith(socket, 403, 'Forbidden');
    else if (pathOf(request).startsWith('/socket.io/')) options.proxy.upgrade(request, socket, head);
    else endWith(socket, 404, 'Not Found');
  });
  server.on('clientError', (_error, socket: Duplex) => endWith(socket, 400, 'Bad Request'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        options.proxy.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: LoopbackOptions): Promise<void> {
  const path = pathOf(request);
  const [, first = '', ...below] = path.split('/');
  const isBridge = first === 'bridge';
  const isFolder = request.method === 'GET' && options.folders?.includes(first) === true;
  const isPassed = path.startsWith('/api/') || isFolder;
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  // Any link may lead to the page itself; what the page asks is asked by nobody else.
  if (!isOwnPage(request, changes) || ((isBridge || isPassed) && isFromElsewhere(request)))
    return refuse(response, 'access.denied', 'Only the page of this station may ask');
  if (isPassed) return options.proxy.pass(request, response);
  if (path === '/') return redirect(response, options.home);
  const room = isBridge ? options.bridge : Object.hasOwn(options.rooms, first) ? options.rooms[first] : undefined;
  if (!room) return refuse(response, 'request.unknown', 'No such page');
  if (!isBridge && below.length === 0) return redirect(response, `/${first}/`);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const url = `http://station${isBridge ? path : `/${below.join('/')}`}`;
  const asked = await webRequest(request, url, longestBody, gone.signal);
  if (!asked) return refuse(response, 'request.tooLarge', 'The body is too long');
  sendWebResponse(await room(asked), response);
}

/**
 * Another page in the same browser can reach this port too. `Host` names us only when no foreign name was bent to our address;
 * `Origin` is sent with everything that changes something and with every WebSocket.
 */
function isOwnPage(request: IncomingMessage, changes: boolean): boolean {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false;
  return origin === undefined ? !changes : origin === `http://${host}`;
}

/**
 * A picture or a script that another site's page loads from here comes with our `Host` and without an `Origin`; every browser of
 * today says in this header whose page asked. Programs that are no browser send none.
 */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to }).end();
}

function refuse(response: ServerResponse, ...args: Parameters<typeof problem>): void {
  const { status, type, body } = problem(...args);
  // The rest of an unwanted body is not read, so the connection cannot be used again.
  response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, 'server.failed', 'The station failed');
}
