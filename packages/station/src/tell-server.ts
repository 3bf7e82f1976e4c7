import { longestSync, type StationReport } from '@antrean/protocol';
import { every, inBackground, onLive, onLost } from './every.ts';
import type { KioskParts } from './station-parts.ts';
import { mayHaveWorked } from './take-number.ts';

/** Tells the server what the journal holds, oldest first, until it has answered; and how this station is. */
export type Telling = {
  /** The server does not know this kiosk, or no longer. */
  isRefused(): boolean;
  /** There is something new to tell. */
  nudge(): void;
  close(): void;
};

const beatMs = 5_000;
/** A number of which no paper came and that nobody has noted; its page gives it up sooner, unless the page has died. */
const untakenAfterMs = 600_000;
const keepMs = 8 * 86_400_000;
const forgetEveryMs = 3_600_000;

/** `reprint`: an officer wants this visitor's slip to come out once more. */
export function tellServer(parts: KioskParts, freeNumbers: () => number, reprint: (visitId: string) => void): Telling {
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
        if (!answer.ok) {
          if (!mayHaveWorked(answer.error)) log(`the server does not take this kiosk's report (${answer.error.code})`);
          return;
        }
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

  let trouble: string | null = null;
  const noteLink = (code: string | null): void => {
    if (code === trouble || isClosed) return;
    trouble = code;
    if (code === null) log('the queue server answers');
    else if (code === 'link.down') log('the queue server does not answer; numbers come from this kiosk alone');
    else log(`the queue server refuses this kiosk (${code}); see to its token`);
  };
  const report = (): void => {
    const { state, since, slipsLeft } = printer.status();
    const body: StationReport = {
      version,
      printer: { state, since, slipsLeft, profile: printer.profile.name, confirms: printer.profile.ack !== 'none' },
      journal: { freeNumbers: freeNumbers(), ...journal.reports.count() },
    };
    void server.report(body).then((answer) => {
      noteLink(answer.ok ? null : answer.error.code);
      if (answer.ok) for (const visitId of answer.value.reprints) reprint(visitId);
    });
  };

  const tellSoon = inBackground(log, tell);
  const beat = inBackground(log, () => {
    for (const visitId of journal.prints.unconfirmed(clock.now() - untakenAfterMs)) journal.jobs.untaken(visitId);
    report();
    tellSoon();
  });
  const stops = [
    every(clock, beatMs, beat),
    every(
      clock,
      forgetEveryMs,
      inBackground(log, () => journal.reports.forget(clock.now() - keepMs)),
    ),
    onLive(server, tellSoon),
    // It may be that the server has shut this kiosk out: then its screen must say so now, and not at the next beat.
    onLost(server, inBackground(log, report)),
    printer.onStatus(inBackground(log, report)),
  ];

  return {
    isRefused: () => trouble === 'access.expired' || trouble === 'access.denied',
    nudge: tellSoon,
    close() {
      isClosed = true;
      for (const stop of stops) stop();
    },
  };
}
