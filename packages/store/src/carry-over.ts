import { randomUUID } from 'node:crypto';
import { type Catalogue, dateAfter, siteTime } from '@antrean/domain';
import { append, readHead } from './event-log.ts';
import { text, textOrNull } from './rows.ts';
import { many, one, type Script, sql, write } from './sql.ts';
import type { Given } from './what-was-given.ts';

// More visitors than any queue has between two copies; what is passed over is only a number.
const passedOverUnseen = 200;
/** Kiosks ask for ranges of today and of the next open day, which a row of holidays may put off. */
const leasedAheadDays = 14;

/** Makes sure that nothing is given a second time after a restore, and that who was shut out stays out. Gives back the log's head. */
export function* carryOver(catalogue: Catalogue, given: Given | null, at: number): Script<number> {
  const newest = (yield* many(sql`
    SELECT service_day, state, ticketing FROM service_day ORDER BY service_day DESC LIMIT 1`))[0];
  const day = newest ? text(newest, 'service_day') : null;
  if (day !== null) yield* passOver(catalogue, given, day);
  const device = textOrNull((yield* one(sql`SELECT min(id) AS id FROM device`)) ?? { id: null }, 'id');
  // Without a device nobody held a range when the copy was made.
  if (device !== null) yield* given ? keepLeases(given, device) : spendLeases(catalogue, day, device, at);
  for (const { id, at: when } of given?.revoked ?? [])
    yield* write(sql`UPDATE device SET revoked_at = ${when} WHERE id = ${id}`);
  for (const { id, at: when } of given?.deactivated ?? [])
    yield* write(sql`UPDATE officer SET deactivated_at = ${when} WHERE id = ${id}`);
  if (newest && newest.state === 'open' && newest.ticketing === 'open') {
    const provenance = { at, commandId: randomUUID(), deviceId: null, officerId: null, counterId: null };
    yield* append([{ type: 'ticketing.closed' }], provenance);
    yield* write(sql`UPDATE service_day SET ticketing = 'closed' WHERE state = 'open'`);
  }
  return (yield* readHead()).seq;
}

function* passOver(catalogue: Catalogue, given: Given | null, day: string): Script<void> {
  const last = given?.serviceDay === day ? new Map(given.series.map((row) => [row.queue_id, row.last_value])) : null;
  if (given && !last) return;
  for (const { id } of catalogue.queues) {
    if (last && !last.has(id)) continue;
    const known = last?.get(id) ?? 0;
    const unseen = last ? 0 : passedOverUnseen;
    yield* write(sql`
      INSERT INTO series (queue_id, service_day, last_value) VALUES (${id}, ${day}, ${known + unseen})
      ON CONFLICT (queue_id, service_day) DO UPDATE SET
        last_value = CASE WHEN series.last_value < ${known} THEN ${known} ELSE series.last_value + ${unseen} END`);
  }
}

function* keepLeases(given: Given, anyDevice: string): Script<void> {
  for (const one of given.leases)
    yield* write(sql`
      INSERT INTO lease (id, device_id, journal_id, queue_id, service_day, from_value, to_value, granted_at, reported_next, ended)
      SELECT ${one.id}, coalesce((SELECT id FROM device WHERE id = ${one.device_id}), ${anyDevice}), ${one.journal_id},
        ${one.queue_id}, ${one.service_day}, ${one.from_value}, ${one.to_value}, ${one.granted_at}, ${one.reported_next}, ${one.ended}
      WHERE NOT EXISTS (SELECT 1 FROM lease WHERE queue_id = ${one.queue_id} AND service_day = ${one.service_day}
        AND from_value = ${one.from_value})`);
}

/** Nobody knows which ranges kiosks hold: none is granted any more on the days for which they may hold some. */
function* spendLeases(catalogue: Catalogue, day: string | null, device: string, at: number): Script<void> {
  const { to } = catalogue.rules.leases;
  const today = siteTime(at, catalogue.site.timeZone).date;
  const from = day !== null && day < today ? day : today;
  const until = dateAfter(today, leasedAheadDays);
  for (let date = from; date <= until; date = dateAfter(date, 1))
    for (const { id } of catalogue.queues)
      yield* write(sql`
        INSERT INTO lease (id, device_id, journal_id, queue_id, service_day, from_value, to_value, granted_at, reported_next, ended)
        VALUES (${randomUUID()}, ${device}, 'restored', ${id}, ${date}, ${to}, ${to}, ${at}, ${to}, 1)
        ON CONFLICT (queue_id, service_day, from_value) DO NOTHING`);
}
