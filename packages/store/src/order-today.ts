import {
  decidePostNotice,
  decideSetLoudness,
  decideSetQuota,
  decideTicketing,
  decideWithdrawNotice,
  type Hall,
  ok,
  type Result,
  refuse,
} from '@antrean/domain';
import { loudness, notices, today } from './hall-rows.ts';
import { newId } from './ids.ts';
import { record } from './record.ts';
import type { Script } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { readonly kind: K }>;
type Answer<K extends Order['kind']> = Script<Result<Outcomes[K], StoreRefusal>>;

/** Changes today's quota of a service. */
export function* setQuota(turn: Turn, { serviceId, quota }: OrderOf<'set-quota'>): Answer<'set-quota'> {
  const service = turn.catalogue.services.find(({ id }) => id === serviceId);
  if (!service) return refuse('service.unknown', { serviceId });
  const decided = decideSetQuota({ ...(yield* today()), service }, quota);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}

/** Closes or opens the giving of numbers. */
export function* changeTicketing(turn: Turn, wanted: Hall['ticketing']): Answer<'close-ticketing'> {
  const decided = decideTicketing(yield* today(), wanted);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}

/** Puts a message on the displays. */
export function* postNotice(turn: Turn, order: OrderOf<'post-notice'>): Answer<'post-notice'> {
  const { text, textEn, zoneId, until } = order;
  if (zoneId !== null && !turn.catalogue.zones.some(({ id }) => id === zoneId))
    return refuse('zone.unknown', { zoneId });
  const id = newId(turn.at);
  const decided = decidePostNotice({ id, text: text.trim(), textEn: textEn.trim(), zoneId, until });
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({ noticeId: id });
}

export function* withdrawNotice(turn: Turn, { noticeId }: OrderOf<'withdraw-notice'>): Answer<'withdraw-notice'> {
  const decided = decideWithdrawNotice(yield* notices(), noticeId);
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}

/** Sets how loud a zone speaks, by the hour. */
export function* setLoudness(turn: Turn, { zoneId, volume, hours }: OrderOf<'set-loudness'>): Answer<'set-loudness'> {
  if (!turn.catalogue.zones.some(({ id }) => id === zoneId)) return refuse('zone.unknown', { zoneId });
  const decided = decideSetLoudness({ loudness: yield* loudness() }, zoneId, { volume, hours });
  if (!decided.ok) return decided;
  yield* record(turn, decided.value);
  return ok({});
}
