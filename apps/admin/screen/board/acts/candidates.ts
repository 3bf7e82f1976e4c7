import { agenciesAt, type BoardCounter, type BoardQueue, type BoardView } from '@antrean/domain';

/** A counter that could take a queue on: by changing its track, or by serving that agency as well. `leaves`: who waits for it now. */
export type Candidate = { readonly here: BoardCounter; readonly by: 'track' | 'agency'; readonly leaves: number };

const most = 6;

/**
 * Counters that could serve this queue, the easiest first: open before paused and closed, free before busy, of the same floor, and
 * with the fewest visitors of their own.
 */
export function candidatesFor(view: BoardView, line: BoardQueue): readonly Candidate[] {
  const waiting = new Map(view.queues.map(({ queue, waiting }): [string, number] => [queue.id, waiting]));
  const zoneId = line.agency?.zoneId;
  return view.counters
    .flatMap((here): Candidate[] => {
      const { place, counter, queues } = here;
      if (queues.some(({ id }) => id === line.queue.id)) return [];
      const isOfAgency = agenciesAt(place, counter).includes(line.queue.agencyId);
      const leaves = queues.reduce((sum, { id }) => sum + (waiting.get(id) ?? 0), 0);
      if (isOfAgency) return [{ here, by: 'track', leaves }];
      const isNear = counter.track === line.queue.track && place.zoneId === zoneId && counter.state !== 'closed';
      return isNear ? [{ here, by: 'agency', leaves }] : [];
    })
    .sort((a, b) => effort(a) - effort(b) || a.leaves - b.leaves)
    .slice(0, most);
}

/** Counters that stand ready for this queue by their track and agency, and are closed. */
export function closedFor(view: BoardView, line: BoardQueue): readonly BoardCounter[] {
  return view.counters.filter(
    ({ counter, queues }) => counter.state === 'closed' && queues.some(({ id }) => id === line.queue.id),
  );
}

function effort({ here, by }: Candidate): number {
  const { counter, ticket } = here;
  const state = counter.state === 'open' ? 0 : counter.state === 'paused' ? 4 : 8;
  return state + (ticket === null ? 0 : 2) + (by === 'track' ? 0 : 1);
}
