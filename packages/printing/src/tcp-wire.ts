import { connect } from 'node:net';
import type { Timers } from './timers.ts';
import type { Wire } from './wire.ts';

const connectMs = 1_500;
const closeMs = 1_000;

export function openTcpWire(
  { host, port }: { readonly host: string; readonly port: number },
  timers: Timers,
): Promise<Wire | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const stop = timers.after(connectMs, () => socket.destroy());
    // An error is always followed by `close`; without a listener it would end the program.
    socket.on('error', () => {});
    socket.once('close', () => {
      stop();
      resolve(null);
    });
    socket.once('connect', () => {
      stop();
      resolve({
        listen: (bytes, closed) => socket.on('data', bytes).on('end', closed).on('close', closed),
        write: (bytes) => socket.write(bytes),
        close: () =>
          new Promise((ended) => {
            if (socket.destroyed) return ended();
            const stop = timers.after(closeMs, () => socket.destroy());
            socket.once('close', () => {
              stop();
              ended();
            });
            // Reads on: destroying with unread input would reset the connection and lose bytes under way.
            socket.resume();
            socket.end();
          }),
      });
    });
  });
}
