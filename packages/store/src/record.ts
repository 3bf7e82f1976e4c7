import {
  callsOver,
  evolveCounter,
  evolveTicket,
  type HallEvent,
  hasEnded,
  holdFor,
  isAtCounter,
  letsGo,
  onNewDay,
  type Recorded,
  releaseFrom,
  serviceTimeOf,
  type Ticket,
  takesBack,
  unreachable,
} from '@antrean/domain';
import { append } from './event-log.ts';
import { allCounters, counterById, saveCounter } from './hall-rows.ts';
import { change, many, type Script, sql, write } from './sql.ts';
import { insertTicket, ticketById, ticketFrom, updateTicket } from './ticket-rows.ts';
import type { Turn } from './turn.ts';

/** Stores what was decided: the events in the log, and what they make of each row, through the same functions that move a view. */
export function* record(turn: Turn, events: readonly HallEvent[]): Script<readonly Recorded[]> {
  const { at, commandId, actor } = turn;
  const { deviceId, officerId, counterId } = actor;
  const recorded = yield* append(events, { at, commandId, deviceId, officerId, counterId });
  for (const event of recorded) yield* apply(event, officerId);
  turn.recorded.push(...recorded);
  return recorded;
}

function* apply(event: Recorded, officerId: string | null): Script<void> {
  switch (event.type) {
    case 'ticket.issued':
      yield* insertTicket(evolveTicket(undefined, event));
      yield* countIssue(event.visitId, event.serviceId);
      return;
    case 'ticket.forwarded':
    case 'ticket.lapsed':
      yield* insertTicket(evolveTicket(undefined, event));
      return;
    case 'ticket.called':
    case 'ticket.recalled':
    case 'ticket.started':
    case 'ticket.finished':
    case 'ticket.noShow':
    case 'ticket.parked':
    case 'ticket.resumed':
    case 'ticket.transferred':
    case 'ticket.requeued':
    case 'ticket.cancelled':
    case 'ticket.voided':
    case 'ticket.expired':
    case 'ticket.released':
      yield* stepTicket(event, officerId);
      return;
    case 'ticket.undone':
      yield* undoStep(event, officerId);
      return;
    case 'counter.opened':
    case 'counter.paused':
    case 'counter.resumed':
    case 'counter.closed':
    case 'counter.trackChanged':
    case 'counter.assigned':
      yield* saveCounter(evolveCounter(yield* knownCounter(event.counterId), event));
      return;
    case 'day.opened':
      yield* openDay(event);
      return;
    case 'day.closed':
      yield* change(sql`
        UPDATE service_day SET state = 'closed', at = ${event.at}
        WHERE service_day = ${event.serviceDay} AND state = 'open'`);
      return;
    case 'pause.started':
      yield* write(sql`
        INSERT INTO pause (id, agency_id, reason, started_at, until_at)
        VALUES (${event.pauseId}, ${event.agencyId}, ${event.reason}, ${event.at}, ${event.until})`);
      return;
    case 'pause.ended':
      yield* change(sql`DELETE FROM pause WHERE id = ${event.pauseId}`);
      return;
    case 'lease.ended':
      yield* change(sql`UPDATE lease SET ended = 1 WHERE id = ${event.leaseId} AND reported_next = ${event.next}`);
      return;
    case 'quota.changed':
      yield* write(sql`
        INSERT INTO quota (service_day, service_id, quota)
        SELECT service_day, ${event.serviceId}, ${event.quota} FROM service_day WHERE state = 'open'
        ON CONFLICT (service_day, service_id) DO UPDATE SET quota = excluded.quota`);
      return;
    case 'ticketing.closed':
    case 'ticketing.opened':
      yield* change(sql`
        UPDATE service_day SET ticketing = ${event.type === 'ticketing.closed' ? 'closed' : 'open'} WHERE state = 'open'`);
      return;
    case 'notice.posted':
      yield* write(sql`
        INSERT INTO notice (id, text, text_en, zone_id, posted_at, until_at)
        VALUES (${event.noticeId}, ${event.text}, ${event.textEn}, ${event.zoneId}, ${event.at}, ${event.until})`);
      return;
    case 'notice.withdrawn':
      yield* change(sql`DELETE FROM notice WHERE id = ${event.noticeId}`);
      return;
    case 'zone.loudnessSet':
      yield* write(sql`
        INSERT INTO loudness (zone_id, volume, hours)
        VALUES (${event.zoneId}, ${event.volume}, ${JSON.stringify(event.hours)})
        ON CONFLICT (zone_id) DO UPDATE SET volume = excluded.volume, hours = excluded.hours`);
      return;
    case 'ticket.noted':
    case 'ticket.reprintAsked':
    case 'lease.granted':
    case 'announcement.spoken':
    case 'catalogue.changed':
    case 'log.restored':
      return;
    case 'announcement.handedOut':
      yield* write(sql`
        INSERT INTO handed_out (zone_id, announcement, device_id, at)
        VALUES (${event.zoneId}, ${event.key}, ${event.deviceId}, ${event.at})`);
      return;
    case 'announcement.failed':
      if (event.isGivenBack)
        yield* write(sql`DELETE FROM handed_out WHERE zone_id = ${event.zoneId} AND announcement = ${event.key}`);
      return;
    default:
      unreachable(event);
  }
}

type Step = Exclude<
  Extract<Recorded, { readonly ticketId: string }>,
  {
    readonly type:
      | 'ticket.issued'
      | 'ticket.forwarded'
      | 'ticket.lapsed'
      | 'ticket.undone'
      | 'ticket.noted'
      | 'ticket.reprintAsked';
  }
>;

function* stepTicket(event: Step, officerId: string | null): Script<void> {
  const before = yield* ticketById(event.ticketId);
  if (!before) throw new Error(`${event.type} at ${event.seq}: no ticket ${event.ticketId}`);
  const after = evolveTicket(before, event);
  const calledBy = event.type === 'ticket.called' ? officerId : null;
  // The counter is read before its ticket moves, because whom it holds is written at the ticket.
  const counterId = isAtCounter(before) ? before.counterId : isAtCounter(after) ? after.counterId : null;
  const counter = counterId === null ? undefined : yield* knownCounter(counterId);
  yield* updateTicket(before, after, calledBy);
  if (counter && isAtCounter(before) && !isAtCounter(after)) {
    const left = letsGo(counter, serviceTimeOf(before, event));
    if (counter.served !== left.served) yield* saveCounter(left);
  } else if (counter && event.type === 'ticket.called') {
    const calling = callsOver(counter, before, event.at);
    if (counter.called !== calling.called) yield* saveCounter(calling);
  }
  if (event.type === 'ticket.called' || event.type === 'ticket.recalled') yield* keepCall(event.seq, event.at, after);
  if (event.type === 'ticket.voided')
    yield* change(sql`
      UPDATE issued SET tickets = tickets - 1
      WHERE service_id = ${after.serviceId}
        AND service_day = (SELECT service_day FROM visit WHERE id = ${after.visitId})`);
  if (hasEnded(after)) yield* releaseFollowers(after.id);
}

function* undoStep(
  event: Extract<Recorded, { readonly type: 'ticket.undone' }>,
  officerId: string | null,
): Script<void> {
  const { ticketId, counterId, serviceMs, held } = event;
  const before = yield* ticketById(ticketId);
  const after = evolveTicket(before, event);
  const counter = yield* knownCounter(counterId);
  const back = takesBack(counter, ticketId, serviceMs);
  yield* updateTicket(before ?? after, after, officerId);
  if (counter.served !== back.served) yield* saveCounter(back);
  for (const id of held) {
    const follower = yield* ticketById(id);
    if (follower) yield* updateTicket(follower, holdFor(follower, ticketId), null);
  }
}

function* knownCounter(id: string) {
  const counter = yield* counterById(id);
  if (!counter) throw new Error(`no counter ${id}`);
  return counter;
}

function* countIssue(visitId: string, serviceId: string): Script<void> {
  yield* change(sql`
    INSERT INTO issued (service_day, service_id, tickets)
    SELECT service_day, ${serviceId}, 1 FROM visit WHERE id = ${visitId}
    ON CONFLICT (service_day, service_id) DO UPDATE SET tickets = issued.tickets + 1`);
}

function* keepCall(seq: number, at: number, ticket: Ticket): Script<void> {
  if (ticket.state !== 'called') return;
  yield* change(sql`
    INSERT INTO call (ticket_id, seq, at, number, queue_id, counter_id, priority, times)
    SELECT ${ticket.id}, ${seq}, ${at}, number, ${ticket.queueId}, ${ticket.counterId},
      CASE WHEN priority_class IS NULL THEN 0 ELSE 1 END, ${ticket.calls}
    FROM visit WHERE id = ${ticket.visitId}
    ON CONFLICT (ticket_id) DO UPDATE SET seq = excluded.seq, at = excluded.at, queue_id = excluded.queue_id,
      counter_id = excluded.counter_id, times = excluded.times`);
}

function* releaseFollowers(endedTicketId: string): Script<void> {
  for (const row of yield* many(sql`SELECT * FROM ticket WHERE after_ticket_id = ${endedTicketId}`)) {
    const held = ticketFrom(row);
    yield* updateTicket(held, releaseFrom(held, endedTicketId), null);
  }
}

function* openDay(event: Extract<Recorded, { readonly type: 'day.opened' }>): Script<void> {
  const isNew =
    (yield* many(sql`SELECT service_day FROM service_day WHERE service_day = ${event.serviceDay}`)).length === 0;
  yield* change(sql`
    INSERT INTO service_day (service_day, state, opened_by, at, first_seq)
    VALUES (${event.serviceDay}, 'open', ${event.by}, ${event.at}, ${event.seq})
    ON CONFLICT (service_day) DO UPDATE SET state = 'open', opened_by = excluded.opened_by, at = excluded.at,
      first_seq = coalesce(service_day.first_seq, excluded.first_seq)`);
  if (!isNew) return;
  for (const counter of yield* allCounters()) yield* saveCounter(onNewDay(counter));
  yield* write(sql`DELETE FROM call`);
  yield* write(sql`DELETE FROM handed_out`);
  yield* write(sql`DELETE FROM last_step`);
}
