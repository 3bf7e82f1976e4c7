import { canPrint, type PrintOutcome } from '@antrean/printing';
import type { CatalogueAnswer } from '@antrean/protocol';
import Database from 'better-sqlite3';
import type { Bridged, GivenNumber, KioskBridge, Press, StationNow, Taken } from './bridge.ts';
import { inBackground } from './every.ts';
import type { GivenJob } from './journal/jobs.ts';
import { keepCopies } from './kept-copies.ts';
import { keepLeases } from './lease-keeper.ts';
import { inDoubt, recover } from './recover.ts';
import { slipPrinting } from './slip-printing.ts';
import type { KioskParts } from './station-parts.ts';
import { numberTaking } from './take-number.ts';
import { keepTally } from './tally.ts';
import { tellServer } from './tell-server.ts';

export type KioskStation = {
  readonly bridge: KioskBridge;
  /** The catalogue as the server answered it last, for a page that asks while the server is away. */
  keptCatalogue(): CatalogueAnswer | null;
  close(): void;
};

/** A question that a restart has left open is put to whoever stands there, for so long. */
const askUnsettledMs = 120_000;

/** A kiosk without its screen: one press becomes one number and one slip, whatever is retried, restarted or cut off. */
export async function openKioskStation(parts: KioskParts): Promise<KioskStation> {
  const { journal, printer, clock, newId, build, log } = parts;
  if (journal.replaced)
    log(
      `a journal could not be read and was moved to ${journal.replaced}; numbers in it that the server does not know must be looked for by hand`,
    );
  const copies = keepCopies(parts);
  const slips = slipPrinting(parts, copies);
  const take = numberTaking(parts, copies);
  const leases = keepLeases(parts, copies);
  const tally = keepTally(parts);
  await copies.whenKnown();
  let unsettled = await recover(parts, copies, slips);
  const telling = tellServer(parts, leases.freeNumbers, (visitId) => void bridge.reprint({ visitId }));
  const forgetUnsettled = clock.after(askUnsettledMs, () => {
    unsettled = null;
  });
  // The only correction there is: a slip that nobody knew about came out after all.
  const stopLate = printer.onLateAck((fenceId) =>
    inBackground(log, () => {
      journal.prints.settle(fenceId);
      telling.nudge();
    })(),
  );
  const running = new Map<string, Promise<Bridged<Taken>>>();
  const reprints = new Map<string, Promise<Bridged<{ readonly slip: PrintOutcome }>>>();

  const takeNumber = async (press: Press): Promise<Bridged<Taken>> => {
    const before = journal.jobs.givenFor(press.pressId);
    if (before) return { ok: true, value: { issued: before.given, slip: await slipOf(before) } };
    if (!press.withoutPaper) {
      const state = await printer.state();
      // No number is asked for that could not be handed over; the visitor may still choose to go without paper.
      if (!canPrint(state)) return { ok: false, error: { code: 'printer.notReady', values: { state } } };
    }
    // Without the names that stand on a slip no number is asked for.
    if (!copies.catalogue()) return { ok: false, error: { code: 'link.down' } };
    const given = await take(press);
    if (!given.ok) return given;
    const slip = press.withoutPaper ? noted(given.value.visit.id) : await slips.first(given.value);
    return { ok: true, value: { issued: given.value, slip } };
  };

  // The number was given to this press before, and the page has not heard of it.
  const slipOf = async ({ state, given }: GivenJob): Promise<PrintOutcome> =>
    state === 'numbered' ? slips.first(given) : (journal.prints.fateOf(given.visit.id) ?? inDoubt(newId()));

  // Who chose to go without paper has the number on the screen and knows it: that is as good as a slip in the hand.
  const noted = (visitId: string): PrintOutcome => {
    const jobId = newId();
    journal.prints.confirm(jobId, visitId, clock.now());
    return { kind: 'NOT_SENT', jobId, reason: 'notAsked' };
  };

  /** The number of a visit, as long as it is anybody's. */
  const held = (visitId: string): Bridged<GivenNumber> => {
    const job = journal.jobs.givenAs(visitId);
    if (!job) return { ok: false, error: { code: 'ticket.unknown' } };
    return journal.jobs.keep(visitId) ? { ok: true, value: job.given } : { ok: false, error: { code: 'ticket.state' } };
  };

  const again = async (visitId: string): Promise<Bridged<{ readonly slip: PrintOutcome }>> => {
    const number = held(visitId);
    if (!number.ok) return number;
    const slip = await slips.again(number.value);
    // Without paper this time, but the one before may be out: the number stays in doubt, and in line.
    return { ok: true, value: { slip: slip.kind === 'NOT_SENT' ? (journal.prints.fateOf(visitId) ?? slip) : slip } };
  };

  const settled = (visitId: string) => {
    if (unsettled?.issued.visit.id === visitId) unsettled = null;
  };
  /** A disk that fails is told to the visitor and to the log; whatever was not written down has not happened. */
  const kept = async <T>(work: () => Promise<Bridged<T>>): Promise<Bridged<T>> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      log(`the journal failed (${error.code})`);
      return { ok: false, error: { code: 'journal.failed' } };
    } finally {
      telling.nudge();
    }
  };
  const once = <T>(under: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> => {
    const before = under.get(key);
    if (before) return before;
    const mine = work().finally(() => under.delete(key));
    under.set(key, mine);
    return mine;
  };

  const bridge: KioskBridge = {
    takeNumber: (press) => once(running, press.pressId, () => kept(() => takeNumber(press))),
    reprint({ visitId }) {
      settled(visitId);
      return once(reprints, visitId, () => kept(() => again(visitId)));
    },
    confirm: ({ visitId }) =>
      kept(async () => {
        settled(visitId);
        const number = held(visitId);
        if (!number.ok) return number;
        journal.prints.confirm(newId(), visitId, clock.now());
        return { ok: true, value: {} };
      }),
    giveUp: ({ visitId }) =>
      kept(async () => {
        if (journal.prints.isUnconfirmed(visitId)) journal.jobs.untaken(visitId);
        return { ok: true, value: {} };
      }),
    async printList({ serviceId, language }) {
      const state = await printer.state();
      if (!canPrint(state)) return { ok: false, error: { code: 'printer.notReady', values: { state } } };
      if (!copies.catalogue()) return { ok: false, error: { code: 'link.down' } };
      const slip = await slips.list(serviceId, language);
      if (!slip) return { ok: false, error: { code: 'service.unknown' } };
      if (slip.kind !== 'NOT_SENT') tally.listed(serviceId);
      return { ok: true, value: { slip } };
    },
    async missed({ text }) {
      tally.missed(text);
      return { ok: true, value: {} };
    },
    now: async (): Promise<StationNow> => {
      const { state, since } = printer.status();
      return {
        printer: { state, since },
        server: telling.isRefused() ? 'refused' : copies.isAway() ? 'away' : 'there',
        lastHall: copies.isAway() ? copies.hall() : null,
        unsettled,
        build,
      };
    },
  };
  return {
    bridge,
    keptCatalogue: () => (copies.isAway() ? copies.catalogue() : null),
    close() {
      forgetUnsettled();
      stopLate();
      telling.close();
      tally.close();
      leases.close();
      copies.close();
    },
  };
}
