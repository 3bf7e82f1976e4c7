import { longestSync, type StationReport } from '@antrean/protocol';
import type { KioskParts } from './station-parts.ts';

/** Tells the server what the journal holds, oldest first, until it has answered; and how this station is. */
export type Telling = {
  /** There is something new to tell. */
  nudge(): void;
  close(): void;
};

const beatMs = 5_000;
/** A number of which no paper came and that nobody has noted: so long somebody may still stand before the screen. */
const untakenAfterMs = 120_000;
const keepMs = 8 * 86_400_000;

export function tellServer(parts: KioskParts, freeNumbers: () => number): Telling {
  const { server, journal, printer, clock, newId, version, log } = parts;
  let isTelling = false;
  let isClosed = false;

  const tell = async (): Promise<void> => {
    if (isTelling || isClosed || server.live.current().link.state !== 'live') return;
    isTelling = true;
    try {
      for (;;) {
        const body = journal.reports.next(longestSync);
        if (!body || isClosed) return;
        const answer = await server.commands.give('sync', {}, body, newId());
        if (!answer.ok) return;
        journal.reports.told(body, answer.value);
        for (const { fate, code } of answer.value.tickets)
          if (fate === 'refused')
            log(`the server refuses a number given while it was away (${code}); staff must see to it`);
        // What has no fate yet would only be said again at once.
        if (answer.value.tickets.some(({ fate }) => fate === 'later')) return;
      }
    } finally {
      isTelling = false;
    }
  };

  const report = (): void => {
    const { state, since, slipsLeft } = printer.status();
    const body: StationReport = {
      version,
      printer: { state, since, slipsLeft, profile: printer.profile.name, confirms: printer.profile.ack !== 'none' },
      journal: { freeNumbers: freeNumbers(), ...journal.reports.count() },
    };
    void server.report(body);
  };

  let wake = () => {};
  const beat = (): void => {
    wake = clock.after(beatMs, beat);
    for (const visitId of journal.prints.unconfirmed(clock.now() - untakenAfterMs)) journal.jobs.untaken(visitId);
    journal.reports.forget(clock.now() - keepMs);
    report();
    void tell();
  };
  let wasLive = false;
  const stopLive = server.live.subscribe(() => {
    const isLive = server.live.current().link.state === 'live';
    if (isLive && !wasLive) void tell();
    wasLive = isLive;
  });
  const stopPrinter = printer.onStatus(report);
  beat();

  return {
    nudge: () => void tell(),
    close() {
      isClosed = true;
      wake();
      stopLive();
      stopPrinter();
    },
  };
}
