import {
  agenciesAt,
  type Day,
  decideCloseDay,
  decideCounterStep,
  decideEndPause,
  decideOpenDay,
  decideStartPause,
  decideTick,
  ok,
  type Result,
  refuse,
} from '@antrean/domain';
import { forget } from './forget.ts';
import { allCounters, currentDay, notices, runningPauses } from './hall-rows.ts';
import { newId } from './ids.ts';
import { agencyOf, deskOf } from './order-ticket.ts';
import { record } from './record.ts';
import { number, text } from './rows.ts';
import { many, type Script, sql } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import { livingTickets, ticketById, ticketFrom } from './ticket-rows.ts';
import type { Turn } from './turn.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;
type Answer<K extends Order['kind']> = Script<Result<Outcomes[K], StoreRefusal>>;

export function* stepCounter(turn: Turn, { counterId, step }: OrderOf<'counter'>): Answer<'counter'> {
  const wanted = 'agencyIds' in step ? (step.agencyIds ?? []) : [];
  const stranger = wanted.find((agencyId) => !turn.catalogue.agencies.some(({ id }) => id === agencyId));
  if (stranger !== undefined) return refuse('agency.unknown', { agencyId: stranger });
  const desk = yield* deskOf(turn, counterId);
  if (!desk.ok) return desk;
  const { counter, place } = desk.value;
  const to = step.kind === 'hand-over-counter' ? yield* deskOf(turn, step.toCounterId) : null;
  if (to && !to.ok) return to;
  const held = counter.state === 'open' && counter.ticketId !== null ? yield* ticketById(counter.ticketId) : undefined;
  const decided = decideCounterStep(
    {
      counter,
      day: yield* currentDay(),
      usualAgencyIds: place.agencyIds,
      heldAgencyId: held ? agencyOf(turn, held) : null,
      taker: to && { counter: to.value.counter, agencyIds: agenciesAt(to.value.place, to.value.counter) },
    },
    step,
    turn.actor,
  );
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  const after = yield* deskOf(turn, counterId);
  return after.ok ? ok({ counter: after.value.counter }) : after;
}

export function* startPause(turn: Turn, order: OrderOf<'start-pause'>): Answer<'start-pause'> {
  const { agencyId, reason, until } = order;
  if (agencyId !== null && !turn.catalogue.agencies.some(({ id }) => id === agencyId))
    return refuse('agency.unknown', { agencyId });
  const pause = { id: newId(turn.at), agencyId, reason, until };
  const decided = decideStartPause(yield* runningPauses(), pause);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({ pauseId: pause.id });
}

export function* endPause(turn: Turn, { pauseId }: OrderOf<'end-pause'>): Answer<'end-pause'> {
  const decided = decideEndPause(yield* runningPauses(), pauseId);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}

export function* openDay(turn: Turn, { serviceDay, by }: OrderOf<'open-day'>): Answer<'open-day'> {
  const facts = { day: yield* currentDay(), tickets: yield* livingTickets(), counters: yield* allCounters() };
  const decided = decideOpenDay(facts, serviceDay, by);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  yield* forget(serviceDay, turn.at);
  return ok({ serviceDay });
}

export function* closeDay(turn: Turn): Answer<'close-day'> {
  const day = yield* currentDay();
  const leases = yield* leasesToEnd(day);
  const decided = decideCloseDay({ day, tickets: yield* livingTickets(), leases });
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({ serviceDay: day?.serviceDay ?? '' });
}

function* leasesToEnd(day: Day | null): Script<readonly { readonly id: string; readonly next: number }[]> {
  const rows = yield* many(sql`
    SELECT id, reported_next FROM lease WHERE ended = 0 AND service_day <= ${day?.serviceDay ?? ''}
    ORDER BY service_day, queue_id, from_value`);
  return rows.map((row) => ({ id: text(row, 'id'), next: number(row, 'reported_next') }));
}

/** What time alone brings about: parked visitors return, pauses end. */
export function* tick(turn: Turn): Answer<'tick'> {
  const due = yield* many(sql`
    SELECT * FROM ticket WHERE state = 'parked' AND until_at <= ${turn.at} ORDER BY until_at, order_seq`);
  const events = decideTick(
    { parked: due.map(ticketFrom), pauses: yield* runningPauses(), notices: yield* notices() },
    turn.at,
  );
  if (events.length > 0) yield* record(turn, events);
  return ok({});
}
