import { type Actor, authorise, type Catalogue, type Recorded, type Result } from '@antrean/domain';
import { actorOf, keepSessionAlive, senderOf } from './caller.ts';
import { carryOut, kindOf } from './orders.ts';
import { text, textOrNull } from './rows.ts';
import { many, type Script, sql, write } from './sql.ts';
import type { Command, OrderKind, Outcomes, StoreRefusal } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

type Answer = Result<Outcomes[OrderKind], StoreRefusal>;

/** How one command of a group ended: answered with its events, or thrown by a bug of ours. */
export type Settled =
  | { readonly answer: Answer; readonly recorded: readonly Recorded[] }
  | { readonly thrown: unknown };

/**
 * Commands that arrived together, in arrival order, inside one transaction. Each has its own savepoint, so a refusal or
 * a bug undoes its own work and nobody else's.
 */
export function* giveAll(catalogue: Catalogue, commands: readonly Command[]): Script<readonly Settled[]> {
  const settled: Settled[] = [];
  for (const command of commands) {
    yield* write(sql`SAVEPOINT turn`);
    try {
      settled.push(yield* giveOne(catalogue, command));
    } catch (error) {
      // A broken machine breaks the whole commit; a bug breaks the one command that met it.
      if (error instanceof StoreUnavailable) throw error;
      yield* write(sql`ROLLBACK TO SAVEPOINT turn`);
      settled.push({ thrown: error });
    }
    yield* write(sql`RELEASE SAVEPOINT turn`);
  }
  return settled;
}

function* giveOne(catalogue: Catalogue, command: Command): Script<Settled> {
  const sender = yield* senderOf(command.caller);
  if (!sender.ok) return { answer: sender, recorded: [] };
  // Before the session is looked at: a retry gets its first answer even when the officer has signed out since.
  const earlier = yield* earlierAnswer(command, sender.value?.id ?? null);
  if (earlier) return { answer: earlier, recorded: [] };
  const acting = yield* actorOf(command.caller, sender.value, command.at);
  if (!acting.ok) return { answer: acting, recorded: [] };
  const actor = acting.value;
  const allowed = authorise(actor, kindOf(command.order));
  if (!allowed.ok) return { answer: allowed, recorded: [] };
  const recorded: Recorded[] = [];
  const answer = yield* carryOut({ catalogue, actor, at: command.at, commandId: command.id, recorded }, command.order);
  if (!answer.ok) yield* write(sql`ROLLBACK TO SAVEPOINT turn`);
  yield* keepSessionAlive(command.caller, command.at);
  // Access is looked at anew each time, and a tick may come each second and be repeated without harm.
  if (command.order.kind !== 'tick' && (answer.ok || answer.error.code !== 'access.denied'))
    yield* keepAnswer(command, actor, answer);
  return { answer, recorded: answer.ok ? recorded : [] };
}

function* earlierAnswer(command: Command, deviceId: string | null): Script<Answer | undefined> {
  const rows = yield* many(sql`
    SELECT 1 AS abandoned, NULL AS device_id, NULL AS payload_hash, NULL AS answer
    FROM tombstone WHERE command_id = ${command.id}
    UNION ALL SELECT 0, device_id, payload_hash, answer FROM command WHERE id = ${command.id}`);
  // A kiosk may have given up what was done meanwhile.
  if (rows.some(({ abandoned }) => abandoned === 1)) return { ok: false, error: { code: 'command.abandoned' } };
  const [row] = rows;
  if (!row) return undefined;
  const isSame = row.payload_hash === command.payloadHash && textOrNull(row, 'device_id') === deviceId;
  // `keepAnswer` writes this column from an answer of the same kind: the payload's hash covers the route.
  return isSame ? (JSON.parse(text(row, 'answer')) as Answer) : { ok: false, error: { code: 'command.mismatch' } };
}

function* keepAnswer(command: Command, actor: Actor, answer: Answer): Script<void> {
  yield* write(sql`
    INSERT INTO command (id, device_id, kind, payload_hash, answer, at)
    VALUES (${command.id}, ${actor.deviceId}, ${kindOf(command.order)}, ${command.payloadHash},
      ${JSON.stringify(answer)}, ${command.at})`);
}
