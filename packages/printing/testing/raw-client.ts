import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestContext } from 'node:test';

/** A client that knows nothing of printers: sends bytes, keeps what comes back, and sees how the connection ends. */
export type RawClient = {
  send(text: string): void;
  /** All that was said so far, once it is at least so many bytes. */
  said(bytes: number): Promise<readonly number[]>;
  ended: Promise<'end' | 'reset'>;
  leave(): Promise<void>;
};

export async function rawClient(t: TestContext, address: { host: string; port: number }): Promise<RawClient> {
  const socket = connect(address);
  t.after(() => socket.destroy());
  const heard: number[] = [];
  let look = () => {};
  socket.on('data', (chunk) => {
    heard.push(...chunk);
    look();
  });
  const ended = new Promise<'end' | 'reset'>((resolve) => {
    socket.once('error', () => resolve('reset'));
    socket.once('end', () => resolve('end'));
  });
  // Whoever is refused at the door is told so by `ended`.
  await Promise.race([once(socket, 'connect').catch(() => {}), ended]);
  return {
    send: (text) => socket.write(Buffer.from(text, 'latin1')),
    said: (bytes) =>
      new Promise((resolve) => {
        look = () => {
          if (heard.length >= bytes) resolve([...heard]);
        };
        look();
      }),
    ended,
    leave: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve());
        socket.end();
      }),
  };
}
