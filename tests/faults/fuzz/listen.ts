import type { Random } from '../../../packages/domain/testing/random.ts';
import { brokenFrame } from './broken-frames.ts';

const settleMs = 30;

/** Comes in as this device, or as nobody, sends so many broken frames, and leaves; gives back how many went out before the server had enough. */
export function sendFrames(url: string, token: string | null, frames: number, random: Random): Promise<number> {
  return new Promise((resolve) => {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    // A page of the mall's own, as far as the door can tell. Node takes headers here, and its types do not know yet.
    const socket = new WebSocket(address, { headers: { origin: url } } as unknown as string[]);
    let sent = 0;
    socket.addEventListener('open', () => {
      socket.send(token === null ? brokenFrame(random) : `40${JSON.stringify({ token })}`);
      for (; sent < frames && socket.readyState === WebSocket.OPEN; sent += 1) socket.send(brokenFrame(random));
      setTimeout(() => socket.close(), settleMs);
    });
    socket.addEventListener('error', () => {});
    socket.addEventListener('close', () => resolve(sent));
    setTimeout(() => socket.close(), 3_000).unref();
  });
}
