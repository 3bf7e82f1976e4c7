import { evolve, type Hall, LiveOutlook, type Recorded } from '@antrean/domain';
import { longestTail } from '@antrean/protocol';
import type { Store } from '@antrean/store';

/** The server's own copy of the hall: what the rows said at start, moved by each committed event since. */
export type LiveHall = {
  hall(): Hall;
  /** What a visitor who comes now would be promised. */
  readonly outlook: Pick<LiveOutlook, 'estimates'>;
  /** The events after `seq` when all of them are still at hand, else null. */
  tail(seq: number): readonly Recorded[] | null;
  onEvents(listener: (events: readonly Recorded[]) => void): void;
  close(): void;
};

export async function openLiveHall(store: Store): Promise<LiveHall> {
  let hall = await store.hall();
  const outlook = new LiveOutlook(store.catalogue());
  outlook.follow(hall);
  let recent: Recorded[] = [];
  const listeners: ((events: readonly Recorded[]) => void)[] = [];
  const stop = store.onEvents((events) => {
    for (const event of events) hall = evolve(hall, event);
    outlook.follow(hall);
    recent.push(...events);
    if (recent.length > 2 * longestTail) recent = recent.slice(-longestTail);
    for (const listener of listeners) listener(events);
  });
  return {
    hall: () => hall,
    outlook,
    tail(seq) {
      if (seq > hall.seq || hall.seq - seq > longestTail) return null;
      const from = recent.length - (hall.seq - seq);
      return from >= 0 ? recent.slice(from) : null;
    },
    onEvents: (listener) => listeners.push(listener),
    close: stop,
  };
}
