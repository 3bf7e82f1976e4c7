// A bad network on loopback, between stations and a real server. It knows where a WebSocket message begins and ends, so that it
// loses, doubles and delays whole messages; of HTTP it loses answers, after the server has done what was asked.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { eachFrame } from './websocket-frames.ts';

/** Probabilities from 0 to 1, for each message or answer. */
export type Faults = {
  readonly lost: number;
  readonly doubled: number;
  readonly stalled: number;
  readonly cut: number;
  readonly answerLost: number;
};

export const calm: Faults = { lost: 0, doubled: 0, stalled: 0, cut: 0, answerLost: 0 };

type Link = 'up' | 'cut' | 'silent';

export type FaultProxy = {
  readonly url: string;
  /** What was done to the traffic so far: a test that injected nothing has proved nothing. */
  readonly done: Record<keyof Faults, number>;
  set(faults: Faults): void;
  /** `cut` ends every connection and lets none in; `silent` passes nothing on and tells nobody. */
  setLink(link: Link): void;
  /** Where the server is now; a restarted one may have another port. */
  pointTo(port: number): void;
  close(): Promise<void>;
};

const stallMs = 600;

export async function openFaultProxy(port: number, seed: number): Promise<FaultProxy> {
  const random = seeded(seed);
  const done = { lost: 0, doubled: 0, stalled: 0, cut: 0, answerLost: 0 };
  const links = new Set<Socket>();
  let faults = calm;
  let target = port;
  let link: Link = 'up';

  const strikes = (fault: keyof Faults): boolean => {
    if (random() >= faults[fault]) return false;
    done[fault] += 1;
    return true;
  };

  const proxy = createServer((station) => {
    if (link === 'cut') {
      station.destroy();
      return;
    }
    const server = connect(target, '127.0.0.1');
    const cut = () => {
      station.destroy();
      server.destroy();
    };
    for (const side of [station, server]) {
      links.add(side);
      side.on('error', cut);
      side.on('close', () => {
        links.delete(side);
        cut();
      });
    }
    station.once('data', (head: Buffer) => {
      const isWebSocket = /^upgrade: websocket/im.test(head.toString('latin1'));
      if (link === 'up') server.write(head);
      if (isWebSocket) {
        eachFrame(station, passOn(server, cut), { afterHead: false });
        eachFrame(server, passOn(station, cut), { afterHead: true });
        return;
      }
      station.on('data', (more: Buffer) => {
        if (link === 'up') server.write(more);
      });
      server.on('data', (answer: Buffer) => {
        if (strikes('answerLost')) cut();
        else if (link === 'up') station.write(answer);
      });
    });
  });

  /** Passes whole messages on in their order; one that is stalled holds up those behind it, as in any TCP connection. */
  function passOn(to: Socket, cut: () => void): (message: Buffer, isMessage: boolean) => void {
    let before = Promise.resolve();
    const write = (bytes: Buffer) => {
      if (!to.destroyed && link === 'up') to.write(bytes);
    };
    return (bytes, isMessage) => {
      const fate = isMessage ? fateOf() : 'passed';
      before = before.then(async () => {
        if (fate === 'stalled') await new Promise((resolve) => setTimeout(resolve, stallMs));
        if (fate === 'cut') cut();
        else if (fate !== 'lost') write(fate === 'doubled' ? Buffer.concat([bytes, bytes]) : bytes);
      });
    };
  }

  function fateOf(): keyof Faults | 'passed' {
    return (['cut', 'lost', 'doubled', 'stalled'] as const).find(strikes) ?? 'passed';
  }

  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    done,
    set(next) {
      faults = next;
    },
    setLink(next) {
      link = next;
      if (link === 'cut') for (const side of links) side.destroy();
    },
    pointTo(next) {
      target = next;
    },
    async close() {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const link of links) link.destroy();
      await closed;
    },
  };
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
