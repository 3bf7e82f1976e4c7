import { type AbandonedFate, decideTakeBack, ok, type Result, type VoidReason } from '@antrean/domain';
import { readHead } from './event-log.ts';
import { noteNext } from './order-lease.ts';
import { offlineVisit } from './order-offline.ts';
import { record } from './record.ts';
import { text, textOrNull } from './rows.ts';
import { one, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, PrintOutcome, StoreRefusal } from './store.ts';
import { ticketsOfVisit } from './ticket-rows.ts';
import type { Turn } from './turn.ts';

type SyncOrder = Extract<Order, { readonly kind: 'sync' }>;

/** What a kiosk did while the server was away. Each item has its own fate, and none undoes another. */
export function* sync(turn: Turn, order: SyncOrder): Script<Result<Outcomes['sync'], StoreRefusal>> {
  const abandoned = [];
  for (const commandId of order.abandoned) abandoned.push({ commandId, fate: yield* abandon(turn, commandId) });
  const tickets = [];
  for (const visit of order.tickets) tickets.push(yield* offlineVisit(turn, order.journalId, visit));
  for (const { visitId, jobId, outcome } of order.outcomes)
    if (yield* isOwnVisit(turn, visitId))
      for (const { id } of yield* ticketsOfVisit(visitId)) yield* savePrintOutcome(turn, id, jobId, outcome);
  for (const visitId of order.untaken)
    if (yield* isOwnVisit(turn, visitId)) yield* takeBack(turn, visitId, 'print.notSent');
  for (const { leaseId, next } of order.leases) yield* noteNext(order.journalId, leaseId, next);
  const { epoch, seq } = yield* readHead();
  return ok({ abandoned, tickets, epoch, head: seq, now: turn.at });
}

/** From here on the request is refused, should it still arrive; what it brought about is taken back (rule [K6]). */
function* abandon(turn: Turn, commandId: string): Script<AbandonedFate> {
  const { deviceId } = turn.actor;
  const row = yield* one(sql`SELECT device_id, kind, answer FROM command WHERE id = ${commandId}`);
  // Nobody gives up what another station has asked for.
  if (row && !(yield* isOwn(turn, textOrNull(row, 'device_id')))) return 'absent';
  yield* write(sql`
    INSERT INTO tombstone (command_id, device_id, at) VALUES (${commandId}, ${deviceId}, ${turn.at})
    ON CONFLICT (command_id) DO NOTHING`);
  if (row?.kind !== 'issue') return 'absent';
  // Only `keepAnswer` writes this column, from an answer of this kind.
  const answer = JSON.parse(text(row, 'answer')) as Result<Outcomes['issue'], StoreRefusal>;
  return answer.ok ? yield* takeBack(turn, answer.value.visit.id, 'request.abandoned') : 'absent';
}

function* takeBack(turn: Turn, visitId: string, reason: VoidReason): Script<AbandonedFate> {
  const { fate, events } = decideTakeBack(yield* ticketsOfVisit(visitId), reason);
  if (events.length > 0) yield* record(turn, events);
  return fate;
}

function* isOwnVisit(turn: Turn, visitId: string): Script<boolean> {
  const row = yield* one(sql`SELECT device_id FROM visit WHERE id = ${visitId}`);
  return row !== undefined && (yield* isOwn(turn, textOrNull(row, 'device_id')));
}

// A kiosk that was enrolled anew speaks for what it did under the name that was revoked.
function* isOwn({ actor }: Turn, deviceId: string | null): Script<boolean> {
  if (deviceId === actor.deviceId) return true;
  return (yield* one(sql`SELECT id FROM device WHERE id = ${deviceId} AND revoked_at IS NOT NULL`)) !== undefined;
}

/** The same job may be reported again when more is known, and a report may come late: the only correction is that a doubtful slip came out. */
export function* savePrintOutcome(turn: Turn, ticketId: string, jobId: string, outcome: PrintOutcome): Script<void> {
  yield* write(sql`
    INSERT INTO print_outcome (ticket_id, job_id, outcome, device_id, at)
    VALUES (${ticketId}, ${jobId}, ${outcome}, ${turn.actor.deviceId}, ${turn.at})
    ON CONFLICT (ticket_id, job_id) DO UPDATE SET outcome = excluded.outcome, at = excluded.at
    WHERE print_outcome.outcome = 'UNKNOWN'`);
}
