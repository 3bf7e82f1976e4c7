import { callableNow } from './call-order.ts';
import { type Catalogue, type Queue, queuesAt } from './catalogue.ts';
import { type Hall, isAtCounter } from './hall.ts';
import { listOf } from './register.ts';

/** A queue in which people wait and for which nobody would call. */
export type LeftAlone = { readonly queue: Queue; readonly waiting: number };

export type Leaving = {
  readonly counterId: string;
  /** The queues that the counter works afterwards; none when it pauses or closes. */
  readonly next: readonly Queue[];
  /** Whoever is at the counter waits again. */
  readonly isReleased: boolean;
};

/** The queues that lose their last open counter when this one leaves them, where anybody waits (rule [C12]). */
export function leftAlone(hall: Hall, catalogue: Catalogue, leaving: Leaving): readonly LeftAlone[] {
  const { counterId, next, isReleased } = leaving;
  const served = new Set(next.map(({ id }) => id));
  let here: readonly Queue[] = [];
  for (const place of catalogue.counters) {
    const counter = hall.counters[place.id];
    if (counter?.state !== 'open') continue;
    const queues = queuesAt(catalogue, place, counter);
    if (place.id === counterId) here = queues;
    else for (const { id } of queues) served.add(id);
  }
  const released = listOf(hall.tickets).filter((ticket) => isAtCounter(ticket) && ticket.counterId === counterId);
  const waiting = [...callableNow(hall), ...(isReleased ? released : [])];
  const waits = (queueId: string) => waiting.filter((ticket) => ticket.queueId === queueId).length;
  return here
    .filter(({ id }) => !served.has(id))
    .map((queue) => ({ queue, waiting: waits(queue.id) }))
    .filter((alone) => alone.waiting > 0);
}
