import { dateAfter } from '@antrean/domain';
import { type Script, sql, write } from './sql.ts';

const dayMs = 24 * 3_600_000;
/** A retry comes within minutes; a week is for questions that are asked later. */
const keepAnswersDays = 8;
/** Long enough to say why somebody was signed out, and who sat where when something is looked into. */
const keepSessionsDays = 90;
/** What was searched in vain is compared with the same month of the year before. */
const keepTalliesDays = 400;

/**
 * Deletes what nobody needs any more, each time a service day opens (docs/operating.md lists it). The log, the record at the doors and what
 * became of each number stay: they are the audit.
 */
export function* forget(serviceDay: string, at: number): Script<void> {
  const answersFrom = at - keepAnswersDays * dayMs;
  const sessionsFrom = at - keepSessionsDays * dayMs;
  const talliesFrom = dateAfter(serviceDay, -keepTalliesDays);
  yield* write(sql`DELETE FROM command WHERE at < ${answersFrom}`);
  yield* write(sql`DELETE FROM tombstone WHERE at < ${answersFrom}`);
  // Notes are about visits of one day, and may say more of a person than anybody needs to know tomorrow. Asked note by note: years of
  // visits must not be walked through while a mall opens.
  yield* write(sql`
    DELETE FROM note WHERE NOT EXISTS (
      SELECT 1 FROM visit WHERE visit.id = note.visit_id AND visit.service_day = ${serviceDay})`);
  yield* write(sql`DELETE FROM session WHERE expires_at < ${sessionsFrom}`);
  yield* write(sql`DELETE FROM search_miss WHERE service_day < ${talliesFrom}`);
  yield* write(sql`DELETE FROM bring_list WHERE service_day < ${talliesFrom}`);
}
