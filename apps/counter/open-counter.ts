import { randomUUID } from 'node:crypto';
import { systemClock } from '@antrean/client';
import {
  bundle,
  type DeskLine,
  type KeepToken,
  openDeskLine,
  openIdentity,
  openLoopbackServer,
  serverProxy,
} from '@antrean/station';
import type { CounterSettings } from './counter-flags.ts';

export type OpenCounter = {
  readonly url: string;
  /** The line to the desk on the page: how it stands, and presses of "next" from outside it. */
  readonly desk: DeskLine;
  close(): Promise<void>;
};

/** The whole counter of one PC but its window: its page on loopback, and the way to the server, which it goes with the device's token. */
export async function openCounter(
  { serverUrl, token, port, screen }: CounterSettings,
  log: (line: string) => void,
  keep: KeepToken,
): Promise<OpenCounter> {
  // The page loads anew once it is somebody, and everything of this PC goes through the proxy.
  const become = async () => {};
  const identity = openIdentity({ serverUrl, role: 'counter', token, keep, become, log });
  const desk = openDeskLine({ clock: systemClock, newId: randomUUID });
  const { url, close } = await openLoopbackServer({
    port,
    home: '/counter/',
    rooms: { counter: bundle(screen) },
    bridge: identity.guard(desk.room),
    // An officer without the server can do nothing, so nothing is kept for that time.
    proxy: serverProxy(serverUrl, identity.token, () => null),
  });
  return { url, desk, close };
}
