import { createServer, type Socket } from 'node:net';
import type { PrinterProfile } from '../profiles.ts';
import { PrinterDevice, type Roll } from './device.ts';
import type { Fault } from './faults.ts';
import { type Paper, printOn } from './paper.ts';
import { paperPicture, qrModules } from './paper-picture.ts';
import { paperText } from './paper-text.ts';

/** A slip that came out. */
export type CutSlip = { readonly id: number; readonly at: number; readonly paper: Paper; readonly text: string };

/** A printer on a loopback port that decodes what it is sent, draws it, and fails on request. */
export type VirtualPrinter = {
  readonly host: string;
  readonly port: number;
  /** The newest last; only the last `keep` of them. */
  slips(): readonly CutSlip[];
  picture(slip: CutSlip): Buffer;
  roll(): Roll;
  isCoverOpen(): boolean;
  setRoll(roll: Roll): void;
  setCover(isOpen: boolean): void;
  setFault(fault: Fault | null): void;
  acknowledge(): void;
  /** How many bytes it has taken so far. */
  received(): number;
  /** Called after each slip, each change of paper or cover and each chunk of bytes; gives back how to stop. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
};

export type VirtualPrinterOptions = {
  readonly profile: PrinterProfile;
  readonly port?: number;
  readonly keep?: number;
  readonly now?: () => number;
};

export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { profile, port = 0, keep = 24, now = Date.now } = options;
  const slips: CutSlip[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  let client: Socket | null = null;
  let received = 0;
  let cuts = 0;
  const device = new PrinterDevice({
    say: (bytes) => {
      if (client?.writable) client.write(bytes);
    },
    cut: (ops) => {
      cuts += 1;
      const paper = printOn(profile.dots, ops, qrModules);
      slips.push({ id: cuts, at: now(), paper, text: paperText(paper) });
      slips.splice(0, slips.length - keep);
      changed();
    },
    disconnect: (how) => {
      if (how === 'reset') client?.resetAndDestroy();
      else client?.destroySoon();
    },
    changed,
  });
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    // Port 9100 takes one client at a time.
    if (client !== null || device.fault?.kind === 'refuses') {
      socket.resetAndDestroy();
      return;
    }
    client = socket;
    device.connected();
    const gone = () => {
      if (client === socket) client = null;
      changed();
    };
    socket.on('end', gone).on('close', gone);
    if (device.fault?.kind === 'neverReads') return;
    socket.on('data', (chunk) => {
      received += chunk.length;
      device.receive(chunk);
      changed();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return {
    host: address.address,
    port: address.port,
    slips: () => [...slips],
    picture: (slip) => paperPicture(slip.paper),
    roll: () => device.roll,
    isCoverOpen: () => device.isCoverOpen,
    setRoll: (roll) => device.setRoll(roll),
    setCover: (isOpen) => device.setCover(isOpen),
    setFault: (fault) => {
      // Nobody reads that socket, so nobody would see it end either.
      if (device.fault?.kind === 'neverReads') client?.destroy();
      device.setFault(fault);
    },
    acknowledge: () => device.acknowledge(),
    received: () => received,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      new Promise((resolve) => {
        client?.destroy();
        server.close(() => resolve());
      }),
  };
}
