import { keepCatalogue } from '@antrean/client';
import type { Hall } from '@antrean/domain';
import type { CatalogueAnswer } from '@antrean/protocol';
import { inBackground } from './every.ts';
import { hallWithoutServer } from './hall-without-server.ts';
import { type ServerTime, serverTime } from './server-time.ts';
import type { KioskParts } from './station-parts.ts';

/** What this station knows of the mall, whether or not the server is there. */
export type Copies = {
  catalogue(): CatalogueAnswer | null;
  /** Settles once the catalogue is known, or the server has had its time to send it. */
  whenKnown(): Promise<void>;
  /** The hall as the kiosk may show it now. */
  hall(): Hall | null;
  readonly time: ServerTime;
  /** Nothing was heard for so long that asking would only make a visitor wait. */
  isAway(): boolean;
  /** A request came to nothing although the feed seemed alive: for a few seconds nobody is asked again. */
  gaveUp(): void;
  close(): void;
};

const awayAfterMs = 3_000;
const askAgainMs = 5_000;
const writeHallEveryMs = 10_000;
const firstAnswerMs = 2_500;

export function keepCopies({ server, journal, clock, machine, log }: KioskParts): Copies {
  const time = serverTime(journal.kept, machine);
  const startedAt = clock.now();
  // Written below from what the server had answered.
  let catalogue = (journal.kept.read('catalogue')?.value ?? null) as CatalogueAnswer | null;
  let hall = (journal.kept.read('hall')?.value ?? null) as Hall | null;
  let hallWrittenAt = Number.NEGATIVE_INFINITY;
  let gaveUpAt = Number.NEGATIVE_INFINITY;

  const kept = keepCatalogue(server, clock);
  const known = Promise.withResolvers<void>();
  if (catalogue) known.resolve();
  const stopWaiting = clock.after(firstAnswerMs, known.resolve);
  const stopCatalogue = kept.subscribe(() => {
    catalogue = kept.current();
    known.resolve();
    inBackground(log, () => journal.kept.write('catalogue', catalogue, clock.now()))();
  });
  const stopHall = server.live.subscribe(
    inBackground(log, () => {
      const live = server.live.current();
      const isNew = live.hall !== null && live.hall !== hall;
      if (live.hall) hall = live.hall;
      if (live.link.state === 'live') time.heard(server.live.serverNow());
      if (!isNew || clock.now() - hallWrittenAt < writeHallEveryMs) return;
      hallWrittenAt = clock.now();
      journal.kept.write('hall', hall, hallWrittenAt);
    }),
  );

  return {
    catalogue: () => catalogue,
    whenKnown: () => known.promise,
    hall() {
      const now = time.now();
      return catalogue && now ? hallWithoutServer(hall, catalogue.catalogue, now.at) : hall;
    },
    time,
    isAway() {
      const { link } = server.live.current();
      const now = clock.now();
      if (now - gaveUpAt < askAgainMs) return true;
      if (link.state === 'live') return false;
      return now - (link.state === 'lost' ? link.since : startedAt) >= awayAfterMs;
    },
    gaveUp() {
      gaveUpAt = clock.now();
    },
    close() {
      stopWaiting();
      stopCatalogue();
      stopHall();
      kept.close();
    },
  };
}
