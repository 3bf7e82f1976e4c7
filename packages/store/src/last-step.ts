import { type LastStep, lastStepOf, type Recorded, type Ticket, type TicketStep, undoneSteps } from '@antrean/domain';
import { number, numberOrNull, text, textOrNull, word } from './rows.ts';
import { many, one, type Script, sql, write } from './sql.ts';
import type { Turn } from './turn.ts';

/** Remembers a step that its officer may take back; others leave what is remembered as it is. */
export function* keepLastStep(
  turn: Turn,
  before: Ticket,
  step: TicketStep,
  recorded: readonly Recorded[],
  followers: readonly string[],
): Script<void> {
  const { counterId } = turn.actor;
  const last = lastStepOf(before, step, recorded, followers, turn.actor);
  if (!last || counterId === null) return;
  const { seq, at, officerId, serviceMs, held } = last;
  yield* write(sql`
    INSERT INTO last_step (counter_id, seq, at, officer_id, step, ticket_id, ticket, service_ms, held)
    VALUES (${counterId}, ${seq}, ${at}, ${officerId}, ${last.step}, ${before.id}, ${JSON.stringify(before)}, ${serviceMs},
      ${JSON.stringify(held)})
    ON CONFLICT (counter_id) DO UPDATE SET seq = excluded.seq, at = excluded.at, officer_id = excluded.officer_id,
      step = excluded.step, ticket_id = excluded.ticket_id, ticket = excluded.ticket, service_ms = excluded.service_ms,
      held = excluded.held`);
}

export function* lastStepAt(counterId: string): Script<LastStep | null> {
  const row = yield* one(sql`SELECT * FROM last_step WHERE counter_id = ${counterId}`);
  if (!row) return null;
  return {
    step: word(row, 'step', undoneSteps),
    seq: number(row, 'seq'),
    at: number(row, 'at'),
    officerId: textOrNull(row, 'officer_id'),
    // Only `keepLastStep` writes these two columns, from a ticket and from ids.
    ticket: JSON.parse(text(row, 'ticket')) as Ticket,
    serviceMs: numberOrNull(row, 'service_ms'),
    held: JSON.parse(text(row, 'held')) as readonly string[],
  };
}

/** The legs that wait for this ticket to end. */
export function* followersOf(ticketId: string): Script<readonly string[]> {
  const rows = yield* many(sql`SELECT id FROM ticket WHERE after_ticket_id = ${ticketId} ORDER BY order_seq`);
  return rows.map((row) => text(row, 'id'));
}
