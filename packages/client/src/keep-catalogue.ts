import type { CatalogueAnswer } from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';
import type { Station } from './station.ts';

/** The catalogue as this station last read it, null until the first answer. */
export type KeptCatalogue = {
  current(): CatalogueAnswer | null;
  subscribe(listener: () => void): () => void;
  /** Whether the server does not know this machine: waiting does not help then, only a person does. */
  readonly isUnknown: { current(): boolean; subscribe(listener: () => void): () => void };
  close(): void;
};

const retryMs = 2_000;

/** Reads the catalogue until it is there, and again whenever the link comes back: what changed meanwhile came with no event. */
export function keepCatalogue(station: Pick<Station, 'catalogue' | 'live'>, clock: Clock = systemClock): KeptCatalogue {
  const listeners = new Set<() => void>();
  let kept: CatalogueAnswer | null = null;
  let isUnknown = false;
  let forget = () => {};
  let wasLive = station.live.current().link.state === 'live';
  let isClosed = false;

  async function read() {
    forget();
    const answered = await station.catalogue();
    if (isClosed) return;
    if (answered.ok) kept = answered.value;
    else forget = clock.after(retryMs, () => void read());
    const wasUnknown = isUnknown;
    // No answer at all says nothing about it.
    if (answered.ok) isUnknown = false;
    else if (answered.error.code === 'access.denied' || answered.error.code === 'access.expired') isUnknown = true;
    if (answered.ok || isUnknown !== wasUnknown) for (const listener of listeners) listener();
  }

  const stop = station.live.subscribe(() => {
    const isLive = station.live.current().link.state === 'live';
    // Back: what changed meanwhile came with no event. Lost: it may be that the server has shut this machine out.
    if (isLive !== wasLive) void read();
    wasLive = isLive;
  });
  void read();

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    current: () => kept,
    subscribe,
    isUnknown: { current: () => isUnknown, subscribe },
    close() {
      isClosed = true;
      forget();
      stop();
    },
  };
}
