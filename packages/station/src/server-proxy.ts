import { type IncomingMessage, request as overHttp, type ServerResponse } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import { problem } from './problem.ts';

/** Passes a page's requests on to the queue server with the device's token, which the page never sees. */
export type ServerProxy = {
  pass(request: IncomingMessage, response: ServerResponse): void;
  /** A WebSocket: once the server agrees, bytes go both ways untouched. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

const answerMs = 10_000;
/** Meant for one hop only, or the page's own idea of who it is. */
const dropped = new Set(
  'connection keep-alive proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade host origin referer authorization cookie'.split(
    ' ',
  ),
);

/** `token` is read for each request, because a device may be enrolled at any time. `keptCatalogue` answers for the server while it is away, so that a page loaded then still knows the mall; null while it is there. */
export function serverProxy(
  serverUrl: string,
  token: () => string | null,
  keptCatalogue: () => unknown | null,
): ServerProxy {
  const server = new URL(serverUrl);
  const ask = server.protocol === 'https:' ? overHttps : overHttp;
  const open = new Set<Duplex>();

  const headersFor = (request: IncomingMessage): Record<string, string | string[]> => {
    const headers: Record<string, string | string[]> = {};
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined && !dropped.has(name)) headers[name] = value;
    const device = token();
    const authorization = device === null ? {} : { authorization: `Bearer ${device}` };
    return { ...headers, host: server.host, origin: server.origin, ...authorization };
  };
  const options = (request: IncomingMessage) => ({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    agent: false as const,
  });

  return {
    pass(request, response) {
      const kept = request.method === 'GET' && request.url === '/api/v1/catalogue' ? keptCatalogue() : null;
      if (kept !== null) {
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify(kept));
        return;
      }
      const upstream = ask(server, { ...options(request), headers: headersFor(request), timeout: answerMs });
      upstream.on('timeout', () => upstream.destroy(new Error('no answer in time')));
      upstream.on('response', (answer) => {
        const headers = Object.entries(answer.headers).filter(
          ([name, value]) => value !== undefined && !dropped.has(name) && !name.startsWith('access-control-'),
        );
        response.writeHead(answer.statusCode ?? 502, Object.fromEntries(headers));
        answer.on('error', () => response.destroy());
        answer.on('aborted', () => response.destroy());
        answer.pipe(response);
      });
      upstream.on('error', () => {
        if (response.headersSent) {
          response.destroy();
          return;
        }
        const { status, type, body } = problem('store.unavailable', 'The queue server does not answer');
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
      response.on('close', () => upstream.destroy());
      request.on('error', () => upstream.destroy());
      request.pipe(upstream);
    },

    upgrade(request, socket, head) {
      const headers = { ...headersFor(request), connection: 'Upgrade', upgrade: 'websocket' };
      const upstream = ask(server, { ...options(request), method: 'GET', headers, timeout: answerMs });
      const give = (duplex: Duplex) => {
        open.add(duplex);
        duplex.on('close', () => open.delete(duplex));
      };
      give(socket);
      socket.on('error', () => upstream.destroy());
      socket.on('close', () => upstream.destroy());
      upstream.on('timeout', () => upstream.destroy(new Error('no answer in time')));
      upstream.on('error', () => endWith(socket, 503, 'Service Unavailable'));
      upstream.on('response', (answer) => {
        answer.resume();
        endWith(socket, answer.statusCode ?? 502, answer.statusMessage ?? '');
      });
      upstream.on('upgrade', (answer, far, farHead) => {
        give(far);
        const lines = [`HTTP/1.1 101 ${answer.statusMessage ?? 'Switching Protocols'}`];
        for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2)
          lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`);
        far.on('error', () => socket.destroy());
        far.on('close', () => socket.destroy());
        socket.on('error', () => far.destroy());
        socket.on('close', () => far.destroy());
        socket.write(`${lines.join('\r\n')}\r\n\r\n`);
        if (farHead.length > 0) socket.write(farHead);
        if (head.length > 0) far.write(head);
        far.pipe(socket);
        socket.pipe(far);
      });
      upstream.end();
    },

    close() {
      for (const duplex of open) duplex.destroy();
    },
  };
}

/** Refuses an upgrade; after this the socket is of no use. */
export function endWith(socket: Duplex, status: number, reason: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}
