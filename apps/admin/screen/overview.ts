import {
  type Agency,
  type Catalogue,
  type CounterPlace,
  type Hall,
  isAtCounter,
  listOf,
  lookUp,
  outlookFor,
  type PauseReason,
  type Ticket,
  type Track,
} from '@antrean/domain';

export type QueueRow = {
  readonly queueId: string;
  readonly agency: Agency;
  readonly track: Track;
  readonly waiting: number;
  /** Minutes that the first of them has waited; 0 when nobody waits. */
  readonly longestMinutes: number;
  readonly openCounters: number;
  readonly estimate: readonly [number, number] | null;
};

export type CounterRow = {
  readonly place: CounterPlace;
  readonly track: Track;
  readonly agencies: readonly Agency[];
  readonly number: string | null;
  readonly sinceMinutes: number;
} & (
  | { readonly state: 'closed' | 'idle' | 'called' | 'serving' }
  | { readonly state: 'paused'; readonly reason: PauseReason }
);

export type Overview = {
  /** Visitors wait and nobody can call them, longest wait first. */
  readonly unattended: readonly QueueRow[];
  /** Queues with visitors or an open counter, longest wait first. */
  readonly active: readonly QueueRow[];
  readonly quiet: number;
  readonly counters: readonly CounterRow[];
  readonly waiting: number;
  readonly longestMinutes: number;
  readonly atCounters: number;
  readonly openCounters: number;
  readonly pausedCounters: number;
};

/** The whole hall as a manager reads it; officers are not named, and nobody is called from here. */
export function overviewOf(hall: Hall, catalogue: Catalogue, now: number): Overview {
  const counters = catalogue.counters.flatMap((place) => counterRow(hall, catalogue, place, now) ?? []);
  const rows = queueRows(hall, catalogue, now).sort(
    (a, b) => b.longestMinutes - a.longestMinutes || b.waiting - a.waiting,
  );
  const active = rows.filter(({ waiting, openCounters }) => waiting > 0 || openCounters > 0);
  return {
    unattended: active.filter(({ openCounters }) => openCounters === 0),
    active,
    quiet: rows.length - active.length,
    counters,
    waiting: rows.reduce((sum, { waiting }) => sum + waiting, 0),
    longestMinutes: rows[0]?.longestMinutes ?? 0,
    atCounters: counters.filter(({ number }) => number !== null).length,
    openCounters: counters.filter(({ state }) => state !== 'closed' && state !== 'paused').length,
    pausedCounters: counters.filter(({ state }) => state === 'paused').length,
  };
}

function queueRows(hall: Hall, catalogue: Catalogue, now: number): QueueRow[] {
  const waiting = new Map<string, Ticket[]>();
  for (const ticket of listOf(hall.tickets)) {
    if (ticket.state !== 'waiting') continue;
    waiting.set(ticket.queueId, [...(waiting.get(ticket.queueId) ?? []), ticket]);
  }
  const fed = new Set(catalogue.services.map(({ queueId }) => queueId));
  return catalogue.queues.flatMap((queue) => {
    const agency = catalogue.agencies.find(({ id }) => id === queue.agencyId);
    const here = waiting.get(queue.id) ?? [];
    if (!agency || (here.length === 0 && !fed.has(queue.id))) return [];
    const { openCounters, estimate } = outlookFor(hall, catalogue, queue.id, now);
    const first = Math.min(now, ...here.map(({ issuedAt }) => issuedAt));
    const longestMinutes = minutesBetween(first, now);
    return [
      { queueId: queue.id, agency, track: queue.track, waiting: here.length, longestMinutes, openCounters, estimate },
    ];
  });
}

function counterRow(hall: Hall, catalogue: Catalogue, place: CounterPlace, now: number): CounterRow | undefined {
  const counter = hall.counters[place.id];
  if (!counter) return undefined;
  const agencies = catalogue.agencies.filter(({ id }) => place.agencyIds.includes(id));
  const own = { place, track: counter.track, agencies, number: null, sinceMinutes: minutesBetween(counter.since, now) };
  if (counter.state === 'paused') return { ...own, state: 'paused', reason: counter.reason };
  if (counter.state === 'closed') return { ...own, state: 'closed' };
  const ticket = counter.ticketId === null ? undefined : lookUp(hall.tickets, counter.ticketId);
  if (!ticket || !isAtCounter(ticket)) return { ...own, state: 'idle' };
  const since = ticket.state === 'called' ? ticket.calledAt : ticket.startedAt;
  return {
    ...own,
    state: ticket.state,
    number: lookUp(hall.visits, ticket.visitId)?.number ?? null,
    sinceMinutes: minutesBetween(since, now),
  };
}

function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 60_000));
}
