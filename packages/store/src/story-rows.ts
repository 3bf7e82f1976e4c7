import type { Story } from './readings.ts';
import { number, numberOrNull, text, textOrNull } from './rows.ts';
import { many, type Script, sql } from './sql.ts';
import { ticketFrom } from './ticket-rows.ts';

/** What became of each leg of a visit, and the officers' notes, oldest first; null for a visit that nobody knows. */
export function* storyOf(visitId: string): Script<Story | null> {
  const rows = yield* many(sql`SELECT * FROM ticket WHERE visit_id = CAST(${visitId} AS TEXT) ORDER BY order_seq`);
  if (rows.length === 0) return null;
  const notes = yield* many(sql`SELECT * FROM note WHERE visit_id = CAST(${visitId} AS TEXT) ORDER BY at, id`);
  return {
    stops: rows.map((row) => ({
      ticket: ticketFrom(row),
      counterId: textOrNull(row, 'last_counter_id'),
      calledAt: numberOrNull(row, 'last_called_at'),
      startedAt: numberOrNull(row, 'last_started_at'),
    })),
    notes: notes.map((row) => ({
      at: number(row, 'at'),
      text: text(row, 'text'),
      counterId: textOrNull(row, 'counter_id'),
    })),
  };
}
