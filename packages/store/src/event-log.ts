import { createHash } from 'node:crypto';
import type { HallEvent, Recorded } from '@antrean/domain';
import { number, text } from './rows.ts';
import { change, many, only, type Row, type Script, sql, write } from './sql.ts';

/** The hash that the first event follows: 32 zero bytes. */
export const noHash = '0'.repeat(64);

/** Where the log ends. */
export type Head = { readonly epoch: number; readonly seq: number; readonly hash: string };

/** What an event's stored text holds besides the event itself: the audit's answer to who, when and by which command. */
export type Provenance = {
  readonly at: number;
  readonly commandId: string;
  readonly deviceId: string | null;
  readonly officerId: string | null;
  readonly counterId: string | null;
};

export function* readHead(): Script<Head> {
  const row = yield* only(sql`SELECT epoch, seq, last_hash FROM site`);
  return { epoch: number(row, 'epoch'), seq: number(row, 'seq'), hash: text(row, 'last_hash') };
}

/** Adds events to the log, each chained to the one before, and moves the site's head. */
export function* append(events: readonly HallEvent[], provenance: Provenance): Script<readonly Recorded[]> {
  const head = yield* readHead();
  const { at, commandId, deviceId, officerId, counterId } = provenance;
  let { seq, hash } = head;
  const recorded: Recorded[] = [];
  for (const event of events) {
    const previous = hash;
    seq += 1;
    const body = JSON.stringify({
      v: 1,
      epoch: head.epoch,
      at,
      type: event.type,
      commandId,
      actor: { deviceId, officerId, counterId },
      event,
    });
    hash = chained(previous, seq, body);
    yield* write(sql`
      INSERT INTO event (seq, prev_hash, hash, type, at, command_id, body)
      VALUES (${seq}, ${previous}, ${hash}, ${event.type}, ${at}, ${commandId}, ${body})`);
    recorded.push({ seq, at, ...event });
  }
  if (seq !== head.seq) yield* change(sql`UPDATE site SET seq = ${seq}, last_hash = ${hash} WHERE seq = ${head.seq}`);
  return recorded;
}

/** SHA-256 over the previous hash, the sequence number as 8 bytes and the stored text. */
function chained(previous: string, seq: number, body: string): string {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(place).update(body).digest('hex');
}

export function* eventsAfter(seq: number, limit: number): Script<readonly Recorded[]> {
  const rows = yield* many(sql`SELECT seq, at, body FROM event WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`);
  return rows.map(recordedFrom);
}

// The chain vouches for the text: whoever could change it there could change any check made here.
function recordedFrom(row: Row): Recorded {
  const { event } = JSON.parse(text(row, 'body')) as { readonly event: HallEvent };
  return { seq: number(row, 'seq'), at: number(row, 'at'), ...event };
}

const linksAtOnce = 1_000;

/** The first event from `from` on that does not follow from the one before it, or the head when it is not the last; null when all is whole. */
export function* brokenLink(from: number): Script<number | null> {
  const head = yield* readHead();
  let seq = from - 1;
  let hash = noHash;
  if (seq > 0) {
    const before = (yield* many(sql`SELECT hash FROM event WHERE seq = ${seq}`))[0];
    if (!before) return seq;
    hash = text(before, 'hash');
  }
  for (;;) {
    const rows = yield* many(sql`
      SELECT seq, prev_hash, hash, type, at, command_id, body FROM event
      WHERE seq > ${seq} ORDER BY seq LIMIT ${linksAtOnce}`);
    for (const row of rows) {
      if (number(row, 'seq') !== seq + 1 || !isLink(row, hash)) return seq + 1;
      seq += 1;
      hash = text(row, 'hash');
    }
    if (rows.length < linksAtOnce) break;
  }
  return head.seq === seq && head.hash === hash ? null : Math.min(head.seq, seq) + (head.seq === seq ? 0 : 1);
}

function isLink(row: Row, previous: string): boolean {
  const body = text(row, 'body');
  if (text(row, 'prev_hash') !== previous) return false;
  if (chained(previous, number(row, 'seq'), body) !== row.hash) return false;
  const { type, at, commandId } = JSON.parse(body) as { type: unknown; at: unknown; commandId: unknown };
  return type === row.type && at === row.at && commandId === row.command_id;
}
