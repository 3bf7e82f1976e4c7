import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { emptyHall, evolve } from '@antrean/domain';
import type { Written } from './events-in.ts';
import type { MallRecord } from './evidence.ts';

/** A hole or a foreign link in the log, a head that is not its end, rows that its fold does not give (I8), an epoch that falls (I12). */
export function brokenLog({ log, head, hall, catalogue }: MallRecord, events: readonly Written[]): readonly string[] {
  const found: string[] = [];
  let hash = '0'.repeat(64);
  for (const [index, row] of log.entries()) {
    if (row.seq !== index + 1) found.push(`[I8] row ${index + 1} of the log has seq ${row.seq}`);
    if (row.prevHash !== hash || row.hash !== link(hash, row.seq, row.body))
      found.push(`[I8] event ${row.seq} does not follow from the one before`);
    hash = row.hash;
  }
  if (head.seq !== log.length || head.hash !== hash) found.push(`[I8] the head ${head.seq} is not the end of the log`);
  let epoch = 1;
  for (const event of events) {
    if (event.epoch < epoch) found.push(`[I12] event ${event.seq} is of an older epoch`);
    if (event.epoch > epoch && event.type !== 'log.restored')
      found.push(`[I12] nothing says why event ${event.seq} begins an epoch`);
    epoch = Math.max(epoch, event.epoch);
  }
  if (head.epoch !== epoch) found.push(`[I12] the head is of epoch ${head.epoch}, the log of ${epoch}`);
  // A restore carries numbers and rows over that no event tells.
  if (found.length > 0 || events.some(({ type }) => type === 'log.restored')) return found;
  let folded = emptyHall(catalogue);
  for (const event of events)
    try {
      folded = evolve(folded, event);
    } catch (error) {
      return [`[I8] event ${event.seq} cannot follow from those before: ${String(error)}`];
    }
  for (const part of Object.keys(hall) as (keyof typeof hall)[])
    if (!isDeepStrictEqual(folded[part], hall[part])) found.push(`[I8] rows and log tell another "${part}"`);
  return found;
}

function link(previous: string, seq: number, body: string): string {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(place).update(body).digest('hex');
}
