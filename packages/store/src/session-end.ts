import type { SessionEnd } from './access-store.ts';
import { number, numberOrNull, text, textOrNull } from './rows.ts';
import { many, one, type Row, type Script, sql } from './sql.ts';

/** Why the session of this token lives no more, for whoever held it; null for a token that nobody knows, and while the session lives. */
export function* sessionEnd(tokenHash: string, at: number): Script<SessionEnd | null> {
  const session = yield* one(sql`
    SELECT s.*, o.deactivated_at FROM session s JOIN officer o ON o.id = s.officer_id
    WHERE s.token_hash = CAST(${tokenHash} AS TEXT)`);
  if (!session) return null;
  if (session.deactivated_at !== null) return { why: 'shut' };
  const endedAt = numberOrNull(session, 'ended_at');
  if (endedAt !== null) return (yield* supersededBy(session, endedAt)) ?? (yield* endedByHand(session, endedAt));
  if (number(session, 'expires_at') <= at) return { why: 'day' };
  return number(session, 'idle_until') <= at ? { why: 'idle' } : null;
}

/** The session that began in the moment in which this one ended, at its counter or with its officer. */
function* supersededBy(session: Row, endedAt: number): Script<SessionEnd | null> {
  const [counterId, officerId] = [textOrNull(session, 'counter_id'), text(session, 'officer_id')];
  const next = yield* one(sql`
    SELECT s.officer_id, s.counter_id, o.name FROM session s JOIN officer o ON o.id = s.officer_id
    WHERE s.begun_at = ${endedAt} AND s.id <> ${text(session, 'id')}
      AND (s.counter_id = ${counterId} OR s.officer_id = ${officerId})
    ORDER BY CASE WHEN s.officer_id = ${officerId} THEN 0 ELSE 1 END LIMIT 1`);
  if (!next) return null;
  if (text(next, 'officer_id') !== officerId) return { why: 'counterTaken', officer: text(next, 'name') };
  const nextCounterId = textOrNull(next, 'counter_id');
  return nextCounterId === null || nextCounterId === counterId
    ? { why: 'again' }
    : { why: 'elsewhere', counterId: nextCounterId };
}

function* endedByHand(session: Row, endedAt: number): Script<SessionEnd> {
  const acts = yield* many(sql`
    SELECT act FROM access_log WHERE at = ${endedAt} AND officer_id = ${text(session, 'officer_id')}`);
  const isManagers = acts.some((row) => row.act === 'sign-out-officer' || row.act === 'reset-secret');
  return { why: isManagers ? 'manager' : 'signedOut' };
}
