import {
  type Agency,
  agenciesAt,
  type Catalogue,
  type DisplayView,
  type Hall,
  type PauseReason,
  type Track,
} from '@antrean/domain';
import { type BigCall, bigCalls } from './board.ts';

/** What the small screen above one counter says. */
export type CounterFace =
  | { readonly state: 'unknown' }
  | ({ readonly name: string; readonly track: Track; readonly agencies: readonly Agency[] } & (
      | { readonly state: 'closed' | 'free' }
      | { readonly state: 'paused'; readonly reason: PauseReason }
      | { readonly state: 'busy'; readonly call: BigCall }
    ));

export function counterFace(
  hall: Hall,
  catalogue: Catalogue,
  view: DisplayView,
  counterId: string | null,
  now: number,
): CounterFace {
  const place = catalogue.counters.find(({ id }) => id === counterId);
  const counter = place && hall.counters[place.id];
  if (!place || !counter) return { state: 'unknown' };
  const worked = agenciesAt(place, counter);
  const agencies = catalogue.agencies.filter(({ id }) => worked.includes(id));
  const about = { name: place.name, track: counter.track, agencies };
  const here = {
    ...view,
    nowServing: view.nowServing.filter((line) => line.counter.id === place.id),
    lastCalls: view.lastCalls.filter((call) => call.counterId === place.id),
  };
  // A number called a moment ago stays, although its visitor has been sent on: whoever looks up at the bell sees it.
  const call = bigCalls(here, 1, now).items[0];
  if (counter.state === 'closed') return { ...about, state: 'closed' };
  if (call) return { ...about, state: 'busy', call };
  return counter.state === 'paused'
    ? { ...about, state: 'paused', reason: counter.reason }
    : { ...about, state: 'free' };
}
