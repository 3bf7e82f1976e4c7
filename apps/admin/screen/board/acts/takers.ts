import type { BoardCounter, BoardQueue, BoardView } from '@antrean/domain';

/** A counter that could serve the queues of another one as well; `leaves`: who waits for it now. */
export type Taker = { readonly here: BoardCounter; readonly leaves: number };

const most = 6;

/** The queues that nobody serves once this counter is closed: no other counter that is staffed works them. */
export function onlyAt(view: BoardView, leaving: BoardCounter): readonly BoardQueue[] {
  const others = view.counters.filter((other) => other !== leaving && other.counter.state !== 'closed');
  return view.queues.filter(
    ({ queue }) =>
      leaving.queues.some(({ id }) => id === queue.id) &&
      !others.some(({ queues }) => queues.some(({ id }) => id === queue.id)),
  );
}

/** Counters of the same track, the easiest first: staffed before closed, those of the same agency before others, near before far, with the fewest visitors of their own. */
export function takersFor(view: BoardView, leaving: BoardCounter): readonly Taker[] {
  const waiting = new Map(view.queues.map((line): [string, number] => [line.queue.id, line.waiting]));
  return view.counters
    .filter((other) => other !== leaving && other.counter.track === leaving.counter.track)
    .map((here) => ({ here, leaves: here.queues.reduce((sum, { id }) => sum + (waiting.get(id) ?? 0), 0) }))
    .sort((a, b) => effort(a, leaving) - effort(b, leaving) || a.leaves - b.leaves)
    .slice(0, most);
}

function effort({ here }: Taker, leaving: BoardCounter): number {
  const state = here.counter.state === 'open' ? 0 : here.counter.state === 'paused' ? 4 : 8;
  const isKin = here.queues.some(({ id }) => leaving.queues.some((queue) => queue.id === id));
  return state + (isKin ? 0 : 2) + (here.place.zoneId === leaving.place.zoneId ? 0 : 1);
}
