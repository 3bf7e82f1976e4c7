import {
  bundle,
  type KeepToken,
  openIdentity,
  openLoopbackServer,
  openPulse,
  type Pulse,
  serverProxy,
} from '@antrean/station';
import type { DisplaySettings } from './display-flags.ts';

export type OpenDisplay = {
  readonly url: string;
  /** The sign of life of the page. */
  readonly pulse: Pulse;
  close(): Promise<void>;
};

/** The whole display of one PC but its window: its page on loopback, and the way to the server, which it goes with the device's token. */
export async function openDisplay(
  { serverUrl, token, port, screen, query }: DisplaySettings,
  log: (line: string) => void,
  keep: KeepToken,
): Promise<OpenDisplay> {
  const pulse = openPulse();
  // The page loads anew once it is somebody, and everything of this PC goes through the proxy.
  const become = async () => {};
  const identity = openIdentity({ serverUrl, role: 'display', token, keep, become, log });
  const { url, close } = await openLoopbackServer({
    port,
    home: `/display/${query && `?${query}`}`,
    rooms: { display: bundle(screen) },
    bridge: identity.guard(pulse.room),
    // What the hall hears and what the manager shows are the server's; they are too large to be built in.
    folders: ['voice', 'media'],
    // An open page goes on with what it knows, and says how old that is; a new one has nothing that could still be true.
    proxy: serverProxy(serverUrl, identity.token, () => null),
  });
  return { url, pulse, close };
}
