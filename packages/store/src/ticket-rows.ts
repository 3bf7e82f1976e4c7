import {
  type CallReason,
  isAtCounter,
  outcomes,
  type Ticket,
  type TicketStage,
  type TicketState,
  unreachable,
} from '@antrean/domain';
import { number, numberOrNull, text, textOrNull, word, yes } from './rows.ts';
import { change, many, one, type Row, type Script, sql, write } from './sql.ts';

const states: readonly TicketState[] = [
  'waiting',
  'called',
  'serving',
  'parked',
  'no_show',
  'finished',
  'cancelled',
  'voided',
  'expired',
];

/** A row of `ticket` as the domain knows it. */
export function ticketFrom(row: Row): Ticket {
  return {
    id: text(row, 'id'),
    visitId: text(row, 'visit_id'),
    queueId: text(row, 'queue_id'),
    serviceId: text(row, 'service_id'),
    issuedAt: number(row, 'issued_at'),
    place: {
      eligibleAt: number(row, 'eligible_at'),
      order: number(row, 'order_seq'),
      behind: number(row, 'behind_seq'),
    },
    requeues: number(row, 'requeues'),
    moved: yes(row, 'moved'),
    // Written at each call and never taken away.
    wasCalled: numberOrNull(row, 'last_called_at') !== null,
    ...stageFrom(row),
  };
}

function stageFrom(row: Row): TicketStage {
  const state = word(row, 'state', states);
  switch (state) {
    case 'waiting':
      return { state, after: textOrNull(row, 'after_ticket_id'), resumed: yes(row, 'resumed') };
    case 'called':
      return {
        state,
        counterId: text(row, 'counter_id'),
        calledAt: number(row, 'called_at'),
        lastCallAt: number(row, 'last_call_at'),
        calls: number(row, 'calls'),
        reason: reasonFrom(row),
      };
    case 'serving':
      return {
        state,
        counterId: text(row, 'counter_id'),
        calledAt: number(row, 'called_at'),
        startedAt: number(row, 'started_at'),
        calls: number(row, 'calls'),
        reason: reasonFrom(row),
      };
    case 'parked':
      return { state, parkedAt: number(row, 'parked_at'), until: number(row, 'until_at') };
    case 'no_show':
      return { state, missedAt: number(row, 'missed_at') };
    case 'finished':
      return { state, endedAt: number(row, 'ended_at'), outcome: word(row, 'outcome', outcomes) };
    case 'cancelled':
    case 'voided':
    case 'expired':
      return { state, endedAt: number(row, 'ended_at') };
    default:
      return unreachable(state);
  }
}

// Only `insertTicket` and `updateTicket` write this column, from a reason that the compiler has checked.
function reasonFrom(row: Row): CallReason {
  return JSON.parse(text(row, 'reason')) as CallReason;
}

export function* ticketById(id: string): Script<Ticket | undefined> {
  const row = yield* one(sql`SELECT * FROM ticket WHERE id = ${id}`);
  return row && ticketFrom(row);
}

export function* ticketsOfVisit(visitId: string): Script<readonly Ticket[]> {
  const rows = yield* many(sql`SELECT * FROM ticket WHERE visit_id = CAST(${visitId} AS TEXT) ORDER BY order_seq`);
  return rows.map(ticketFrom);
}

/** Every ticket that has not ended. */
export function* livingTickets(): Script<readonly Ticket[]> {
  const rows = yield* many(sql`SELECT * FROM ticket WHERE ended_at IS NULL ORDER BY order_seq`);
  return rows.map(ticketFrom);
}

/** The officer who called the ticket that is at this counter; undefined when none is, null when a system did. */
export function* callerAt(counterId: string): Script<string | null | undefined> {
  const row = yield* one(sql`SELECT called_by FROM ticket WHERE counter_id = ${counterId}`);
  return row && textOrNull(row, 'called_by');
}

export function* insertTicket(ticket: Ticket): Script<void> {
  const s = columnsOf(ticket);
  yield* write(sql`
    INSERT INTO ticket (id, visit_id, queue_id, service_id, issued_at, eligible_at, order_seq, behind_seq, requeues, moved,
      state, after_ticket_id, resumed, ended_at)
    VALUES (${ticket.id}, ${ticket.visitId}, ${ticket.queueId}, ${ticket.serviceId}, ${ticket.issuedAt},
      ${ticket.place.eligibleAt}, ${ticket.place.order}, ${ticket.place.behind}, ${ticket.requeues}, ${ticket.moved ? 1 : 0},
      ${ticket.state}, ${s.after}, ${s.resumed}, ${s.endedAt})`);
}

/**
 * Writes what an event made of a ticket; the row must still be in the state that the event started from. Without a new caller, one who is
 * at a counter keeps the one it has.
 */
export function* updateTicket(before: Ticket, after: Ticket, calledBy: string | null): Script<void> {
  const s = columnsOf(after);
  yield* change(sql`
    UPDATE ticket SET queue_id = ${after.queueId}, service_id = ${after.serviceId},
      eligible_at = ${after.place.eligibleAt}, order_seq = ${after.place.order}, behind_seq = ${after.place.behind},
      requeues = ${after.requeues}, moved = ${after.moved ? 1 : 0}, state = ${after.state}, after_ticket_id = ${s.after},
      resumed = ${s.resumed}, counter_id = ${s.counterId}, called_by = CASE WHEN CAST(${s.counterId} AS TEXT) IS NULL THEN NULL ELSE coalesce(${calledBy}, called_by) END,
      called_at = ${s.calledAt}, last_call_at = ${s.lastCallAt}, calls = ${s.calls}, reason = ${s.reason},
      started_at = ${s.startedAt}, parked_at = ${s.parkedAt}, until_at = ${s.until}, missed_at = ${s.missedAt},
      ended_at = ${s.endedAt}, outcome = ${s.outcome}, last_counter_id = coalesce(${s.counterId}, last_counter_id),
      last_called_at = coalesce(${s.calledAt}, last_called_at),
      last_started_at = CASE WHEN CAST(${after.state} AS TEXT) = 'called' THEN NULL ELSE coalesce(${s.startedAt}, last_started_at) END
    WHERE id = ${before.id} AND state = ${before.state}`);
}

function columnsOf(ticket: Ticket) {
  const atCounter = isAtCounter(ticket);
  return {
    after: ticket.state === 'waiting' ? ticket.after : null,
    resumed: ticket.state === 'waiting' && ticket.resumed ? 1 : 0,
    counterId: atCounter ? ticket.counterId : null,
    calledAt: atCounter ? ticket.calledAt : null,
    lastCallAt: ticket.state === 'called' ? ticket.lastCallAt : null,
    calls: atCounter ? ticket.calls : null,
    reason: atCounter ? JSON.stringify(ticket.reason) : null,
    startedAt: ticket.state === 'serving' ? ticket.startedAt : null,
    parkedAt: ticket.state === 'parked' ? ticket.parkedAt : null,
    until: ticket.state === 'parked' ? ticket.until : null,
    missedAt: ticket.state === 'no_show' ? ticket.missedAt : null,
    endedAt: 'endedAt' in ticket ? ticket.endedAt : null,
    outcome: ticket.state === 'finished' ? ticket.outcome : null,
  };
}
