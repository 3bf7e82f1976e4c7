import { type Clock, type Station, systemClock } from '@antrean/client';
import type { KioskDayAnswer, StationsAnswer } from '@antrean/protocol';

/** The kiosks as the server last told of them. */
export type KiosksNow = { readonly stations: StationsAnswer['stations']; readonly day: KioskDayAnswer };

const everyMs = 5_000;

export type WatchedKiosks = {
  current(): KiosksNow | null;
  subscribe(listener: () => void): () => void;
  close(): void;
};

/** Asks every five seconds; what was known stays when an answer is missing. Null until the first one. */
export function watchKiosks(
  station: Pick<Station, 'stations' | 'kiosksToday'>,
  clock: Clock = systemClock,
): WatchedKiosks {
  const listeners = new Set<() => void>();
  let now: KiosksNow | null = null;
  let isClosed = false;
  let forget = () => {};

  async function ask() {
    const [stations, day] = await Promise.all([station.stations(), station.kiosksToday()]);
    if (isClosed) return;
    if (stations.ok && day.ok) {
      now = { stations: stations.value.stations, day: day.value };
      for (const listener of listeners) listener();
    }
    forget = clock.after(everyMs, () => void ask());
  }
  void ask();

  return {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      forget();
    },
  };
}
