import { setImmediate as nextTurn } from 'node:timers/promises';
import { DayReader, type DayReport, dateAfter, PeriodReader, type PeriodReport } from '@antrean/domain';
import type { ReportDay, Store } from '@antrean/store';
import type { FastifyBaseLogger } from 'fastify';
import type { LiveHall } from './live-hall.ts';

export type Reports = {
  /** The report of these dates. `unread` are days that are still being read: ask again for them. */
  period(from: string, to: string): Promise<{ readonly report: PeriodReport; readonly unread: number }>;
  /** Settles when every day that is over has its figures, or the reading has failed. */
  readMissing(): Promise<void>;
  /** Stops reading between two pieces. */
  close(): Promise<void>;
};

type ReportsOptions = {
  readonly store: Store;
  readonly live: Pick<LiveHall, 'hall' | 'onEvents'>;
  readonly clock: () => number;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

// Two milliseconds of reading: a command that comes meanwhile does not feel it.
const eventsAtOnce = 500;
// As much work as one piece of the log.
const daysAtOnce = 7;

/** Days in figures: those that are over from what is kept, the newest one from the log, where each question reads only what is new. */
export function openReports({ store, live, clock, log }: ReportsOptions): Reports {
  let newest: { readonly reader: DayReader; seq: number } | null = null;
  let lastLook: Promise<unknown> = Promise.resolve();
  let reading: Promise<void> | null = null;
  let isClosed = false;

  function readMissing(): Promise<void> {
    reading ??= readAll()
      .catch((err: unknown) => log.error({ event: 'report.failed', err }))
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  async function readAll(): Promise<void> {
    for (const serviceDay of await store.reports.missing()) {
      const [day] = await store.reports.days(serviceDay, serviceDay);
      if (isClosed) return;
      if (!day || day.lastSeq === null) continue;
      const past = { reader: new DayReader(serviceDay, store.catalogue()), seq: day.afterSeq };
      await readLog(past, day.lastSeq);
      if (!isClosed) await store.reports.keep(past.reader.report(null));
    }
  }

  async function readLog(into: { readonly reader: DayReader; seq: number }, last: number | null): Promise<void> {
    for (;;) {
      const limit = last === null ? eventsAtOnce : Math.min(eventsAtOnce, last - into.seq);
      const events = limit > 0 ? await store.eventsAfter(into.seq, limit) : [];
      into.reader.read(events);
      into.seq = events.at(-1)?.seq ?? into.seq;
      if (events.length < eventsAtOnce || isClosed) return;
      await nextTurn();
    }
  }

  /** One look after the other: two that read the same events would count them twice. */
  function newestDay(day: ReportDay): Promise<DayReport> {
    const look = lastLook.then(() => readNewest(day));
    // A look that failed may have read half: the next one begins anew.
    lastLook = look.catch(() => {
      newest = null;
    });
    return look;
  }

  async function readNewest({ serviceDay, afterSeq }: ReportDay): Promise<DayReport> {
    if (newest?.reader.serviceDay !== serviceDay)
      newest = { reader: new DayReader(serviceDay, store.catalogue()), seq: afterSeq };
    await readLog(newest, null);
    return newest.reader.report({ at: clock(), running: Object.values(live.hall().pauses) });
  }

  live.onEvents((events) => {
    if (events.some(({ type }) => type === 'day.opened')) void readMissing();
  });
  void readMissing();
  return {
    async period(from, to) {
      const reader = new PeriodReader();
      let unread = 0;
      for (let first = from; first <= to; first = dateAfter(first, daysAtOnce)) {
        for (const day of await store.reports.days(first, dateAfter(first, daysAtOnce - 1))) {
          if (day.serviceDay > to) break;
          if (day.kept) reader.add(day.kept);
          else if (day.lastSeq === null) reader.add(await newestDay(day));
          else unread += 1;
        }
        await nextTurn();
      }
      if (unread > 0) void readMissing();
      return { report: reader.report(store.catalogue()), unread };
    },
    readMissing,
    async close() {
      isClosed = true;
      await reading;
    },
  };
}
