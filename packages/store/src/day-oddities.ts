import { type Deed, type HallEvent, oddEvents, odditiesOf } from '@antrean/domain';
import type { Provenance } from './event-log.ts';
import { runningPauses } from './hall-rows.ts';
import type { DayOddities } from './readings.ts';
import { number, numberOrNull, text, textOrNull } from './rows.ts';
import { many, one, type Row, type Script, sql } from './sql.ts';

// One text for any list: a word of it is found between blanks, and no type holds a sign that LIKE would read otherwise.
const wanted = ` ${oddEvents.join(' ')} `;

/** Reads the day's part of the log: only who did what, and the number that stands on the slip. */
export function* dayOddities(at: number): Script<DayOddities> {
  const day = yield* one(sql`SELECT at, first_seq FROM service_day ORDER BY service_day DESC LIMIT 1`);
  const from = (day && numberOrNull(day, 'first_seq')) ?? 0;
  const rows = yield* many(sql`
    SELECT seq, at, body FROM event
    WHERE seq >= CAST(${from} AS INTEGER) AND CAST(${wanted} AS TEXT) LIKE '% ' || type || ' %' ORDER BY seq`);
  const names = new Map(
    (yield* many(sql`SELECT id, name FROM officer`)).map((row): [string, string] => [
      text(row, 'id'),
      text(row, 'name'),
    ]),
  );
  const deeds = rows.map((row) => deedFrom(row, names));
  const oddities = odditiesOf(deeds, yield* runningPauses(), { since: deeds[0]?.at ?? at, at });
  const visits = new Map<string, { readonly number: string; readonly priorityClass: string | null }>();
  const acted = oddities.acts.flatMap(({ values }) => (typeof values.ticketId === 'string' ? [values.ticketId] : []));
  const named = [...oddities.outOfOrder, ...oddities.overtakings, ...oddities.noShows].map(({ ticketId }) => ticketId);
  for (const ticketId of [...named, ...acted]) {
    if (visits.has(ticketId)) continue;
    const row = yield* one(sql`
      SELECT v.number, v.priority_class FROM ticket t JOIN visit v ON v.id = t.visit_id WHERE t.id = ${ticketId}`);
    if (row) visits.set(ticketId, { number: text(row, 'number'), priorityClass: textOrNull(row, 'priority_class') });
  }
  return { ...oddities, visits };
}

// The chain vouches for the text.
function deedFrom(row: Row, names: ReadonlyMap<string, string>): Deed {
  const { event, actor } = JSON.parse(text(row, 'body')) as {
    readonly event: HallEvent;
    readonly actor: Pick<Provenance, 'officerId'>;
  };
  const { officerId } = actor;
  const officer = officerId === null ? null : (names.get(officerId) ?? officerId);
  return { seq: number(row, 'seq'), at: number(row, 'at'), officer, ...event };
}
