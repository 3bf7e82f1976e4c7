import type { Language } from '@antrean/domain';
import { bringListFor, bringListJob, type PrintOutcome, slipFromIssued, slipJob } from '@antrean/printing';
import type { GivenNumber } from './bridge.ts';
import type { Copies } from './kept-copies.ts';
import type { KioskParts } from './station-parts.ts';

/** Paper for a number, each attempt in the journal before its first byte. */
export type SlipPrinting = {
  first(given: GivenNumber): Promise<PrintOutcome>;
  again(given: GivenNumber): Promise<PrintOutcome>;
  /** What to bring for a service, without a number; nothing of it is written down. Null when the service is not known here. */
  list(serviceId: string, language: Language): Promise<PrintOutcome | null>;
};

const tries = 2;

export function slipPrinting(parts: KioskParts, copies: Copies): SlipPrinting {
  const { printer, journal, clock, newId, name, logo } = parts;

  const print = async (given: GivenNumber, reprint: { readonly at: number } | null): Promise<PrintOutcome> => {
    const visitId = given.visit.id;
    const catalogue = copies.catalogue()?.catalogue;
    const slip =
      catalogue &&
      slipFromIssued(catalogue, given, { statusUrl: given.statusUrl, kioskName: name, hall: copies.hall() });
    let outcome: PrintOutcome = { kind: 'NOT_SENT', jobId: newId(), reason: 'error' };
    if (!slip) {
      // A catalogue that does not know a service which it gave a number for: without the names there is no slip.
      journal.prints.end({ id: outcome.jobId, visitId, reprint: false, at: clock.now() }, outcome, clock.now());
    } else {
      const job = slipJob(reprint ? { ...slip, reprint } : slip, printer.profile, logo);
      // Only when surely nothing came out; after an UNKNOWN a second paper might be handed to the next visitor.
      for (let tried = 0; tried < tries && outcome.kind === 'NOT_SENT'; tried += 1) {
        const attempt = { id: newId(), visitId, reprint: reprint !== null, at: clock.now() };
        outcome = await printer.print(attempt.id, job, (fenceId) => journal.prints.begin(attempt, fenceId));
        journal.prints.end(attempt, outcome, clock.now());
      }
    }
    journal.jobs.done(visitId);
    return outcome;
  };

  return {
    first: (given) => print(given, null),
    again: (given) => print(given, { at: copies.time.now()?.at ?? clock.now() }),
    async list(serviceId, language) {
      const catalogue = copies.catalogue()?.catalogue;
      const at = copies.time.now()?.at ?? clock.now();
      const list = catalogue && bringListFor(catalogue, serviceId, language, at, name);
      return list ? printer.print(newId(), bringListJob(list, printer.profile, logo)) : null;
    },
  };
}
