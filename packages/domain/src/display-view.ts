import type { Agency, Catalogue, CounterPlace, Track } from './catalogue.ts';
import { type Call, type Hall, isAtCounter, type Notice, type Pause } from './hall.ts';
import { listOf, lookUp } from './register.ts';

/** One line of the board: which number is wanted where. */
export type BoardLine = {
  readonly counter: CounterPlace;
  readonly agency: Agency | undefined;
  readonly number: string;
  readonly priority: boolean;
  /** Called: please come. Serving: somebody is there. */
  readonly state: 'called' | 'serving';
  readonly since: number;
  readonly times: number;
};

export type DisplayView = {
  /** Newest call first; a recall moves its line up again. */
  readonly nowServing: readonly BoardLine[];
  readonly lastCalls: readonly (Call & { readonly counter: CounterPlace; readonly agency: Agency | undefined })[];
  readonly waitingByTrack: Readonly<Record<Track, number>>;
  readonly pauses: readonly Pause[];
  /** Messages for this zone, the oldest first (rule [V7]). */
  readonly notices: readonly Notice[];
  readonly isOpen: boolean;
};

/** The hall as a TV shows it: one zone, or all of them when `zoneId` is null. Never anything but numbers and places. */
export function displayView(hall: Hall, catalogue: Catalogue, zoneId: string | null): DisplayView {
  const here = new Map<string, CounterPlace>();
  for (const place of catalogue.counters) if (zoneId === null || place.zoneId === zoneId) here.set(place.id, place);
  const agencyOfQueue = new Map<string, Agency | undefined>();
  const trackOfQueue = new Map<string, Track>();
  for (const queue of catalogue.queues) {
    const agency = catalogue.agencies.find(({ id }) => id === queue.agencyId);
    agencyOfQueue.set(queue.id, agency);
    if (zoneId === null || agency?.zoneId === zoneId) trackOfQueue.set(queue.id, queue.track);
  }
  const nowServing: BoardLine[] = [];
  const waitingByTrack = { quick: 0, self: 0, long: 0 };
  for (const ticket of listOf(hall.tickets)) {
    const track = trackOfQueue.get(ticket.queueId);
    if (ticket.state === 'waiting' && track) waitingByTrack[track] += 1;
    if (!isAtCounter(ticket)) continue;
    const counter = here.get(ticket.counterId);
    const visit = lookUp(hall.visits, ticket.visitId);
    if (!counter || !visit) continue;
    nowServing.push({
      counter,
      agency: agencyOfQueue.get(ticket.queueId),
      number: visit.number,
      priority: visit.priority,
      state: ticket.state,
      since: ticket.state === 'called' ? ticket.lastCallAt : ticket.calledAt,
      times: ticket.calls,
    });
  }
  return {
    nowServing: nowServing.sort((a, b) => b.since - a.since || a.number.localeCompare(b.number)),
    lastCalls: hall.calls.flatMap((call) => {
      const counter = here.get(call.counterId);
      return counter ? [{ ...call, counter, agency: agencyOfQueue.get(call.queueId) }] : [];
    }),
    waitingByTrack,
    pauses: Object.values(hall.pauses),
    notices: Object.values(hall.notices)
      .filter((notice) => zoneId === null || notice.zoneId === null || notice.zoneId === zoneId)
      .sort((a, b) => a.postedAt - b.postedAt || (a.id < b.id ? -1 : 1)),
    isOpen: hall.day?.state === 'open',
  };
}
