import type { Closure } from './calendar.ts';
import { eligibleAt } from './call-order.ts';
import type { PriorityClass, Queue, Service } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { Day, Hall, Language, Pause } from './hall.ts';
import { numberLabel } from './numbers.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';

/** What a visitor asks for besides the services; `priority` is the class chosen at the kiosk, null for none. */
export type Issue = {
  readonly priority: PriorityClass | null;
  readonly language: Language;
  /** Minutes promised per service, from the hall as the server sees it; a promise is stored, so it comes as an argument. */
  readonly estimates: readonly (readonly [number, number] | null)[];
};

export type IssueFacts = {
  readonly day: Day | null;
  readonly closure: Closure | null;
  readonly ticketing: Hall['ticketing'];
  readonly pauses: readonly Pause[];
  readonly wanted: readonly Wanted[];
  /** What the series of the first service's queue gives next, from its row inside this transaction (rule [N1]). */
  readonly nextNumber: number;
};

/** One service asked for: today's quota, how many had it today, and how many wait in front of this visitor. */
export type Wanted = {
  readonly service: Service;
  readonly queue: Queue;
  readonly quota: number | null;
  readonly issuedToday: number;
  readonly ahead: number;
};

export type IssueIds = { readonly visitId: string; readonly ticketIds: readonly string[] };

/** One visit with a leg for each service, all under one number (rules [N1]–[N4], [L1], [D3]–[D6], [D8], [P1], [Q1], [Q3]). */
export function decideIssue(
  facts: IssueFacts,
  command: Issue,
  ids: IssueIds,
  at: number,
): Result<readonly Extract<HallEvent, { type: 'ticket.issued' }>[]> {
  const shut = whyNoNumbers(facts);
  if (shut) return shut;
  const first = facts.wanted[0];
  if (!first) return refuse('service.unknown');
  const taken = new Map<string, number>();
  for (const { service, quota, issuedToday } of facts.wanted) {
    if (facts.pauses.some(({ agencyId }) => agencyId === service.agencyId))
      return refuse('service.closed', { serviceId: service.id, why: 'paused' });
    const before = taken.get(service.id) ?? issuedToday;
    if (quota !== null && before >= quota) return refuse('service.quota', { serviceId: service.id, quota });
    taken.set(service.id, before + 1);
  }
  const number = numberLabel(first.queue, facts.nextNumber);
  const headStart = command.priority?.headStartMinutes ?? 0;
  return ok(
    facts.wanted.map(({ service, queue, ahead }, leg) => ({
      type: 'ticket.issued' as const,
      ticketId: required(ids.ticketIds[leg]),
      visitId: ids.visitId,
      number,
      queueId: queue.id,
      serviceId: service.id,
      priority: command.priority !== null,
      language: command.language,
      ...(headStart > 0 ? { eligibleAt: eligibleAt(at, headStart) } : {}),
      ahead,
      estimate: command.estimates[leg] ?? null,
    })),
  );
}

/** Why nobody may take a number at all; null when the kiosk is open. A day opened by hand ignores the calendar (rule [D3]). */
export function whyNoNumbers({
  day,
  closure,
  ticketing,
  pauses,
}: Pick<IssueFacts, 'day' | 'closure' | 'ticketing' | 'pauses'>): {
  readonly ok: false;
  readonly error: Refusal;
} | null {
  if (day?.state !== 'open') return refuse('day.closed');
  if (day.by === 'calendar' && closure)
    return refuse('site.ticketing', {
      why: closure.why,
      name: closure.name,
      opensDate: closure.opens?.date ?? null,
      opensTime: closure.opens?.time ?? null,
    });
  if (ticketing === 'closed')
    return refuse('site.ticketing', { why: 'closedByHand', name: null, opensDate: null, opensTime: null });
  const mall = pauses.find(({ agencyId }) => agencyId === null);
  return mall ? refuse('pause.active', { reason: mall.reason, until: mall.until }) : null;
}

function required(id: string | undefined): string {
  if (id === undefined) throw new Error('one ticket id for each service is needed');
  return id;
}
