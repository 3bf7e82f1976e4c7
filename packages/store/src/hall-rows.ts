import {
  type Call,
  type Candidate,
  type Catalogue,
  type Counter,
  type Day,
  type Hall,
  keptCalls,
  type Loudness,
  languages,
  type Notice,
  type Pause,
  type Place,
  pauseReasons,
  registerOf,
  tracks,
  unreachable,
} from '@antrean/domain';
import { number, numberOrNull, text, textOrNull, word, yes } from './rows.ts';
import { change, many, one, only, type Row, type Script, sql } from './sql.ts';
import { livingTickets, ticketFrom } from './ticket-rows.ts';
import { visitFrom } from './visit-rows.ts';

function counterFrom(row: Row): Counter {
  const base = {
    id: text(row, 'id'),
    track: word(row, 'track', tracks),
    agencyIds: agencyIdsFrom(textOrNull(row, 'agency_ids')),
    since: number(row, 'since'),
    served: number(row, 'served'),
    serviceMs: number(row, 'service_ms'),
    called: number(row, 'called'),
    waitMs: number(row, 'wait_ms'),
  };
  const state = word(row, 'state', ['closed', 'open', 'paused']);
  switch (state) {
    case 'closed':
      return { ...base, state };
    case 'open':
      return { ...base, state, officerId: text(row, 'officer_id'), ticketId: textOrNull(row, 'ticket_id') };
    case 'paused':
      return { ...base, state, officerId: text(row, 'officer_id'), reason: word(row, 'pause_reason', pauseReasons) };
    default:
      return unreachable(state);
  }
}

// Only `saveCounter` writes this column, from a list that was checked against the catalogue.
function agencyIdsFrom(list: string | null): Counter['agencyIds'] {
  return list === null ? null : (JSON.parse(list) as readonly string[]);
}

// Which ticket a counter holds is written once, at the ticket; here it is looked up.
export function* counterById(id: string): Script<Counter | undefined> {
  const row = yield* one(sql`
    SELECT c.*, (SELECT t.id FROM ticket t WHERE t.counter_id = c.id) AS ticket_id FROM counter c WHERE c.id = ${id}`);
  return row && counterFrom(row);
}

export function* allCounters(): Script<readonly Counter[]> {
  const rows = yield* many(sql`
    SELECT c.*, (SELECT t.id FROM ticket t WHERE t.counter_id = c.id) AS ticket_id FROM counter c ORDER BY c.id`);
  return rows.map(counterFrom);
}

export function* saveCounter(counter: Counter): Script<void> {
  const officerId = counter.state === 'closed' ? null : counter.officerId;
  const reason = counter.state === 'paused' ? counter.reason : null;
  yield* change(sql`
    UPDATE counter SET track = ${counter.track},
      agency_ids = ${counter.agencyIds && JSON.stringify(counter.agencyIds)}, state = ${counter.state}, officer_id = ${officerId},
      pause_reason = ${reason}, since = ${counter.since}, served = ${counter.served}, service_ms = ${counter.serviceMs},
      called = ${counter.called}, wait_ms = ${counter.waitMs}
    WHERE id = ${counter.id}`);
}

/** The service day in force: the last that was opened. Null in a mall that never opened. */
export function* currentDay(): Script<Day | null> {
  return (yield* today()).day;
}

/** The service day in force and what a supervisor has changed for it. */
export function* today(): Script<Pick<Hall, 'day' | 'ticketing' | 'quotas'>> {
  const row = yield* one(sql`SELECT * FROM service_day ORDER BY service_day DESC LIMIT 1`);
  if (!row) return { day: null, ticketing: 'open', quotas: {} };
  const serviceDay = text(row, 'service_day');
  const quotas = yield* many(sql`SELECT service_id, quota FROM quota WHERE service_day = ${serviceDay}`);
  return {
    day: {
      serviceDay,
      state: word(row, 'state', ['open', 'closed']),
      by: word(row, 'opened_by', ['calendar', 'hand']),
      at: number(row, 'at'),
    },
    ticketing: word(row, 'ticketing', ['open', 'closed']),
    quotas: Object.fromEntries(quotas.map((quota) => [text(quota, 'service_id'), numberOrNull(quota, 'quota')])),
  };
}

export function* notices(): Script<readonly Notice[]> {
  const rows = yield* many(sql`SELECT * FROM notice ORDER BY posted_at, id`);
  return rows.map((row) => ({
    id: text(row, 'id'),
    text: text(row, 'text'),
    textEn: text(row, 'text_en'),
    zoneId: textOrNull(row, 'zone_id'),
    postedAt: number(row, 'posted_at'),
    until: numberOrNull(row, 'until_at'),
  }));
}

export function* loudness(): Script<Hall['loudness']> {
  const rows = yield* many(sql`SELECT * FROM loudness ORDER BY zone_id`);
  return Object.fromEntries(
    rows.map((row) => [text(row, 'zone_id'), { volume: number(row, 'volume'), hours: hoursFrom(text(row, 'hours')) }]),
  );
}

// Only `record` writes this column, from what the wire's schema has checked.
function hoursFrom(list: string): Loudness['hours'] {
  return JSON.parse(list) as Loudness['hours'];
}

export function* runningPauses(): Script<readonly Pause[]> {
  const rows = yield* many(sql`SELECT * FROM pause ORDER BY started_at, id`);
  return rows.map((row) => ({
    id: text(row, 'id'),
    agencyId: textOrNull(row, 'agency_id'),
    reason: word(row, 'reason', pauseReasons),
    startedAt: number(row, 'started_at'),
    until: numberOrNull(row, 'until_at'),
  }));
}

// A value that meets ORDER BY or LIMIT bare makes SQLite plan the statement anew each time it runs, which costs ten times the
// search itself; as an expression it does not.
/** The first free tickets of a queue in call order: they wait, for no other leg, and no leg of their visit is at a counter. */
export function* firstFree(queueId: string, limit: number): Script<readonly Omit<Candidate, 'agencyId'>[]> {
  const rows = yield* many(sql`
    SELECT t.*, v.number AS visit_number, v.arrived_at AS visit_arrived_at, v.eligible_at AS visit_eligible_at,
      v.priority_class AS visit_priority_class, v.language AS visit_language
    FROM ticket t JOIN visit v ON v.id = t.visit_id
    WHERE t.queue_id = CAST(${queueId} AS TEXT) AND t.state = 'waiting' AND t.after_ticket_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM ticket leg WHERE leg.visit_id = t.visit_id AND leg.counter_id IS NOT NULL)
    ORDER BY t.eligible_at, t.order_seq, t.behind_seq LIMIT CAST(${limit} AS INTEGER)`);
  return rows.map((row) => ({
    ticket: ticketFrom(row),
    visit: {
      id: text(row, 'visit_id'),
      number: text(row, 'visit_number'),
      arrivedAt: number(row, 'visit_arrived_at'),
      eligibleAt: number(row, 'visit_eligible_at'),
      priority: row.visit_priority_class !== null,
      language: word(row, 'visit_language', languages),
    },
  }));
}

/** The places of the first who wait in a queue, whether or not they could be called at this moment: whom a requeue stays behind (rule [O4]). */
export function* frontPlaces(queueId: string, limit: number): Script<readonly Place[]> {
  const rows = yield* many(sql`
    SELECT * FROM ticket WHERE queue_id = CAST(${queueId} AS TEXT) AND state = 'waiting' AND after_ticket_id IS NULL
    ORDER BY eligible_at, order_seq, behind_seq LIMIT CAST(${limit} AS INTEGER)`);
  return rows.map((row) => ticketFrom(row).place);
}

/**
 * How many would be called from this queue before somebody with this eligibility who comes now: all who wait, less the few of
 * them whose other leg is at a counter. Looking for that leg at each of the many would cost ten times as much.
 */
export function* freeAhead(queueId: string, eligibleAt: number): Script<number> {
  const waiting = yield* only(sql`
    SELECT count(*) AS n FROM ticket
    WHERE queue_id = ${queueId} AND state = 'waiting' AND after_ticket_id IS NULL AND eligible_at <= ${eligibleAt}`);
  // CROSS JOIN keeps SQLite at this order: from the few at a counter to their other legs, never through the whole queue.
  const elsewhere = yield* many(sql`
    SELECT leg.queue_id, leg.eligible_at FROM ticket held CROSS JOIN ticket leg
    WHERE held.counter_id IS NOT NULL AND leg.visit_id = held.visit_id AND leg.ended_at IS NULL
      AND leg.state = 'waiting' AND leg.after_ticket_id IS NULL`);
  const busy = elsewhere.filter((leg) => leg.queue_id === queueId && number(leg, 'eligible_at') <= eligibleAt);
  return number(waiting, 'n') - busy.length;
}

export function* isVisitBusy(visitId: string): Script<boolean> {
  const row = yield* one(sql`SELECT id FROM ticket WHERE visit_id = ${visitId} AND counter_id IS NOT NULL`);
  return row !== undefined;
}

/** The hall as the rows have it. A fold of the whole log gives the same. */
export function* hallNow(catalogue: Catalogue): Script<Hall> {
  const site = yield* only(sql`SELECT seq FROM site`);
  const { day, ticketing, quotas } = yield* today();
  const counters = new Map((yield* allCounters()).map((counter) => [counter.id, counter]));
  const visits = yield* many(sql`
    SELECT * FROM visit WHERE id IN (SELECT visit_id FROM ticket WHERE ended_at IS NULL) ORDER BY arrived_at, id`);
  const issued = yield* many(sql`SELECT service_id, tickets FROM issued WHERE service_day = ${day?.serviceDay ?? ''}`);
  const calls = yield* many(sql`SELECT * FROM call ORDER BY seq DESC LIMIT ${keptCalls}`);
  return {
    seq: number(site, 'seq'),
    day,
    counters: Object.fromEntries(
      catalogue.counters.map(({ id }) => [id, counters.get(id) ?? missingCounter(id)] as const),
    ),
    visits: registerOf(visits.map(visitFrom)),
    tickets: registerOf(yield* livingTickets()),
    pauses: byId(yield* runningPauses()),
    issuedToday: Object.fromEntries(issued.map((row) => [text(row, 'service_id'), number(row, 'tickets')])),
    quotas,
    ticketing,
    notices: byId(yield* notices()),
    loudness: yield* loudness(),
    calls: calls.map(callFrom),
  };
}

function callFrom(row: Row): Call {
  return {
    seq: number(row, 'seq'),
    at: number(row, 'at'),
    ticketId: text(row, 'ticket_id'),
    number: text(row, 'number'),
    queueId: text(row, 'queue_id'),
    counterId: text(row, 'counter_id'),
    priority: yes(row, 'priority'),
    times: number(row, 'times'),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function missingCounter(id: string): never {
  throw new Error(`the catalogue has a counter ${id} that has no row`);
}
