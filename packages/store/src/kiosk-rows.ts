import type { KioskDay } from './readings.ts';
import { number, text, word } from './rows.ts';
import { many, type Script, sql } from './sql.ts';

const daysCounted = 7;
const mostShown = 12;
// What one visitor typed once may be a name; what several look for is a wish.
const missesFrom = 2;
const missesShown = 50;

/** The services that most tickets were given for on the last service days, the first one most. */
export function* mostUsed(): Script<readonly string[]> {
  const rows = yield* many(sql`
    SELECT service_id, sum(tickets) AS n FROM issued
    WHERE service_day IN (SELECT service_day FROM service_day ORDER BY service_day DESC LIMIT CAST(${daysCounted} AS INTEGER))
    GROUP BY service_id HAVING sum(tickets) > 0
    ORDER BY n DESC, service_id LIMIT CAST(${mostShown} AS INTEGER)`);
  return rows.map((row) => text(row, 'service_id'));
}

/** What staff should know of this date's kiosks. */
export function* kioskDay(date: string): Script<KioskDay> {
  const misses = yield* many(sql`
    SELECT text, times FROM search_miss WHERE service_day = ${date} AND times >= ${missesFrom}
    ORDER BY times DESC, text LIMIT CAST(${missesShown} AS INTEGER)`);
  const lists = yield* many(sql`
    SELECT service_id, times FROM bring_list WHERE service_day = ${date} ORDER BY times DESC, service_id`);
  return {
    doubtful: yield* doubtful(),
    misses: misses.map((row) => ({ text: text(row, 'text'), times: number(row, 'times') })),
    lists: lists.map((row) => ({ serviceId: text(row, 'service_id'), times: number(row, 'times') })),
  };
}

// Whoever sits at a counter has the number. Until then the newest attempt is all that is known, unless one is known to have come out.
function* doubtful(): Script<KioskDay['doubtful']> {
  const rows = yield* many(sql`
    SELECT v.id, v.number, p.outcome, p.at, d.name AS kiosk
    FROM ticket t JOIN visit v ON v.id = t.visit_id JOIN print_outcome p ON p.ticket_id = t.id JOIN device d ON d.id = v.device_id
    WHERE t.ended_at IS NULL AND t.state <> 'serving'
      AND NOT EXISTS (
        SELECT 1 FROM ticket leg JOIN print_outcome sure ON sure.ticket_id = leg.id
        WHERE leg.visit_id = v.id AND sure.outcome IN ('PRINTED', 'CONFIRMED'))
      AND NOT EXISTS (
        SELECT 1 FROM ticket leg WHERE leg.visit_id = v.id AND leg.state IN ('serving', 'finished'))
    ORDER BY p.at, p.job_id`);
  const latest = new Map(
    rows.map((row) => [
      text(row, 'id'),
      {
        number: text(row, 'number'),
        outcome: word(row, 'outcome', ['NOT_SENT', 'UNKNOWN']),
        at: number(row, 'at'),
        kiosk: text(row, 'kiosk'),
      },
    ]),
  );
  return [...latest.values()].sort((a, b) => a.at - b.at);
}
