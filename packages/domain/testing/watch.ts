import assert from 'node:assert/strict';
import { queuesAt } from '../src/catalogue.ts';
import type { HallEvent, Recorded } from '../src/events.ts';
import type { Hall, Ticket } from '../src/hall.ts';
import { listOf, lookUp } from '../src/register.ts';
import type { Site } from './site.ts';

type Of<T extends HallEvent['type']> = Recorded<Extract<HallEvent, { type: T }>>;

/** Looks at every event of the site and throws at the first broken rule. It knows arrivals and classes, and never asks the code it watches. */
export function watchOver(site: Site): void {
  const { catalogue } = site;
  const lastNumber = new Map<string, number>();
  const issueOrder = new Map<string, number>();
  const requeued = new Map<string, readonly string[]>();
  const living = new Set<string>();
  const quotaUse = new Map<string, number>();
  let serviceDay = '';

  const queueOf = (ticket: { readonly queueId: string }) => {
    const queue = catalogue.queues.find(({ id }) => id === ticket.queueId);
    assert.ok(queue, `queue ${ticket.queueId} is in the catalogue`);
    return queue;
  };
  const visitOf = (hall: Hall, ticket: Ticket) => {
    const visit = lookUp(hall.visits, ticket.visitId);
    assert.ok(visit, `[L1] ticket ${ticket.id} has its visit`);
    return visit;
  };
  const rank = (hall: Hall, ticket: Ticket): readonly [number, number] => [
    visitOf(hall, ticket).arrivedAt - site.headStartOf(ticket.visitId) * 60_000,
    issueOrder.get(ticket.id) ?? Number.NaN,
  ];
  const goesBefore = (hall: Hall, a: Ticket, b: Ticket) => {
    const [[aAt, aOrder], [bAt, bOrder]] = [rank(hall, a), rank(hall, b)];
    return aAt < bAt || (aAt === bAt && aOrder < bOrder);
  };
  const isPaused = (hall: Hall, ticket: Ticket) =>
    Object.values(hall.pauses).some(({ agencyId }) => agencyId === null || agencyId === queueOf(ticket).agencyId);

  function issued(event: Of<'ticket.issued'>, before: Hall): void {
    assert.equal(before.day?.state, 'open', `[D3] ${event.ticketId} is issued on an open day`);
    issueOrder.set(event.ticketId, event.seq);
    quotaUse.set(event.serviceId, (quotaUse.get(event.serviceId) ?? 0) + 1);
    const changed = before.quotas[event.serviceId];
    const written = catalogue.services.find(({ id }) => id === event.serviceId)?.dailyQuota;
    const quota = (changed === undefined ? written : changed) ?? Number.POSITIVE_INFINITY;
    assert.equal(before.ticketing, 'open', `[D8] ${event.ticketId} is issued while numbers are given`);
    assert.ok((quotaUse.get(event.serviceId) ?? 0) <= quota, `[Q1] ${event.serviceId} stays within its quota`);
    const known = lookUp(before.visits, event.visitId);
    if (known) {
      assert.equal(event.number, known.number, `[N4] one number for visit ${event.visitId}`);
      return;
    }
    const { prefix, digits } = queueOf(event);
    const next = (lastNumber.get(prefix) ?? 0) + 1;
    assert.equal(event.number, prefix + String(next).padStart(digits, '0'), `[N2] numbers of ${prefix} have no gap`);
    lastNumber.set(prefix, next);
  }

  function called(event: Of<'ticket.called'>, before: Hall): void {
    const ticket = lookUp(before.tickets, event.ticketId);
    const counter = before.counters[event.counterId];
    const place = catalogue.counters.find(({ id }) => id === event.counterId);
    assert.ok(ticket?.state === 'waiting' && ticket.after === null, `[L3] ${event.ticketId} is free`);
    assert.ok(counter?.state === 'open' && counter.ticketId === null && place, `[H1] ${event.counterId} is free`);
    assert.ok(!isPaused(before, ticket), `[P1] ${event.ticketId} is not called in a pause`);
    const queueIds = queuesAt(catalogue, place, counter).map(({ id }) => id);
    assert.ok(queueIds.includes(ticket.queueId), `[C1] ${event.counterId} works the queue`);
    const busy = new Set(listOf(before.tickets).flatMap((t) => ('counterId' in t ? [t.visitId] : [])));
    assert.ok(!busy.has(ticket.visitId), `[L2] the visitor of ${event.ticketId} is not at another counter`);
    if (event.reason.code === 'picked') return;
    const mine = requeued.get(ticket.id);
    for (const other of listOf(before.tickets)) {
      if (other.id === ticket.id || other.state !== 'waiting' || other.after !== null) continue;
      if (!queueIds.includes(other.queueId) || busy.has(other.visitId) || isPaused(before, other)) continue;
      if (mine?.includes(other.id) && other.queueId === ticket.queueId && !requeued.has(other.id))
        assert.fail(`[O4] ${ticket.id} is called before ${other.id}, behind which it was placed`);
      if (requeued.has(other.id)) continue;
      assert.ok(
        goesBefore(before, ticket, other),
        `[O1] ${ticket.id} is called while ${other.id}, who goes before it, waits`,
      );
      const overtakenBy = visitOf(before, ticket).arrivedAt - visitOf(before, other).arrivedAt;
      const headStart = site.headStartOf(ticket.visitId) * 60_000;
      if (!mine)
        assert.ok(overtakenBy <= headStart, `[O2] ${ticket.id} overtakes ${other.id} by more than its head start`);
    }
  }

  function requeue(event: Of<'ticket.requeued'>, before: Hall): void {
    const ticket = lookUp(before.tickets, event.ticketId);
    assert.ok(ticket?.state === 'no_show' && ticket.requeues < catalogue.rules.maxRequeues, '[S5] requeued once');
    const line = listOf(before.tickets)
      .filter((t) => t.queueId === ticket.queueId && t.state === 'waiting' && t.after === null && !requeued.has(t.id))
      .sort((a, b) => (goesBefore(before, a, b) ? -1 : 1));
    // Requeued ones stand between these; counting only the others keeps the check apart from the code's own order.
    const earlierRequeued = listOf(before.tickets).filter(
      (t) => t.queueId === ticket.queueId && t.state === 'waiting' && requeued.has(t.id),
    ).length;
    const front = Math.max(0, catalogue.rules.requeuePlaces - earlierRequeued);
    requeued.set(
      ticket.id,
      line.slice(0, front).map(({ id }) => id),
    );
  }

  function saw(event: Recorded, before: Hall): void {
    assert.equal(event.seq, before.seq + 1, '[V3] the log has no gap');
    switch (event.type) {
      case 'ticket.issued':
        living.add(event.ticketId);
        issued(event, before);
        return;
      case 'ticket.forwarded':
        living.add(event.ticketId);
        issueOrder.set(event.ticketId, event.seq);
        return;
      case 'ticket.called':
        called(event, before);
        return;
      case 'ticket.undone': {
        living.add(event.ticketId);
        const counter = before.counters[event.counterId];
        assert.ok(counter?.state === 'open', `[S15] ${event.counterId} is open`);
        assert.ok([null, event.ticketId].includes(counter.ticketId), `[S15] ${event.counterId} is free`);
        return;
      }
      case 'ticket.requeued':
        requeue(event, before);
        return;
      case 'ticket.recalled':
      case 'ticket.noShow': {
        const ticket = lookUp(before.tickets, event.ticketId);
        assert.ok(ticket && !isPaused(before, ticket), `[P2] nothing is held against ${event.ticketId} in a pause`);
        return;
      }
      case 'ticket.voided': {
        const serviceId = lookUp(before.tickets, event.ticketId)?.serviceId ?? '';
        quotaUse.set(serviceId, (quotaUse.get(serviceId) ?? 0) - 1);
        living.delete(event.ticketId);
        return;
      }
      case 'ticket.finished':
      case 'ticket.cancelled':
      case 'ticket.expired':
        living.delete(event.ticketId);
        return;
      case 'day.opened':
        assert.ok(event.serviceDay >= serviceDay, '[D1] the service day never goes back');
        if (event.serviceDay !== serviceDay) for (const map of [lastNumber, quotaUse]) map.clear();
        serviceDay = event.serviceDay;
        return;
      case 'day.closed':
        for (const t of listOf(before.tickets)) assert.ok('counterId' in t, `[D2] ${t.id} has expired at close`);
        return;
      default:
        return;
    }
  }

  site.onEvent((before, event) => {
    saw(event, before);
    assertWhole(site.hall(), living);
  });
}

/** What holds in any hall at any moment: one holder each, one place for each visitor, nobody lost and nobody left over. */
function assertWhole(hall: Hall, living: ReadonlySet<string>): void {
  assert.deepEqual(
    new Set(listOf(hall.tickets).map(({ id }) => id)),
    living,
    'nobody is lost: living tickets are in the hall',
  );
  const visits = new Set<string>();
  const present = new Set<string>();
  for (const ticket of listOf(hall.tickets)) {
    visits.add(ticket.visitId);
    if (!('counterId' in ticket)) continue;
    assert.ok(!present.has(ticket.visitId), `[L2] visit ${ticket.visitId} is at one counter`);
    present.add(ticket.visitId);
    const counter = hall.counters[ticket.counterId];
    assert.ok(counter?.state === 'open' && counter.ticketId === ticket.id, `[H1] ${ticket.id} is held by its counter`);
  }
  for (const counter of Object.values(hall.counters)) {
    if (counter.state !== 'open' || counter.ticketId === null) continue;
    const ticket = lookUp(hall.tickets, counter.ticketId);
    assert.ok(ticket && 'counterId' in ticket && ticket.counterId === counter.id, `[H1] ${counter.id} holds a ticket`);
  }
  assert.deepEqual(
    new Set(listOf(hall.visits).map(({ id }) => id)),
    visits,
    '[L1] the hall has the visits of its tickets',
  );
}
