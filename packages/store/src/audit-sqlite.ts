import { brokenLink, readHead } from './event-log.ts';
import { readAlone } from './read-alone.ts';
import { number, text } from './rows.ts';
import { many, only, type Script, sql } from './sql.ts';

export type ChainReport = {
  readonly seq: number;
  readonly hash: string;
  /** The first event that does not follow from the one before; null when all do. */
  readonly broken: number | null;
};

/** One service day's part of the log. `hash` vouches for every event up to `to`. */
export type DayReport = {
  readonly serviceDay: string;
  readonly isClosed: boolean;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
};

/** Walks the whole chain of a database that nobody uses. Throws `StoreRefusesToOpen` when it cannot be read. */
export function auditChain(file: string): ChainReport {
  return readAlone(file, (_db, engine) =>
    engine.read(function* () {
      const { seq, hash } = yield* readHead();
      return { seq, hash, broken: yield* brokenLink(1) };
    }),
  );
}

/**
 * A service day's part of the log: from its opening to the last event before the next day opens, so that what kiosks told late is in it.
 * Without a date the newest day; null for a day that never was.
 */
export function auditDay(file: string, serviceDay: string | null): DayReport | null {
  return readAlone(file, (_db, engine) => engine.read(() => dayReport(serviceDay)));
}

function* dayReport(serviceDay: string | null): Script<DayReport | null> {
  const opened = yield* many(sql`SELECT seq, body FROM event WHERE type = 'day.opened' ORDER BY seq`);
  const days = opened.map((row) => ({ from: number(row, 'seq'), serviceDay: dayIn(text(row, 'body')) }));
  const wanted = serviceDay ?? days.at(-1)?.serviceDay;
  const first = days.find((day) => day.serviceDay === wanted);
  if (!first) return null;
  const next = days.find(({ from, serviceDay: other }) => from > first.from && other !== first.serviceDay);
  const head = yield* readHead();
  const to = next ? next.from - 1 : head.seq;
  const last = yield* only(sql`SELECT hash FROM event WHERE seq = ${to}`);
  const row = yield* only(sql`SELECT state FROM service_day WHERE service_day = ${first.serviceDay}`);
  return { ...first, to, hash: text(last, 'hash'), isClosed: text(row, 'state') === 'closed' };
}

function dayIn(body: string): string {
  return (JSON.parse(body) as { readonly event: { readonly serviceDay: string } }).event.serviceDay;
}
