import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { BrokenRequest } from './broken-requests.ts';
import type { Reply } from './verdict.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const giveUpMs = 5_000;

/** Sends a broken request, byte for byte as it was made, and waits for its answer. */
export function send(url: string, { way, method, path, headers, body }: BrokenRequest): Promise<Reply> {
  const sent = `${way}: ${method} ${path.slice(0, 80)} ${body?.toString('latin1').slice(0, 60) ?? ''}`;
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const length = body === null ? {} : { 'content-length': String(body.length) };
    const asked = request(
      { agent, hostname, port, method, path, headers: { ...headers, ...length }, timeout: giveUpMs },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => resolve({ sent, status: null, contentType: '', text: '' }));
        answer.on('end', () =>
          resolve({
            sent,
            status: answer.statusCode ?? null,
            contentType: answer.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve({ sent, status: null, contentType: '', text: '' }));
    asked.end(body ?? undefined);
  });
}

/** Bytes that are no HTTP; resolves when the server has ended the connection, or has had its time. */
export function sendBytes(url: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(200, () => socket.destroy());
    socket.on('data', () => {});
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });
}
