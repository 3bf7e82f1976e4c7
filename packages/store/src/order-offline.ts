import {
  decideOffline,
  eligibleAt,
  type Lease,
  offlineArrival,
  ok,
  type Result,
  refuse,
  startOfDate,
} from '@antrean/domain';
import { currentDay, freeAhead } from './hall-rows.ts';
import { priorityOf, wishesOf } from './order-issue.ts';
import { leaseOf, noteNext } from './order-lease.ts';
import { record } from './record.ts';
import { one, type Script, sql, write } from './sql.ts';
import type { OfflineFate, OfflineVisit, StoreRefusal } from './store.ts';
import { ticketById } from './ticket-rows.ts';
import type { Turn } from './turn.ts';
import { insertVisit } from './visit-rows.ts';

/** Takes in one number that a kiosk gave from its lease, once. */
export function* offlineVisit(turn: Turn, journalId: string, visit: OfflineVisit): Script<OfflineFate> {
  const { commandId } = visit;
  if (yield* isKnown(visit)) return { commandId, fate: 'known' };
  const placed = yield* place(turn, journalId, visit);
  if (!placed.ok) return { commandId, fate: 'refused', code: placed.error.code };
  return { commandId, fate: placed.value };
}

// Nothing is written before all of it is known to fit, so that a refusal leaves the other items of its sync alone.
function* place(turn: Turn, journalId: string, visit: OfflineVisit): Script<Result<'later' | 'stored', StoreRefusal>> {
  const { at, actor } = turn;
  const { commandId, leaseId, value, serviceIds, ticketIds } = visit;
  if (yield* one(sql`SELECT id FROM command WHERE id = ${commandId}`))
    return { ok: false, error: { code: 'command.mismatch' } };
  const wishes = wishesOf(turn, serviceIds);
  if (!wishes.ok) return wishes;
  if (serviceIds.length !== ticketIds.length) return refuse('service.unknown', { tickets: ticketIds.length });
  const priority = priorityOf(turn, visit.priorityClass);
  if (!priority.ok) return priority;
  const lease = yield* leaseOf(journalId, leaseId);
  const arrivedAt = lease ? arrivalOf(turn, visit, lease) : at;
  const eligible = eligibleAt(arrivedAt, priority.value?.headStartMinutes ?? 0);
  const wanted = [];
  for (const wish of wishes.value) wanted.push({ ...wish, ahead: yield* freeAhead(wish.queue.id, eligible) });
  const decided = decideOffline(
    { lease, isUsed: yield* isUsed(visit, lease), day: yield* currentDay(), arrivedAt, wanted },
    { ...visit, priority: priority.value },
  );
  if (!decided.ok) return decided;
  if (decided.value === 'later') return ok('later');
  const first = decided.value[0];
  if (!first || !lease) throw new Error('a number was placed without a ticket or a lease');
  const { serviceDay } = lease;
  // A day through which the server slept has no row yet.
  yield* write(sql`
    INSERT INTO service_day (service_day, state, opened_by, at) VALUES (${serviceDay}, 'closed', 'calendar', ${at})
    ON CONFLICT (service_day) DO NOTHING`);
  yield* insertVisit(
    { ...first, arrivedAt, eligibleAt: eligible },
    {
      serviceDay,
      value,
      priorityClass: visit.priorityClass,
      statusTokenHash: visit.statusTokenHash,
      deviceId: actor.deviceId,
      leaseId,
    },
  );
  yield* record(turn, decided.value);
  yield* noteNext(journalId, leaseId, value + 1);
  yield* write(sql`
    INSERT INTO command (id, device_id, kind, payload_hash, answer, at)
    VALUES (${commandId}, ${actor.deviceId}, 'offline', ${`${leaseId} ${value}`}, '{}', ${at})`);
  return ok('stored');
}

function arrivalOf({ catalogue, at }: Turn, { issuedAt }: OfflineVisit, lease: Lease): number {
  return offlineArrival(issuedAt, lease, startOfDate(lease.serviceDay, catalogue.site.timeZone), at);
}

// By its own row and not by its command, which is forgotten after eight days.
function* isKnown({ visitId, leaseId, value }: OfflineVisit): Script<boolean> {
  const row = yield* one(sql`
    SELECT id FROM visit
    WHERE id = ${visitId} AND lease_id = ${leaseId} AND number_value = ${value}`);
  return row !== undefined;
}

function* isUsed({ visitId, value, statusTokenHash, ticketIds }: OfflineVisit, lease: Lease | null): Script<boolean> {
  const taken = yield* one(sql`
    SELECT id FROM visit
    WHERE id = ${visitId} OR status_token_hash = ${statusTokenHash}
      OR (number_queue_id = ${lease?.queueId ?? ''} AND service_day = ${lease?.serviceDay ?? ''} AND number_value = ${value})`);
  if (taken) return true;
  for (const ticketId of ticketIds) if (yield* ticketById(ticketId)) return true;
  return false;
}
