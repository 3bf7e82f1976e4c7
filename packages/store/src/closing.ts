import { closingEvents, closingOf, type DeedById, type HallEvent } from '@antrean/domain';
import type { Provenance } from './event-log.ts';
import type { ToldClosing } from './readings.ts';
import { number, numberOrNull, text } from './rows.ts';
import { many, one, type Row, type Script, sql } from './sql.ts';

// One text for any list, as for the day's oddities.
const wanted = ` ${closingEvents.join(' ')} `;

/** How a supervisor closed this counter under this officer today, with the names that the log does not carry; null when nobody did. */
export function* closingAt(counterId: string, officerId: string): Script<ToldClosing | null> {
  const day = yield* one(sql`SELECT first_seq FROM service_day ORDER BY service_day DESC LIMIT 1`);
  const from = (day && numberOrNull(day, 'first_seq')) ?? 0;
  const rows = yield* many(sql`
    SELECT seq, at, body FROM event
    WHERE seq >= CAST(${from} AS INTEGER) AND CAST(${wanted} AS TEXT) LIKE '% ' || type || ' %' ORDER BY seq`);
  const closing = closingOf(rows.map(deedFrom), counterId, officerId);
  if (!closing) return null;
  const { byOfficerId, ticketId, ...told } = closing;
  const person = yield* one(sql`SELECT name FROM officer WHERE id = ${byOfficerId}`);
  const visit =
    ticketId === null
      ? undefined
      : yield* one(sql`SELECT v.number FROM ticket t JOIN visit v ON v.id = t.visit_id WHERE t.id = ${ticketId}`);
  return {
    ...told,
    officer: person ? text(person, 'name') : byOfficerId,
    number: visit ? text(visit, 'number') : null,
  };
}

// The chain vouches for the text.
function deedFrom(row: Row): DeedById {
  const { event, actor } = JSON.parse(text(row, 'body')) as {
    readonly event: HallEvent;
    readonly actor: Pick<Provenance, 'officerId'>;
  };
  return { seq: number(row, 'seq'), at: number(row, 'at'), byOfficerId: actor.officerId, ...event };
}
