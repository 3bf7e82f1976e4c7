import type { Answered, Station } from '@antrean/client';
import {
  canPrint,
  type Printer,
  type PrintOutcome,
  realTimers,
  type Slip,
  slipFromIssued,
  slipJob,
  type Timers,
} from '@antrean/printing';
import type { CatalogueAnswer, IssueAnswer } from '@antrean/protocol';
import type { Bridged, KioskBridge, Press } from './bridge.ts';
import { lately } from './lately.ts';
import { outcomeReports } from './outcome-reports.ts';

export type KioskStationParts = {
  readonly server: Pick<Station, 'commands' | 'catalogue'>;
  /** Where the slip's address leads when the server gives only a path. */
  readonly serverUrl: string;
  readonly printer: Printer;
  readonly now: () => number;
  readonly newId: () => string;
  readonly timers?: Timers;
};

type Taken = { readonly issued: IssueAnswer; readonly slip: PrintOutcome };
/** What a reprint needs of a number given here. */
type Given = { readonly slip: Slip; readonly ticketIds: readonly string[] };

const tries = 2;
const remembered = 500;
const catalogueAgeMs = 60_000;

/** A kiosk without its screen: one press becomes one number and one slip, whatever is retried. */
export function openKioskStation(parts: KioskStationParts): KioskBridge & { close(): void } {
  const { server, serverUrl, printer, now, newId } = parts;
  const reports = outcomeReports(server.commands, parts.timers ?? realTimers, newId);
  const presses = lately<Promise<Bridged<Taken>>>(remembered);
  const given = lately<Given>(remembered);
  const reprints = new Map<string, Promise<Bridged<{ readonly slip: PrintOutcome }>>>();
  let known: { readonly answer: CatalogueAnswer; readonly at: number } | null = null;

  const take = async ({ pressId, withoutPaper, ...body }: Press): Promise<Bridged<Taken>> => {
    if (!withoutPaper) {
      const state = await printer.state();
      // No number is asked for that could not be handed over; the visitor may still choose to go without paper.
      if (!canPrint(state)) return { ok: false, error: { code: 'printer.notReady', values: { state } } };
    }
    // Fetched before the number, because a slip cannot be written without the names on it.
    const catalogue = known ? null : await refresh();
    if (catalogue && !catalogue.ok) return catalogue;
    const issued = await server.commands.give('issue', {}, body, pressId);
    if (!issued.ok) return issued;
    const ticketIds = issued.value.tickets.map((ticket) => ticket.id);
    const slip = await slipFor(issued.value);
    if (slip) given.set(issued.value.visit.id, { slip, ticketIds });
    const outcome = withoutPaper ? notSent('notAsked') : slip ? await print(slip) : notSent('error');
    for (const ticketId of ticketIds) reports.report(ticketId, outcome);
    return { ok: true, value: { issued: issued.value, slip: outcome } };
  };

  const print = async (slip: Slip): Promise<PrintOutcome> => {
    const job = slipJob(slip, printer.profile);
    let outcome = await printer.print(newId(), job);
    // Only when surely nothing came out; after an UNKNOWN a second paper might be handed to the next visitor.
    for (let tried = 1; tried < tries && outcome.kind === 'NOT_SENT'; tried += 1)
      outcome = await printer.print(newId(), job);
    return outcome;
  };

  const slipFor = async (issued: IssueAnswer): Promise<Slip | null> => {
    const statusUrl = new URL(issued.statusUrl, serverUrl).href;
    if (known && now() - known.at < catalogueAgeMs) {
      const slip = slipFromIssued(
        known.answer.catalogue,
        { ...issued, offline: false },
        { statusUrl, kioskName: null },
      );
      if (slip) return slip;
    }
    await refresh();
    return (
      known && slipFromIssued(known.answer.catalogue, { ...issued, offline: false }, { statusUrl, kioskName: null })
    );
  };

  const refresh = async (): Promise<Answered<CatalogueAnswer>> => {
    const asked = await server.catalogue();
    if (asked.ok) known = { answer: asked.value, at: now() };
    return asked;
  };

  const notSent = (reason: 'notAsked' | 'error'): PrintOutcome => ({ kind: 'NOT_SENT', jobId: newId(), reason });

  const again = async (visitId: string): Promise<Bridged<{ readonly slip: PrintOutcome }>> => {
    const known = given.get(visitId);
    if (!known) return { ok: false, error: { code: 'ticket.unknown' } };
    const slip = await print({ ...known.slip, reprint: { at: now() } });
    for (const ticketId of known.ticketIds) reports.report(ticketId, slip);
    return { ok: true, value: { slip } };
  };

  return {
    takeNumber(press) {
      const before = presses.get(press.pressId);
      if (before) return before;
      const taking = take(press);
      presses.set(press.pressId, taking);
      // Only a number given is final. After a failure the same press may try again: the server knows its key.
      const forget = () => presses.delete(press.pressId);
      taking.then((taken) => taken.ok || forget(), forget);
      return taking;
    },
    reprint({ visitId }) {
      const running = reprints.get(visitId);
      if (running) return running;
      const printing = again(visitId).finally(() => reprints.delete(visitId));
      reprints.set(visitId, printing);
      return printing;
    },
    printer: () => printer.state(),
    close: () => reports.close(),
  };
}
