import { decideNote, decideReprint, decideUndo, ok, type Result } from '@antrean/domain';
import { isVisitBusy } from './hall-rows.ts';
import { newId } from './ids.ts';
import { lastStepAt } from './last-step.ts';
import { deskOf, knownTicket, queuesOfActor, ticketWithVisit } from './order-ticket.ts';
import { record } from './record.ts';
import { number, text, textOrNull } from './rows.ts';
import { one, type Row, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import { ticketById } from './ticket-rows.ts';
import type { Turn } from './turn.ts';
import { visitById } from './visit-rows.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;
type Answer<K extends Order['kind']> = Script<Result<Outcomes[K], StoreRefusal>>;

/** Takes the last step of a counter back. */
export function* undo(turn: Turn, { counterId }: OrderOf<'undo'>): Answer<'undo'> {
  const desk = yield* deskOf(turn, counterId);
  if (!desk.ok) return desk;
  const last = yield* lastStepAt(counterId);
  const ticket = last && ((yield* ticketById(last.ticket.id)) ?? null);
  const stillFree: string[] = [];
  for (const id of last?.held ?? []) {
    const leg = yield* ticketById(id);
    if (leg?.state === 'waiting' && leg.after === null) stillFree.push(id);
  }
  const atThisCounter = desk.value.counter.state === 'open' && desk.value.counter.ticketId === ticket?.id;
  const decided = decideUndo(
    {
      counter: desk.value.counter,
      queueIds: yield* queuesOfActor(turn),
      last,
      ticket,
      lastCallSeq: ticket ? yield* lastCallSeq(ticket.id) : 0,
      visit: ticket ? (yield* visitById(ticket.visitId)).visit : null,
      visitIsElsewhere: ticket !== null && !atThisCounter && (yield* isVisitBusy(ticket.visitId)),
      stillFree,
      rules: turn.catalogue.rules,
    },
    turn.actor,
    turn.at,
  );
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  yield* write(sql`DELETE FROM last_step WHERE counter_id = ${counterId}`);
  return ok(yield* ticketWithVisit(ticket?.id ?? ''));
}

function* lastCallSeq(ticketId: string): Script<number> {
  const row = yield* one(sql`SELECT seq FROM call WHERE ticket_id = ${ticketId}`);
  return row ? number(row, 'seq') : 0;
}

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
  const decided = decideReprint({ ticket, kioskId: yield* kioskOf(row) }, turn.actor);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}

function* kioskOf(visitRow: Row): Script<string | null> {
  const kiosk = yield* one(sql`
    SELECT id FROM device WHERE id = ${textOrNull(visitRow, 'device_id')} AND role = 'kiosk' AND revoked_at IS NULL`);
  return kiosk ? text(kiosk, 'id') : null;
}
