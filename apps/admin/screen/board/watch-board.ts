import type { LiveHall } from '@antrean/client';
import { type BoardView, boardView, type Catalogue, type Hall } from '@antrean/domain';

/** The board at one moment; `at` is the server's clock in whole `finestMs`. */
export type Moment = { readonly hall: Hall; readonly view: BoardView; readonly at: number };

export type WatchedBoard = {
  /** Null until the hall is known. */
  current(): Moment | null;
  subscribe(listener: () => void): () => void;
  close(): void;
};

// One picture a second is as many as anybody reads, and leaves a weak PC its time for the feed.
const paceMs = 1_000;
// Waits are told in minutes; a finer clock would only draw the same figures again.
const finestMs = 5_000;

/** Works the board out once for all changes of a second, and once more when time alone has changed it; a quiet hall is told at once. */
export function watchBoard(live: LiveHall, catalogue: Catalogue): WatchedBoard {
  const listeners = new Set<() => void>();
  let moment: Moment | null = null;
  let takenAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function take() {
    timer = null;
    takenAt = performance.now();
    const { hall } = live.current();
    const at = Math.floor(live.serverNow() / finestMs) * finestMs;
    if (hall && (hall !== moment?.hall || at !== moment.at)) {
      moment = { hall, view: boardView(hall, catalogue, at), at };
      // Drawn as a task of its own: working it out and drawing it would together be too long for one frame.
      timer = setTimeout(tell);
    }
  }
  function tell() {
    timer = null;
    if (live.current().hall !== moment?.hall) takeSoon();
    for (const listener of [...listeners]) listener();
  }
  function takeSoon() {
    timer ??= setTimeout(take, Math.max(0, takenAt + paceMs - performance.now()));
  }

  const stop = live.subscribe(takeSoon);
  const clock = setInterval(takeSoon, finestMs);
  take();
  return {
    current: () => moment,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      clearInterval(clock);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
