import { deviceFrom, officerFrom } from './people.ts';
import type { Doors } from './readings.ts';
import { number, text, textOrNull } from './rows.ts';
import { many, type Script, sql } from './sql.ts';

/** Everybody and every device at `at`, for the manager's page. Devices that were shut out come last. */
export function* doors(at: number): Script<Doors> {
  const sessions = yield* many(sql`
    SELECT officer_id, device_id FROM session WHERE ended_at IS NULL AND expires_at > ${at} AND idle_until > ${at}`);
  const codes = new Map(
    (yield* many(sql`SELECT device_id, valid_until FROM enrolment WHERE valid_until > ${at}`)).map((row) => [
      text(row, 'device_id'),
      number(row, 'valid_until'),
    ]),
  );
  const people = yield* many(sql`SELECT * FROM officer ORDER BY lower(name), id`);
  const stations = yield* many(sql`
    SELECT * FROM device ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, role, lower(name), id`);
  return {
    officers: people.map((row) => {
      const { id, login, name, roles, isActive, isPinInitial, isPasswordInitial } = officerFrom(row, 'id');
      const here = sessions.filter((session) => session.officer_id === id);
      return {
        ...{ id, login, name, roles, isActive },
        isInitial: isPasswordInitial || isPinInitial,
        signedInAt: here.map((session) => textOrNull(session, 'device_id')),
      };
    }),
    devices: stations.map((row) => ({
      ...deviceFrom(row),
      state: row.revoked_at !== null ? 'revoked' : row.enrolled_at === null ? 'added' : 'enrolled',
      codeUntil: codes.get(text(row, 'id')) ?? null,
    })),
  };
}
