import { decideNote, decideReprint, ok, type Result } from '@antrean/domain';
import { newId } from './ids.ts';
import { knownTicket } from './order-ticket.ts';
import { record } from './record.ts';
import { text, textOrNull } from './rows.ts';
import { one, type Row, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;
type Answer<K extends Order['kind']> = Script<Result<Outcomes[K], StoreRefusal>>;

/** Keeps a note about the visit; the log only knows that there is one. */
export function* note(turn: Turn, { ticketId, text: words }: OrderOf<'note'>): Answer<'note'> {
  const found = yield* knownTicket(ticketId);
  if (!found.ok) return found;
  const { ticket } = found.value;
  const decided = decideNote(ticket, turn.actor);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  yield* write(sql`
    INSERT INTO note (id, visit_id, ticket_id, counter_id, at, text)
    VALUES (${newId(turn.at)}, ${ticket.visitId}, ${ticketId}, ${turn.actor.counterId}, ${turn.at}, ${words.trim()})`);
  return ok({});
}

/** Asks the kiosk that gave the number to print its slip once more. */
export function* reprint(turn: Turn, { ticketId }: OrderOf<'reprint'>): Answer<'reprint'> {
  const found = yield* knownTicket(ticketId);
  if (!found.ok) return found;
  const { ticket, row } = found.value;
  const kioskId = yield* kioskOf(row);
  const decided = decideReprint({ ticket, kioskId }, turn.actor);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({ kioskId: kioskId ?? '' });
}

function* kioskOf(visitRow: Row): Script<string | null> {
  const kiosk = yield* one(sql`
    SELECT id FROM device WHERE id = ${textOrNull(visitRow, 'device_id')} AND role = 'kiosk' AND revoked_at IS NULL`);
  return kiosk ? text(kiosk, 'id') : null;
}
