import { type Catalogue, type Counter, isAtCounter, type Ticket, unreachable } from '@antrean/domain';
import type { CounterAnswer, IssueAnswer, TicketAnswer } from '@antrean/protocol';
import type { Order, OrderKind, Outcomes, TicketWithVisit } from '@antrean/store';
import type { MadeSecrets } from './made-secrets.ts';

/** Turns what the store gives back into what the wire promises; named fields only, so nothing else can leak. */
export function answerFor(
  order: Order,
  outcome: Outcomes[OrderKind],
  catalogue: Catalogue,
  publicUrl: string,
  made: MadeSecrets,
): unknown {
  const given = { kind: order.kind, outcome } as { [K in OrderKind]: { kind: K; outcome: Outcomes[K] } }[OrderKind];
  switch (given.kind) {
    case 'issue':
      return issueAnswer(given.outcome, catalogue, publicUrl);
    case 'call-next': {
      const { called } = given.outcome;
      return called ? callAnswer(called, catalogue) : { ticket: null, reason: null };
    }
    case 'call':
      return callAnswer(given.outcome.called, catalogue);
    case 'step':
    case 'undo':
      return { ticket: ticketAnswer(given.outcome, catalogue) };
    case 'counter':
      return { counter: counterAnswer(given.outcome.counter) };
    case 'start-pause':
      return { pauseId: given.outcome.pauseId };
    case 'open-day':
    case 'close-day':
      return { serviceDay: given.outcome.serviceDay };
    case 'post-notice':
      return { noticeId: given.outcome.noticeId };
    case 'reprint':
      return { kioskId: given.outcome.kioskId };
    case 'note':
    case 'set-quota':
    case 'close-ticketing':
    case 'open-ticketing':
    case 'withdraw-notice':
    case 'set-loudness':
    case 'end-pause':
    case 'tick':
    case 'print-outcome':
    case 'tally':
    case 'speak':
    case 'change-officer':
    case 'sign-out-officer':
    case 'deactivate-officer':
    case 'reactivate-officer':
    case 'rename-device':
    case 'revoke-device':
      return {};
    case 'lease':
    case 'sync':
      return given.outcome;
    case 'add-officer':
      return { officerId: given.outcome.officerId, pin: made.pin, password: made.password };
    case 'reset-secret':
      return { pin: made.pin, password: made.password };
    case 'add-device':
      return { ...given.outcome, code: made.code };
    case 'renew-code':
      return { validUntil: given.outcome.validUntil, code: made.code };
    default:
      return unreachable(given);
  }
}

function issueAnswer(outcome: Outcomes['issue'], catalogue: Catalogue, publicUrl: string): IssueAnswer {
  const { visit, serviceDay, tickets, statusToken } = outcome;
  return {
    visit: {
      id: visit.id,
      number: visit.number,
      arrivedAt: visit.arrivedAt,
      priorityClass: visit.priorityClass,
      language: visit.language,
    },
    tickets: tickets.map((ticket) => ({
      ...ticketAnswer({ ticket, visit, serviceDay }, catalogue),
      ahead: ticket.ahead,
      estimate: ticket.estimate,
    })),
    statusUrl: `${publicUrl.replace(/\/$/, '')}/t/${statusToken}`,
  };
}

function callAnswer({ reason, ...called }: Outcomes['call']['called'], catalogue: Catalogue) {
  return { ticket: ticketAnswer(called, catalogue), reason };
}

export function ticketAnswer({ ticket, visit, serviceDay }: TicketWithVisit, catalogue: Catalogue): TicketAnswer {
  return {
    id: ticket.id,
    visitId: ticket.visitId,
    number: visit.number,
    serviceDay,
    queueId: ticket.queueId,
    serviceId: ticket.serviceId,
    track: trackOf(ticket, catalogue),
    priority: visit.priority,
    state: ticket.state,
    issuedAt: ticket.issuedAt,
    eligibleAt: ticket.place.eligibleAt,
    counterId: isAtCounter(ticket) ? ticket.counterId : null,
    calls: isAtCounter(ticket) ? ticket.calls : 0,
  };
}

export function counterAnswer(counter: Counter): CounterAnswer {
  return {
    id: counter.id,
    track: counter.track,
    agencyIds: counter.agencyIds && [...counter.agencyIds],
    state: counter.state,
    since: counter.since,
    ticketId: counter.state === 'open' ? counter.ticketId : null,
    served: counter.served,
  };
}

function trackOf(ticket: Ticket, catalogue: Catalogue) {
  const queue = catalogue.queues.find(({ id }) => id === ticket.queueId);
  if (!queue) throw new Error(`ticket ${ticket.id} stands in a queue that the catalogue does not have`);
  return queue.track;
}
