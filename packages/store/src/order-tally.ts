import { countedSearch, ok, type Result, siteTime } from '@antrean/domain';
import { type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

type TallyOrder = Extract<Order, { readonly kind: 'tally' }>;

/** Adds what a kiosk has counted to today's sums (rule [A3]). */
export function* tally(
  { catalogue, at }: Turn,
  { misses, lists }: TallyOrder,
): Script<Result<Outcomes['tally'], StoreRefusal>> {
  const { date } = siteTime(at, catalogue.site.timeZone);
  for (const { text: typed, times } of misses) {
    const text = countedSearch(typed);
    if (text === null) continue;
    yield* write(sql`
      INSERT INTO search_miss (service_day, text, times) VALUES (${date}, ${text}, ${times})
      ON CONFLICT (service_day, text) DO UPDATE SET times = search_miss.times + excluded.times`);
  }
  for (const { serviceId, times } of lists) {
    if (!catalogue.services.some(({ id }) => id === serviceId)) continue;
    yield* write(sql`
      INSERT INTO bring_list (service_day, service_id, times) VALUES (${date}, ${serviceId}, ${times})
      ON CONFLICT (service_day, service_id) DO UPDATE SET times = bring_list.times + excluded.times`);
  }
  return ok({});
}
