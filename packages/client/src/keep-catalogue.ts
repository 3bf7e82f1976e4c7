import type { CatalogueAnswer } from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';
import type { Station } from './station.ts';

/** The catalogue as this station last read it, null until the first answer. */
export type KeptCatalogue = {
  current(): CatalogueAnswer | null;
  subscribe(listener: () => void): () => void;
  close(): void;
};

const retryMs = 2_000;

/** Reads the catalogue until it is there, and again whenever the link comes back: what changed meanwhile came with no event. */
export function keepCatalogue(station: Pick<Station, 'catalogue' | 'live'>, clock: Clock = systemClock): KeptCatalogue {
  const listeners = new Set<() => void>();
  let kept: CatalogueAnswer | null = null;
  let forget = () => {};
  let wasLive = station.live.current().link.state === 'live';
  let isClosed = false;

  async function read() {
    forget();
    const answered = await station.catalogue();
    if (isClosed) return;
    if (answered.ok) {
      kept = answered.value;
      for (const listener of listeners) listener();
    } else forget = clock.after(retryMs, () => void read());
  }

  const stop = station.live.subscribe(() => {
    const isLive = station.live.current().link.state === 'live';
    if (isLive && !wasLive) void read();
    wasLive = isLive;
  });
  void read();

  return {
    current: () => kept,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      forget();
      stop();
    },
  };
}
