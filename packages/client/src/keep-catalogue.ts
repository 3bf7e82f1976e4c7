import type { CatalogueAnswer } from '@antrean/protocol';
import type { Station } from './station.ts';

/** The catalogue as this station last read it, null until the first answer. */
export type KeptCatalogue = {
  current(): CatalogueAnswer | null;
  subscribe(listener: () => void): () => void;
  close(): void;
};

const retryMs = 2_000;

/** Reads the catalogue until it is there, and again whenever the link comes back: what changed meanwhile came with no event. */
export function keepCatalogue(station: Pick<Station, 'catalogue' | 'live'>): KeptCatalogue {
  const listeners = new Set<() => void>();
  let kept: CatalogueAnswer | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLive = station.live.current().link.state === 'live';
  let isClosed = false;

  async function read() {
    clearTimeout(timer);
    const answered = await station.catalogue();
    if (isClosed) return;
    if (answered.ok) {
      kept = answered.value;
      for (const listener of listeners) listener();
    } else timer = setTimeout(() => void read(), retryMs);
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
      clearTimeout(timer);
      stop();
    },
  };
}
