import {
  type Counter,
  type CounterPlace,
  decideCallNext,
  decidePick,
  decideTicketStep,
  type HallEvent,
  ok,
  queuesAt,
  type Refusal,
  type Result,
  refuse,
  type Ticket,
  type Visit,
} from '@antrean/domain';
import { counterById, firstFree, frontPlaces, isVisitBusy, runningPauses } from './hall-rows.ts';
import { newId } from './ids.ts';
import { followersOf, keepLastStep } from './last-step.ts';
import { wishesOf } from './order-issue.ts';
import { savePrintOutcome } from './order-sync.ts';
import { record } from './record.ts';
import { text } from './rows.ts';
import type { Row, Script } from './sql.ts';
import type { Order, Outcomes, StoreRefusal, TicketWithVisit } from './store.ts';
import { ticketById } from './ticket-rows.ts';
import type { Turn } from './turn.ts';
import { visitById } from './visit-rows.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;

/** Calls whose turn it is among the first free ticket of each of the counter's queues. */
export function* callNext(
  turn: Turn,
  { counterId }: OrderOf<'call-next'>,
): Script<Result<Outcomes['call-next'], StoreRefusal>> {
  const desk = yield* deskOf(turn, counterId);
  if (!desk.ok) return desk;
  const { counter, place } = desk.value;
  const candidates = [];
  for (const queue of queuesAt(turn.catalogue, place, counter))
    for (const free of yield* firstFree(queue.id, 1)) candidates.push({ ...free, agencyId: queue.agencyId });
  const decided = decideCallNext({ counter, candidates, pauses: yield* runningPauses() }, turn.actor);
  if (!decided.ok) return decided;
  if (decided.value.length === 0) return ok({ called: null });
  return ok({ called: yield* recordCall(turn, decided.value) });
}

/** Calls one ticket out of order. */
export function* pick(turn: Turn, order: OrderOf<'call'>): Script<Result<Outcomes['call'], StoreRefusal>> {
  const desk = yield* deskOf(turn, order.counterId);
  if (!desk.ok) return desk;
  const found = yield* knownTicket(order.ticketId);
  if (!found.ok) return found;
  const { counter, place } = desk.value;
  const { ticket, visit } = found.value;
  const decided = decidePick(
    {
      counter,
      queueIds: queuesAt(turn.catalogue, place, counter).map(({ id }) => id),
      candidate: { ticket, visit, agencyId: agencyOf(turn, ticket) },
      visitIsBusy: yield* isVisitBusy(visit.id),
      pauses: yield* runningPauses(),
    },
    order.why,
    turn.actor,
  );
  if (!decided.ok) return decided;
  return ok({ called: yield* recordCall(turn, decided.value) });
}

/** What an officer, reception or the kiosk does with one ticket. */
export function* stepTicket(turn: Turn, order: OrderOf<'step'>): Script<Result<TicketWithVisit, StoreRefusal>> {
  const { catalogue, actor, at } = turn;
  const { step } = order;
  const found = yield* knownTicket(order.ticketId);
  if (!found.ok) return found;
  const { ticket, visit, row } = found.value;
  if (step.kind === 'void' && !mayTouch(turn, row)) return refuse('access.denied');
  const targets = wishesOf(turn, step.kind === 'transfer' || step.kind === 'forward' ? order.serviceIds : []);
  if (!targets.ok) return targets;
  const front = step.kind === 'requeue' ? yield* frontPlaces(ticket.queueId, catalogue.rules.requeuePlaces) : [];
  const decided = decideTicketStep(
    {
      ticket,
      visit,
      agencyId: agencyOf(turn, ticket),
      queueIds: yield* queuesOfActor(turn),
      front,
      targets: targets.value,
      newTicketIds: targets.value.map(() => newId(at)),
      pauses: yield* runningPauses(),
      rules: catalogue.rules,
    },
    step,
    actor,
    at,
  );
  if (!decided.ok) return decided;
  const followers = step.kind === 'finish' || step.kind === 'cancel' ? yield* followersOf(ticket.id) : [];
  yield* keepLastStep(turn, ticket, step, yield* record(turn, decided.value), followers);
  const after = yield* ticketById(ticket.id);
  if (!after) throw new Error(`no ticket ${ticket.id} after its step`);
  return ok({ ticket: after, visit, serviceDay: text(row, 'service_day') });
}

/** Notes what became of a slip. */
export function* notePrint(
  turn: Turn,
  { ticketId, jobId, outcome }: OrderOf<'print-outcome'>,
): Script<Result<Outcomes['print-outcome'], StoreRefusal>> {
  const found = yield* knownTicket(ticketId);
  if (!found.ok) return found;
  if (!mayTouch(turn, found.value.row)) return refuse('access.denied');
  yield* savePrintOutcome(turn, ticketId, jobId, outcome);
  return ok({});
}

export function* ticketWithVisit(ticketId: string): Script<TicketWithVisit> {
  const found = yield* knownTicket(ticketId);
  if (!found.ok) throw new Error(`no ticket ${ticketId}`);
  const { ticket, visit, row } = found.value;
  return { ticket, visit, serviceDay: text(row, 'service_day') };
}

/** A ticket with its visit and the visit's row. */
export function* knownTicket(
  ticketId: string,
): Script<Result<{ readonly ticket: Ticket; readonly visit: Visit; readonly row: Row }, Refusal>> {
  const ticket = yield* ticketById(ticketId);
  if (!ticket) return refuse('ticket.unknown', { ticketId });
  return ok({ ticket, ...(yield* visitById(ticket.visitId)) });
}

/** A counter with its place in the catalogue. */
export function* deskOf(
  { catalogue }: Pick<Turn, 'catalogue'>,
  counterId: string,
): Script<Result<{ readonly counter: Counter; readonly place: CounterPlace }, Refusal>> {
  const place = catalogue.counters.find(({ id }) => id === counterId);
  const counter = place && (yield* counterById(counterId));
  return counter ? ok({ counter, place }) : refuse('counter.unknown', { counterId });
}

function* recordCall(turn: Turn, events: readonly HallEvent[]) {
  yield* record(turn, events);
  const called = events.find((event) => event.type === 'ticket.called');
  if (!called) throw new Error('a call was decided without a ticket');
  return { ...(yield* ticketWithVisit(called.ticketId)), reason: called.reason };
}

/** The queues that the acting counter works today, none for an actor without one. */
export function* queuesOfActor(turn: Pick<Turn, 'catalogue' | 'actor'>): Script<readonly string[]> {
  if (turn.actor.counterId === null) return [];
  const desk = yield* deskOf(turn, turn.actor.counterId);
  if (!desk.ok) return [];
  return queuesAt(turn.catalogue, desk.value.place, desk.value.counter).map(({ id }) => id);
}

export function agencyOf({ catalogue }: Pick<Turn, 'catalogue'>, ticket: Ticket): string {
  const queue = catalogue.queues.find(({ id }) => id === ticket.queueId);
  if (!queue) throw new Error(`the catalogue has no queue ${ticket.queueId}`);
  return queue.agencyId;
}

// A kiosk answers for the slips it printed itself and for no others.
function mayTouch({ actor }: Turn, visitRow: Row): boolean {
  return actor.roles.some((role) => role !== 'kiosk') || visitRow.device_id === actor.deviceId;
}
