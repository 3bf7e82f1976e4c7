import { type Actor, authorise } from '../src/access.ts';
import { closureAt } from '../src/calendar.ts';
import { type Candidate, decideCallNext, decidePick } from '../src/call-next.ts';
import { callable, eligibleAt, firstOf, waitingIn } from '../src/call-order.ts';
import { agenciesAt, type Catalogue, type Queue, queuesAt, type Service } from '../src/catalogue.ts';
import { type CounterFacts, type CounterStep, decideCounterStep } from '../src/counter-steps.ts';
import { estimatesFor, outlookFor } from '../src/estimate.ts';
import type { HallEvent, Recorded } from '../src/events.ts';
import { evolve } from '../src/evolve.ts';
import { emptyHall, type Hall, isAtCounter, isFree, type Ticket, type Visit } from '../src/hall.ts';
import { decideIssue } from '../src/issue.ts';
import { decideSetLoudness } from '../src/loudness.ts';
import { decideNote, decideReprint } from '../src/notes-and-reprints.ts';
import { listOf, lookUp } from '../src/register.ts';
import { ok, type Result, refuse, unreachable } from '../src/result.ts';
import { decideCloseDay, decideEndPause, decideOpenDay, decideStartPause, decideTick } from '../src/service-day.ts';
import { siteTime } from '../src/site-time.ts';
import { decideTicketStep } from '../src/ticket-steps.ts';
import { decidePostNotice, decideSetQuota, decideTicketing, decideWithdrawNotice, quotaOf } from '../src/today.ts';
import { decideUndo, type LastStep, lastStepOf } from '../src/undo.ts';
import { deepFreeze } from './deep-freeze.ts';
import { commandKindOf, type Order } from './order.ts';
import { applyToRows, emptyRows, type Rows } from './rows.ts';

/** A whole site in memory: the hall by folding, the rows by the entity functions, the number series. Runs decide, then evolve. */
export type Site = {
  readonly catalogue: Catalogue;
  readonly log: readonly Recorded[];
  readonly rows: Rows;
  hall(): Hall;
  /** What the series of a queue gives next on the present service day. */
  nextNumber(queueId: string): number;
  /** Minutes of head start that the visit's class gave; kept apart, because no event carries the class. */
  headStartOf(visitId: string): number;
  /** The counter whose step was the last that could be taken back. */
  lastStepAt(): string | undefined;
  give(order: Order, actor: Actor, at: number): Result<readonly Recorded[]>;
  /** Hears each event with the hall before it, once it has happened. */
  onEvent(listener: (before: Hall, event: Recorded) => void): void;
};

/** A ticket before a step, with the legs that wait for it. */
type Remembered = { readonly ticket: Ticket | undefined; readonly followers: readonly string[] };

/** `frozen` makes any attempt to change a hall in place throw; it costs time, so simulations go without. */
export function openSite(catalogue: Catalogue, { frozen = false } = {}): Site {
  const keep = frozen ? deepFreeze : <T>(value: T) => value;
  const log: Recorded[] = [];
  const rows = emptyRows(catalogue);
  const series = new Map<string, number>();
  const headStarts = new Map<string, number>();
  const visits = new Map<string, Visit>();
  const lastSteps = new Map<string, LastStep>();
  let hall = keep(emptyHall(catalogue));
  const listeners: ((before: Hall, event: Recorded) => void)[] = [];
  let ids = 0;
  const newId = (what: string) => `${what}-${++ids}`;
  const seriesKey = (queueId: string) => `${hall.day?.serviceDay} ${queueId}`;
  const nextNumber = (queueId: string) => series.get(seriesKey(queueId)) ?? 1;

  function decide(order: Order, actor: Actor, at: number): Result<readonly HallEvent[]> {
    const allowed = authorise(actor, commandKindOf(order));
    if (!allowed.ok) return allowed;
    const pauses = Object.values(hall.pauses);
    switch (order.kind) {
      case 'issue':
        return issue(order, at);
      case 'call-next': {
        const queueIds = queuesOf(order.counterId);
        const candidates = queueIds.flatMap((id) => candidateOf(firstOf(callable(hall, [id]))) ?? []);
        return decideCallNext({ counter: counterOf(order.counterId), candidates, pauses }, actor);
      }
      case 'call': {
        const candidate = candidateOf(lookUp(hall.tickets, order.ticketId));
        if (!candidate) return refuse('ticket.unknown');
        const visitIsBusy = listOf(hall.tickets).some(
          (ticket) => isAtCounter(ticket) && ticket.visitId === candidate.visit.id,
        );
        const facts = { counter: counterOf(order.counterId), queueIds: queuesOf(order.counterId), candidate };
        return decidePick({ ...facts, visitIsBusy, pauses }, order.why, actor);
      }
      case 'step':
        return step(order, actor, at);
      case 'counter':
        return decideCounterStep(deskFacts(order.counterId, order.step), order.step, actor);
      case 'start-pause':
        return decideStartPause(pauses, { ...order, id: newId('pause') });
      case 'end-pause':
        return decideEndPause(pauses, order.pauseId);
      case 'open-day':
        return decideOpenDay(dayFacts(), order.serviceDay, order.by);
      case 'close-day':
        return decideCloseDay(dayFacts());
      case 'tick':
        return ok(decideTick({ parked: listOf(hall.tickets), pauses, notices: Object.values(hall.notices) }, at));
      case 'undo':
        return undo(order.counterId, actor, at);
      case 'note':
      case 'reprint': {
        const ticket = rows.tickets.get(order.ticketId);
        if (!ticket) return refuse('ticket.unknown');
        return order.kind === 'note' ? decideNote(ticket, actor) : decideReprint({ ticket, kioskId: 'kiosk' }, actor);
      }
      case 'set-quota': {
        const service = catalogue.services.find(({ id }) => id === order.serviceId);
        return service ? decideSetQuota({ ...hall, service }, order.quota) : refuse('service.unknown');
      }
      case 'close-ticketing':
        return decideTicketing(hall, 'closed');
      case 'open-ticketing':
        return decideTicketing(hall, 'open');
      case 'post-notice':
        return decidePostNotice({ ...order, textEn: order.text, id: newId('notice') });
      case 'withdraw-notice':
        return decideWithdrawNotice(Object.values(hall.notices), order.noticeId);
      case 'set-loudness':
        return decideSetLoudness(hall, order.zoneId, order);
      default:
        return unreachable(order);
    }
  }

  function deskFacts(counterId: string, step: CounterStep): CounterFacts {
    const counter = counterOf(counterId);
    const held = listOf(hall.tickets).find((ticket) => isAtCounter(ticket) && ticket.counterId === counterId);
    const placeOf = (id: string) => catalogue.counters.find((place) => place.id === id);
    const to = step.kind === 'hand-over-counter' ? placeOf(step.toCounterId) : undefined;
    return {
      counter,
      day: hall.day,
      usualAgencyIds: placeOf(counterId)?.agencyIds ?? [],
      heldAgencyId: catalogue.queues.find(({ id }) => id === held?.queueId)?.agencyId ?? null,
      taker: to ? { counter: counterOf(to.id), agencyIds: agenciesAt(to, counterOf(to.id)) } : null,
    };
  }

  function undo(counterId: string, actor: Actor, at: number): Result<readonly HallEvent[]> {
    const last = lastSteps.get(counterId) ?? null;
    const ticket = (last && rows.tickets.get(last.ticket.id)) ?? null;
    const facts = {
      counter: counterOf(counterId),
      queueIds: queuesOf(counterId),
      last,
      ticket,
      lastCallSeq: hall.calls.find(({ ticketId }) => ticketId === ticket?.id)?.seq ?? 0,
      visit: (ticket && visits.get(ticket.visitId)) ?? null,
      visitIsElsewhere: listOf(hall.tickets).some(
        (leg) => isAtCounter(leg) && leg.visitId === ticket?.visitId && leg.counterId !== counterId,
      ),
      stillFree: (last?.held ?? []).filter((id) => {
        const leg = rows.tickets.get(id);
        return leg && isFree(leg);
      }),
      rules: catalogue.rules,
    };
    return decideUndo(facts, actor, at);
  }

  // What a store keeps beside its rows, so that a step can be taken back.
  function remember(order: Order, actor: Actor, was: Remembered, events: readonly Recorded[]): void {
    if (order.kind === 'undo') lastSteps.delete(order.counterId);
    if (order.kind === 'open-day') lastSteps.clear();
    if (order.kind !== 'step' || !was.ticket || actor.counterId === null) return;
    const last = lastStepOf(was.ticket, order.step, events, was.followers, actor);
    if (last) lastSteps.set(actor.counterId, last);
  }

  function asItIs(order: Order): Remembered {
    const ticket = 'ticketId' in order ? rows.tickets.get(order.ticketId) : undefined;
    const followers = [...rows.tickets.values()].filter((leg) => leg.state === 'waiting' && leg.after === ticket?.id);
    return { ticket, followers: ticket ? followers.map(({ id }) => id) : [] };
  }

  function issue(order: Extract<Order, { kind: 'issue' }>, at: number): Result<readonly HallEvent[]> {
    const targets = targetsOf(order.serviceIds);
    const priority = catalogue.priorityClasses.find(({ id }) => id === order.priorityClass) ?? null;
    if (order.priorityClass && !priority) return refuse('priority.unknown');
    const first = targets?.[0];
    if (!targets || !first) return refuse('service.unknown');
    const place = eligibleAt(at, priority?.headStartMinutes ?? 0);
    const services = targets.map(({ service }) => service);
    const visitId = newId('visit');
    const decided = decideIssue(
      {
        day: hall.day,
        closure: closureAt(catalogue.calendar, siteTime(at, catalogue.site.timeZone)),
        ticketing: hall.ticketing,
        pauses: Object.values(hall.pauses),
        wanted: targets.map(({ service, queue }) => ({
          service,
          queue,
          quota: quotaOf(service, hall.quotas),
          issuedToday: hall.issuedToday[service.id] ?? 0,
          ahead: outlookFor(hall, catalogue, queue.id, place).ahead,
        })),
        nextNumber: nextNumber(first.queue.id),
      },
      { priority, language: 'id', estimates: estimatesFor(hall, catalogue, services, place) },
      { visitId, ticketIds: targets.map(() => newId('ticket')) },
      at,
    );
    if (decided.ok) {
      series.set(seriesKey(first.queue.id), nextNumber(first.queue.id) + 1);
      headStarts.set(visitId, priority?.headStartMinutes ?? 0);
    }
    return decided;
  }

  function step(order: Extract<Order, { kind: 'step' }>, actor: Actor, at: number): Result<readonly HallEvent[]> {
    const candidate = candidateOf(rows.tickets.get(order.ticketId));
    const targets = targetsOf(order.serviceIds ?? []);
    if (!candidate) return refuse('ticket.state');
    if (!targets) return refuse('service.unknown');
    const front = waitingIn(hall, [candidate.ticket.queueId]).filter(isFree);
    const facts = {
      ...candidate,
      queueIds: actor.counterId === null ? [] : queuesOf(actor.counterId),
      front: front.slice(0, catalogue.rules.requeuePlaces).map(({ place }) => place),
      targets,
      newTicketIds: targets.map(() => newId('ticket')),
      pauses: Object.values(hall.pauses),
      rules: catalogue.rules,
    };
    return decideTicketStep(facts, order.step, actor, at);
  }

  function candidateOf(ticket: Ticket | undefined): Candidate | undefined {
    const visit = ticket && lookUp(hall.visits, ticket.visitId);
    const queue = ticket && catalogue.queues.find(({ id }) => id === ticket.queueId);
    return ticket && visit && queue ? { ticket, visit, agencyId: queue.agencyId } : undefined;
  }

  function targetsOf(serviceIds: readonly string[]): readonly { service: Service; queue: Queue }[] | undefined {
    const targets = serviceIds.flatMap((serviceId) => {
      const service = catalogue.services.find(({ id }) => id === serviceId);
      const queue = catalogue.queues.find(({ id }) => id === service?.queueId);
      return service && queue ? [{ service, queue }] : [];
    });
    return targets.length === serviceIds.length ? targets : undefined;
  }

  function queuesOf(counterId: string): readonly string[] {
    const place = catalogue.counters.find(({ id }) => id === counterId);
    return place ? queuesAt(catalogue, place, counterOf(counterId)).map(({ id }) => id) : [];
  }

  function counterOf(counterId: string) {
    const counter = hall.counters[counterId];
    if (!counter) throw new Error(`no counter ${counterId}`);
    return counter;
  }

  function dayFacts() {
    return { day: hall.day, leases: [], tickets: listOf(hall.tickets), counters: Object.values(hall.counters) };
  }

  return {
    catalogue,
    log,
    rows,
    hall: () => hall,
    nextNumber,
    onEvent: (listener) => {
      listeners.push(listener);
    },
    lastStepAt: () => [...lastSteps].sort(([, a], [, b]) => b.seq - a.seq)[0]?.[0],
    headStartOf: (visitId) => headStarts.get(visitId) ?? 0,
    give(order, actor, at) {
      const decided = decide(order, actor, at);
      if (!decided.ok) return decided;
      const was = asItIs(order);
      const recorded = decided.value.map((event, i): Recorded => ({ seq: log.length + 1 + i, at, ...event }));
      for (const event of recorded) {
        const before = hall;
        hall = keep(evolve(hall, event));
        applyToRows(rows, event);
        log.push(event);
        for (const visit of listOf(hall.visits)) visits.set(visit.id, visit);
        for (const listener of listeners) listener(before, event);
      }
      remember(order, actor, was, recorded);
      return ok(recorded);
    },
  };
}
