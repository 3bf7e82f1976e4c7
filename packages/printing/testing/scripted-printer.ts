import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

type Script = (chunk: Buffer, socket: Socket) => void;

/** Something at port 9100 that answers each chunk as the test says. */
export async function scriptedPrinter(t: TestContext, script: Script) {
  const sockets = new Set<Socket>();
  let taken = 0;
  const server = createServer((socket) => {
    taken += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => script(chunk, socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  t.after(close);
  return { host: '127.0.0.1', port: address.port, taken: () => taken, sockets, close };
}

/** Answers every DLE EOT n in a chunk with `answers[n]`. */
export function answerStatus(
  chunk: Buffer,
  socket: Socket,
  answers: Readonly<Record<number, readonly number[]>>,
): void {
  for (let at = 0; at + 2 < chunk.length; at += 1)
    if (chunk[at] === 0x10 && chunk[at + 1] === 0x04) socket.write(Uint8Array.from(answers[chunk[at + 2] ?? 0] ?? []));
}
