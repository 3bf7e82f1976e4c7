import { callableNow, pauseOver } from './call-order.ts';
import { type Agency, type Catalogue, type CounterPlace, type Queue, queuesAt } from './catalogue.ts';
import { cardOf, type TicketCard } from './counter-view.ts';
import { outlooksFor } from './estimate.ts';
import type { Counter, Hall, Pause, PauseReason } from './hall.ts';
import { lookUp } from './register.ts';

/** Against the target of the track: grey while nobody waits, red beyond it or when nobody can be called, amber from two thirds of it (rule [V8]). */
export type Light = 'green' | 'amber' | 'red' | 'grey';

export type BoardQueue = {
  readonly queue: Queue;
  readonly agency: Agency | undefined;
  readonly waiting: number;
  readonly longestWaitMinutes: number;
  readonly targetMinutes: number;
  readonly estimate: readonly [number, number] | null;
  readonly openCounters: number;
  readonly pause: Pause | null;
  readonly light: Light;
};

export type BoardCounter = {
  readonly place: CounterPlace;
  readonly counter: Counter;
  readonly queues: readonly Queue[];
  readonly ticket: TicketCard | null;
  /** Since the counter opened, paused or closed, or since its ticket was called or began to be served. */
  readonly sinceMinutes: number;
};

/** What a supervisor should look at, with what a sentence about it needs. */
export type Attention = { readonly severity: Severity } & (
  | { readonly code: 'day.notOpen' | 'ticketing.closed' }
  | {
      readonly code: 'agency.systemDown';
      readonly pauseId: string;
      /** Null: the whole mall. */
      readonly agencyId: string | null;
      readonly sinceMinutes: number;
      readonly until: number | null;
    }
  | {
      readonly code: 'queue.noCounter' | 'queue.late';
      readonly queueId: string;
      readonly waiting: number;
      readonly longestWaitMinutes: number;
      readonly targetMinutes: number;
    }
  | {
      readonly code: 'queue.lastCounter';
      readonly queueId: string;
      readonly counterId: string;
      readonly waiting: number;
    }
  | {
      readonly code: 'counter.idleTicket';
      readonly counterId: string;
      readonly ticketId: string;
      readonly number: string;
      readonly sinceMinutes: number;
    }
  | {
      readonly code: 'counter.longPause';
      readonly counterId: string;
      readonly reason: PauseReason;
      readonly sinceMinutes: number;
    }
);

export type Severity = 'high' | 'medium' | 'low';

export type BoardView = {
  readonly queues: readonly BoardQueue[];
  readonly counters: readonly BoardCounter[];
  /** Most urgent first (rule [V9]). */
  readonly attention: readonly Attention[];
};

/** Called so long ago without anybody served: the officer has left, or forgot the button. */
const idleTicketMinutes = 5;
/** A meal takes thirty minutes; whoever is away longer is asked for. */
const longPauseMinutes = 45;
/** With so many waiting, a queue should not hang on one counter. */
const manyWaiting = 5;
const minuteMs = 60_000;

/** The whole mall as its supervisor sees it, in one pass over the tickets: it is drawn anew with each event. */
export function boardView(hall: Hall, catalogue: Catalogue, at: number): BoardView {
  const queues = boardQueues(hall, catalogue, at);
  const counters = boardCounters(hall, catalogue, at);
  const attention = [
    ...aboutMall(hall, at),
    ...queues.flatMap((queue) => aboutQueue(queue, counters)),
    ...counters.flatMap((counter) => aboutCounter(counter, at)),
  ];
  return { queues, counters, attention: attention.sort((a, b) => urgency[a.severity] - urgency[b.severity]) };
}

const urgency: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

function boardQueues(hall: Hall, catalogue: Catalogue, at: number): readonly BoardQueue[] {
  const pauses = Object.values(hall.pauses);
  const outlooks = outlooksFor(hall, catalogue, at);
  const lines = new Map<string, { waiting: number; since: number }>();
  for (const ticket of callableNow(hall)) {
    const line = lines.get(ticket.queueId) ?? { waiting: 0, since: at };
    lines.set(ticket.queueId, { waiting: line.waiting + 1, since: Math.min(line.since, ticket.issuedAt) });
  }
  return catalogue.queues.map((queue) => {
    const { waiting, since } = lines.get(queue.id) ?? { waiting: 0, since: at };
    const { estimate = null, openCounters = 0 } = outlooks.get(queue.id) ?? {};
    const counted = {
      waiting,
      openCounters,
      longestWaitMinutes: wholeMinutes(at - since),
      targetMinutes: catalogue.rules.waitTargetMinutes[queue.track],
      pause: pauseOver(pauses, queue.agencyId) ?? null,
    };
    const agency = catalogue.agencies.find(({ id }) => id === queue.agencyId);
    return { queue, agency, estimate, ...counted, light: lightOf(counted) };
  });
}

function lightOf(
  queue: Pick<BoardQueue, 'waiting' | 'openCounters' | 'longestWaitMinutes' | 'targetMinutes' | 'pause'>,
): Light {
  const { waiting, openCounters, longestWaitMinutes, targetMinutes, pause } = queue;
  if (waiting === 0) return 'grey';
  if (longestWaitMinutes > targetMinutes || (openCounters === 0 && !pause)) return 'red';
  return longestWaitMinutes * 3 >= targetMinutes * 2 ? 'amber' : 'green';
}

function boardCounters(hall: Hall, catalogue: Catalogue, at: number): readonly BoardCounter[] {
  return catalogue.counters.flatMap((place) => {
    const counter = hall.counters[place.id];
    if (!counter) return [];
    const held =
      counter.state === 'open' && counter.ticketId !== null ? lookUp(hall.tickets, counter.ticketId) : undefined;
    const ticket = (held && cardOf(hall, catalogue, held)) ?? null;
    const since = sinceOf(ticket) ?? counter.since;
    return [
      {
        place,
        counter,
        queues: queuesAt(catalogue, place, counter),
        ticket,
        sinceMinutes: wholeMinutes(at - since),
      },
    ];
  });
}

function sinceOf(card: TicketCard | null): number | null {
  if (card?.ticket.state === 'serving') return card.ticket.startedAt;
  return card?.ticket.state === 'called' ? card.ticket.calledAt : null;
}

function aboutMall(hall: Hall, at: number): readonly Attention[] {
  const down = Object.values(hall.pauses).filter(({ reason }) => reason === 'systemDown');
  return [
    ...(hall.day?.state === 'open' ? [] : [{ code: 'day.notOpen', severity: 'high' } as const]),
    ...(hall.ticketing === 'closed' ? [{ code: 'ticketing.closed', severity: 'medium' } as const] : []),
    ...down.map(({ id: pauseId, agencyId, startedAt, until }) => {
      const severity: Severity = agencyId === null ? 'high' : 'medium';
      const sinceMinutes = wholeMinutes(at - startedAt);
      return { code: 'agency.systemDown', severity, pauseId, agencyId, sinceMinutes, until } as const;
    }),
  ];
}

function aboutQueue(line: BoardQueue, counters: readonly BoardCounter[]): readonly Attention[] {
  const { waiting, longestWaitMinutes, targetMinutes, openCounters, pause } = line;
  const queueId = line.queue.id;
  if (waiting === 0 || pause) return [];
  const figures = { queueId, waiting, longestWaitMinutes, targetMinutes };
  if (openCounters === 0) return [{ code: 'queue.noCounter', severity: 'high', ...figures }];
  const found: Attention[] = [];
  if (longestWaitMinutes > targetMinutes) found.push({ code: 'queue.late', severity: 'medium', ...figures });
  const last = counters.find(
    ({ counter, queues }) => counter.state === 'open' && queues.some(({ id }) => id === queueId),
  );
  if (openCounters === 1 && waiting > manyWaiting && last)
    found.push({ code: 'queue.lastCounter', severity: 'low', queueId, counterId: last.place.id, waiting });
  return found;
}

function aboutCounter({ place, counter, ticket, sinceMinutes }: BoardCounter, at: number): readonly Attention[] {
  const counterId = place.id;
  if (counter.state === 'paused' && sinceMinutes > longPauseMinutes)
    return [{ code: 'counter.longPause', severity: 'low', counterId, reason: counter.reason, sinceMinutes }];
  if (ticket?.ticket.state !== 'called') return [];
  const idle = wholeMinutes(at - ticket.ticket.lastCallAt);
  if (idle < idleTicketMinutes) return [];
  const { id: ticketId } = ticket.ticket;
  return [
    { code: 'counter.idleTicket', severity: 'medium', counterId, ticketId, number: ticket.visit.number, sinceMinutes },
  ];
}

function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / minuteMs));
}
