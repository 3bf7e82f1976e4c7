import type { Commands, Failure } from '@antrean/client';
import type { PrintOutcome, Timers } from '@antrean/printing';
import { isRetryable } from '@antrean/protocol';

/** Tells the server what became of each slip, again and again until it answers, for as long as this station runs. */
export type OutcomeReports = {
  report(ticketId: string, outcome: PrintOutcome): void;
  close(): void;
};

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export function outcomeReports(commands: Commands, timers: Timers, newId: () => string): OutcomeReports {
  const stops = new Set<() => void>();
  let isClosed = false;

  const send = async (ticketId: string, outcome: PrintOutcome, key: string, pauseMs: number): Promise<void> => {
    const body = { outcome: outcome.kind, jobId: outcome.jobId };
    const given = await commands.give('print-outcome', { ticketId }, body, key);
    // Any other refusal is an answer: asking again would give the same.
    if (given.ok || !mayComeThrough(given.error) || isClosed) return;
    const stop = timers.after(pauseMs, () => {
      stops.delete(stop);
      void send(ticketId, outcome, key, Math.min(longestPauseMs, pauseMs * 2));
    });
    stops.add(stop);
  };
  return {
    report: (ticketId, outcome) => void send(ticketId, outcome, newId(), firstPauseMs),
    close() {
      isClosed = true;
      for (const stop of stops) stop();
      stops.clear();
    },
  };
}

function mayComeThrough({ code }: Failure): boolean {
  return code === 'link.down' || isRetryable(code);
}
