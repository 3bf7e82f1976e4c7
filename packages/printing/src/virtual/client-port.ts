import { createServer, type Socket } from 'node:net';
import type { Timers } from '../timers.ts';
import type { PrinterDevice } from './device.ts';

/** The printer's TCP port: one client at a time, and as many bytes of it as the buffer takes. */
export type ClientPort = {
  readonly host: string;
  readonly port: number;
  say(bytes: Uint8Array): void;
  disconnect(how: 'end' | 'reset'): void;
  /** Looks again at what the printer may do: listen, read on. */
  refresh(): void;
  close(): Promise<void>;
};

export type ClientPortOptions = {
  readonly port: number;
  readonly timers: Timers;
  readonly device: PrinterDevice;
  /** Bytes were taken, or a client came or left. */
  readonly changed: (taken: number) => void;
};

export async function openClientPort({ port, timers, device, changed }: ClientPortOptions): Promise<ClientPort> {
  let client: Socket | null = null;
  let stopIdle = () => {};
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    if (client !== null) {
      // Port 9100 takes one client at a time, and most printers stay with the first.
      if (device.fault?.kind !== 'takesNewest') return void socket.resetAndDestroy();
      client.destroySoon();
    }
    client = socket;
    device.connected();
    waitIdle();
    const gone = () => {
      if (client !== socket) return;
      client = null;
      stopIdle();
      changed(0);
    };
    socket.on('end', gone).on('close', gone).on('readable', take);
  });
  const take = () => {
    if (device.fault?.kind === 'neverReads') return;
    for (;;) {
      const chunk: Buffer | null = client?.read(Math.min(device.room, client.readableLength)) ?? null;
      if (chunk === null || chunk.length === 0) return;
      waitIdle();
      device.receive(chunk);
      changed(chunk.length);
    }
  };
  const waitIdle = () => {
    stopIdle();
    const fault = device.fault;
    stopIdle = fault?.kind === 'closesIdle' ? timers.after(fault.milliseconds, () => client?.destroySoon()) : () => {};
  };
  const listen = (at: number) => server.listen(at, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    listen(port).once('listening', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return {
    host: address.address,
    port: address.port,
    say: (bytes) => {
      if (client?.writable) client.write(bytes);
    },
    disconnect: (how) => {
      if (how === 'reset') client?.resetAndDestroy();
      else client?.destroySoon();
    },
    refresh: () => {
      const mayListen = device.isOn && device.fault?.kind !== 'refuses';
      if (mayListen && !server.listening) listen(address.port);
      else if (!mayListen && server.listening) server.close();
      take();
    },
    close: () =>
      new Promise((resolve) => {
        client?.destroy();
        server.close(() => resolve());
      }),
  };
}
