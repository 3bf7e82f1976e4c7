import { displayCalls } from './bridge-calls.ts';
import { bridgeRoom } from './bridge-room.ts';
import type { DisplayBridge } from './display-bridge.ts';

/** What the machine hears of its display's page: that it lives. */
export type Pulse = {
  /** Hears each beat; gives back how to stop. */
  subscribe(listener: () => void): () => void;
  /** The page's end. */
  readonly room: (request: Request) => Promise<Response>;
};

export function openPulse(): Pulse {
  const listeners = new Set<() => void>();
  const bridge: DisplayBridge = {
    async alive() {
      for (const listener of [...listeners]) listener();
      return {};
    },
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    room: bridgeRoom({ kind: 'display', takes: displayCalls, bridge }),
  };
}
