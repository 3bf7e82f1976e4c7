import { decideLease, type Lease, ok, type Result, siteTime } from '@antrean/domain';
import { readHead } from './event-log.ts';
import { currentDay } from './hall-rows.ts';
import { kiosksEnrolled } from './people.ts';
import { record } from './record.ts';
import { number, numberOrNull, text } from './rows.ts';
import { one, only, type Row, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

type LeaseOrder = Extract<Order, { readonly kind: 'lease' }>;

/** A range of numbers for one kiosk's journal. The command's id is the lease's, so that a repeat gets the same range. */
export function* lease(turn: Turn, order: LeaseOrder): Script<Result<Outcomes['lease'], StoreRefusal>> {
  const { catalogue, actor, at, commandId } = turn;
  const { journalId, queueId, serviceDay, size } = order;
  const rules = catalogue.rules.leases;
  // The stored answer is gone after eight days; a range never is.
  if (yield* one(sql`SELECT id FROM lease WHERE id = ${commandId}`))
    return { ok: false, error: { code: 'command.mismatch' } };
  if (!catalogue.queues.some(({ id }) => id === queueId))
    return { ok: false, error: { code: 'service.unknown', detail: { queueId } } };
  const decided = decideLease(
    {
      day: yield* currentDay(),
      today: siteTime(at, catalogue.site.timeZone).date,
      taken: yield* highestTaken(queueId, serviceDay, rules),
      kiosks: yield* kiosksEnrolled(),
      rules,
    },
    { leaseId: commandId, queueId, serviceDay, size },
  );
  if (!decided.ok) return decided;
  const { from, to } = decided.value;
  yield* write(sql`
    INSERT INTO lease (id, device_id, journal_id, queue_id, service_day, from_value, to_value, granted_at, reported_next, ended)
    VALUES (${commandId}, ${actor.deviceId}, ${journalId}, ${queueId}, ${serviceDay}, ${from}, ${to}, ${at}, ${from}, 0)`);
  yield* record(turn, [decided.value]);
  const { epoch } = yield* readHead();
  return ok({ leaseId: commandId, queueId, serviceDay, epoch, from, to, grantedAt: at });
}

// Also what was given online: a range that a mall moved may hold numbers of before.
function* highestTaken(
  queueId: string,
  serviceDay: string,
  { from, to }: { readonly from: number; readonly to: number },
): Script<number | null> {
  const row = yield* only(sql`
    SELECT max(taken) AS taken FROM (
      SELECT max(to_value) AS taken FROM lease WHERE queue_id = ${queueId} AND service_day = ${serviceDay}
      UNION ALL
      SELECT max(number_value) FROM visit
      WHERE number_queue_id = ${queueId} AND service_day = ${serviceDay} AND number_value BETWEEN ${from} AND ${to}
    ) AS taken_so_far`);
  return numberOrNull(row, 'taken');
}

/** A lease of this journal, whose name nobody else knows; null for one of anybody else. A kiosk keeps it when it is enrolled anew. */
export function* leaseOf(journalId: string, leaseId: string): Script<Lease | null> {
  const row = yield* one(sql`SELECT * FROM lease WHERE id = ${leaseId} AND journal_id = ${journalId}`);
  return row ? leaseFrom(row) : null;
}

function leaseFrom(row: Row): Lease {
  return {
    id: text(row, 'id'),
    queueId: text(row, 'queue_id'),
    serviceDay: text(row, 'service_day'),
    from: number(row, 'from_value'),
    to: number(row, 'to_value'),
    grantedAt: number(row, 'granted_at'),
  };
}

/** Notes that a kiosk has given every number of its lease before `next`. It never goes back, and a lease that ended ends anew. */
export function* noteNext(journalId: string, leaseId: string, next: number): Script<void> {
  yield* write(sql`
    UPDATE lease SET reported_next = ${next}, ended = 0
    WHERE id = ${leaseId} AND journal_id = ${journalId}
      AND reported_next < ${next} AND to_value + 1 >= ${next}`);
}
