import { decideUndo, ok, type Result, type UndoFacts } from '@antrean/domain';
import { isVisitBusy } from './hall-rows.ts';
import { lastStepAt } from './last-step.ts';
import { deskOf, queuesOfActor, ticketWithVisit } from './order-ticket.ts';
import type { UndoableStep } from './readings.ts';
import { record } from './record.ts';
import { number } from './rows.ts';
import { one, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import { ticketById } from './ticket-rows.ts';
import type { Turn } from './turn.ts';
import { visitById } from './visit-rows.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;
type Asked = Pick<Turn, 'catalogue' | 'actor' | 'at'>;

/** Takes the last step of a counter back. */
export function* undo(turn: Turn, { counterId }: OrderOf<'undo'>): Script<Result<Outcomes['undo'], StoreRefusal>> {
  const facts = yield* undoFacts(turn, counterId);
  if (!facts.ok) return facts;
  const decided = decideUndo(facts.value, turn.actor, turn.at);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  yield* write(sql`DELETE FROM last_step WHERE counter_id = ${counterId}`);
  return ok(yield* ticketWithVisit(facts.value.last?.ticket.id ?? ''));
}

/** What `undo` would take back at this counter now, null when it would be refused: the same rule decides both. */
export function* undoable(asked: Asked, counterId: string): Script<UndoableStep | null> {
  const facts = yield* undoFacts(asked, counterId);
  if (!facts.ok || !decideUndo(facts.value, asked.actor, asked.at).ok) return null;
  const { last, ticket, visit } = facts.value;
  if (!last || !ticket || !visit) return null;
  return {
    step: last.step,
    outcome: ticket.state === 'finished' ? ticket.outcome : null,
    ticketId: ticket.id,
    number: visit.number,
    at: last.at,
  };
}

function* undoFacts(asked: Asked, counterId: string): Script<Result<UndoFacts, StoreRefusal>> {
  const desk = yield* deskOf(asked, counterId);
  if (!desk.ok) return desk;
  const { counter } = desk.value;
  const last = yield* lastStepAt(counterId);
  const ticket = last && ((yield* ticketById(last.ticket.id)) ?? null);
  const stillFree: string[] = [];
  for (const id of last?.held ?? []) {
    const leg = yield* ticketById(id);
    if (leg?.state === 'waiting' && leg.after === null) stillFree.push(id);
  }
  const atThisCounter = counter.state === 'open' && counter.ticketId === ticket?.id;
  return ok({
    counter,
    queueIds: yield* queuesOfActor(asked),
    last,
    ticket,
    lastCallSeq: ticket ? yield* lastCallSeq(ticket.id) : 0,
    visit: ticket ? (yield* visitById(ticket.visitId)).visit : null,
    visitIsElsewhere: ticket !== null && !atThisCounter && (yield* isVisitBusy(ticket.visitId)),
    stillFree,
    rules: asked.catalogue.rules,
  });
}

function* lastCallSeq(ticketId: string): Script<number> {
  const row = yield* one(sql`SELECT seq FROM call WHERE ticket_id = ${ticketId}`);
  return row ? number(row, 'seq') : 0;
}
