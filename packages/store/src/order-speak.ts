import { ok, type Result } from '@antrean/domain';
import { record } from './record.ts';
import type { SpeakOrder } from './speak-order.ts';
import { one, type Script, sql } from './sql.ts';
import type { Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

/** Writes what becomes of an announcement; handing out one that was handed out before changes nothing and says so (rule [W8]). */
export function* speak(turn: Turn, order: SpeakOrder): Script<Result<Outcomes['speak'], StoreRefusal>> {
  const { key, zoneId, deviceId } = order;
  const known = yield* one(sql`
    SELECT device_id FROM handed_out WHERE zone_id = ${zoneId} AND announcement = ${key}`);
  const isFirst = known === undefined;
  switch (order.step) {
    case 'handOut':
      if (isFirst) yield* record(turn, [{ type: 'announcement.handedOut', key, zoneId, deviceId }]);
      return ok({ isFirst });
    case 'spoken':
      if (!isFirst) yield* record(turn, [{ type: 'announcement.spoken', key, zoneId, deviceId }]);
      return ok({ isFirst });
    case 'failed':
    case 'givenBack': {
      const isGivenBack = order.step === 'givenBack';
      if (!isFirst) yield* record(turn, [{ type: 'announcement.failed', key, zoneId, deviceId, isGivenBack }]);
      return ok({ isFirst });
    }
  }
}
