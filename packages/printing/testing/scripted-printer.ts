import { once } from 'node:events';
import { createServer, type ServerOpts, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** Something at a port that answers each chunk as the test says; `hangUp` ends the connections that are open. */
export async function scriptedPrinter(
  t: TestContext,
  script: (chunk: Buffer, socket: Socket) => void,
  options: ServerOpts = {},
) {
  const sockets = new Set<Socket>();
  let taken = 0;
  const server = createServer(options, (socket) => {
    taken += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => script(chunk, socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  const hangUp = async () => {
    const closed = [...sockets].map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.end();
    await Promise.all(closed);
  };
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  t.after(close);
  return { host: '127.0.0.1', port: address.port, taken: () => taken, sockets, hangUp, close };
}

/** Answers every DLE EOT n in a chunk with `answers[n]`. */
export function answerStatus(
  chunk: Buffer,
  socket: Socket,
  answers: Readonly<Record<number, readonly number[]>>,
): void {
  for (let at = 0; at + 2 < chunk.length && socket.writable; at += 1)
    if (chunk[at] === 0x10 && chunk[at + 1] === 0x04) socket.write(Uint8Array.from(answers[chunk[at + 2] ?? 0] ?? []));
}
