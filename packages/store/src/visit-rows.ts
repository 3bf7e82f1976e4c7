import { type Language, languages, type Visit } from '@antrean/domain';
import { number, text, word } from './rows.ts';
import { only, type Row, type Script, sql, write } from './sql.ts';

/** A row of `visit` without what only the store may know. */
export function visitFrom(row: Row): Visit {
  return {
    id: text(row, 'id'),
    number: text(row, 'number'),
    arrivedAt: number(row, 'arrived_at'),
    eligibleAt: number(row, 'eligible_at'),
    priority: row.priority_class !== null,
    language: word(row, 'language', languages),
  };
}

export function* visitById(id: string): Script<{ readonly visit: Visit; readonly row: Row }> {
  const row = yield* only(sql`SELECT * FROM visit WHERE id = ${id}`);
  return { visit: visitFrom(row), row };
}

/** What the first event of a visit says of it, and what no event may say. */
export type NewVisit = {
  readonly visitId: string;
  readonly queueId: string;
  readonly number: string;
  readonly arrivedAt: number;
  readonly eligibleAt: number;
  readonly language: Language;
};

export function* insertVisit(
  { visitId, queueId, number: label, arrivedAt, eligibleAt, language }: NewVisit,
  more: {
    readonly serviceDay: string;
    readonly value: number;
    readonly priorityClass: string | null;
    readonly statusTokenHash: string;
    readonly deviceId: string | null;
    /** Null for a number that the server gave. */
    readonly leaseId: string | null;
  },
): Script<void> {
  yield* write(sql`
    INSERT INTO visit (id, service_day, number_queue_id, number_value, number, arrived_at, eligible_at, priority_class,
      language, status_token_hash, device_id, lease_id)
    VALUES (${visitId}, ${more.serviceDay}, ${queueId}, ${more.value}, ${label}, ${arrivedAt}, ${eligibleAt},
      ${more.priorityClass}, ${language}, ${more.statusTokenHash}, ${more.deviceId}, ${more.leaseId})`);
}
