import {
  closureAt,
  type Day,
  decideIssue,
  eligibleAt,
  evolveTicket,
  type LeaseRules,
  ok,
  onlineNumberAfter,
  type PriorityClass,
  type Queue,
  quotaOf,
  type Result,
  refuse,
  type Service,
  siteTime,
} from '@antrean/domain';
import { freeAhead, runningPauses, today } from './hall-rows.ts';
import { hashOf, newId, newStatusToken } from './ids.ts';
import { record } from './record.ts';
import { number as numberIn } from './rows.ts';
import { one, type Script, sql, write } from './sql.ts';
import type { Order, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';
import { insertVisit } from './visit-rows.ts';

type IssueOrder = Extract<Order, { readonly kind: 'issue' }>;
type Wish = { readonly service: Service; readonly queue: Queue };

/** A visit with its number and a ticket for each service. */
export function* issue(turn: Turn, order: IssueOrder): Script<Result<Outcomes['issue'], StoreRefusal>> {
  const { catalogue, at } = turn;
  const wishes = wishesOf(turn, order.serviceIds);
  if (!wishes.ok) return wishes;
  const priority = priorityOf(turn, order.priorityClass);
  if (!priority.ok) return priority;
  const { day, ticketing, quotas } = yield* today();
  const eligible = eligibleAt(at, priority.value?.headStartMinutes ?? 0);
  const estimates = order.promise(
    wishes.value.map(({ service }) => service),
    eligible,
  );
  const wanted = [];
  for (const wish of wishes.value)
    wanted.push({
      ...wish,
      quota: quotaOf(wish.service, quotas),
      issuedToday: yield* issuedOn(day, wish.service.id),
      ahead: yield* freeAhead(wish.queue.id, eligible),
    });
  const nextNumber = yield* takeNumber(day, wishes.value[0]?.queue, catalogue.rules.leases);
  const ids = { visitId: newId(at), ticketIds: wanted.map(() => newId(at)) };
  const decided = decideIssue(
    {
      day,
      closure: closureAt(catalogue.calendar, siteTime(at, catalogue.site.timeZone)),
      ticketing,
      pauses: yield* runningPauses(),
      wanted,
      nextNumber,
    },
    { priority: priority.value, language: order.language, estimates },
    ids,
    at,
  );
  if (!decided.ok) return decided;
  const first = decided.value[0];
  if (!first || !day) throw new Error('a visit was decided without a ticket or a day');
  const statusToken = newStatusToken();
  yield* insertVisit(
    { ...first, arrivedAt: at, eligibleAt: eligible },
    {
      serviceDay: day.serviceDay,
      value: nextNumber,
      priorityClass: priority.value?.id ?? null,
      statusTokenHash: hashOf(statusToken),
      deviceId: turn.actor.deviceId,
      leaseId: null,
    },
  );
  const { visitId: id, number, language } = first;
  const priorityClass = priority.value?.id ?? null;
  const visit = { id, number, arrivedAt: at, eligibleAt: eligible, priority: priorityClass !== null, language };
  // What the events make of nothing is what they made of the rows.
  const issued = yield* record(turn, decided.value);
  return ok({
    visit: { ...visit, priorityClass },
    serviceDay: day.serviceDay,
    tickets: issued.flatMap((event) =>
      event.type === 'ticket.issued'
        ? { ...evolveTicket(undefined, event), ahead: event.ahead, estimate: event.estimate }
        : [],
    ),
    statusToken,
  });
}

/** The services of a command with their queues, in the order asked for. */
export function wishesOf({ catalogue }: Turn, serviceIds: readonly string[]): Result<readonly Wish[], StoreRefusal> {
  const wishes: Wish[] = [];
  for (const serviceId of serviceIds) {
    const service = catalogue.services.find(({ id }) => id === serviceId);
    const queue = catalogue.queues.find(({ id }) => id === service?.queueId);
    if (!service || !queue) return refuse('service.unknown', { serviceId });
    wishes.push({ service, queue });
  }
  return ok(wishes);
}

/** A class by its id, null for none. */
export function priorityOf({ catalogue }: Turn, id: string | null): Result<PriorityClass | null, StoreRefusal> {
  if (id === null) return ok(null);
  const found = catalogue.priorityClasses.find((priority) => priority.id === id);
  return found ? ok(found) : refuse('priority.unknown', { priorityClass: id });
}

function* issuedOn(day: Day | null, serviceId: string): Script<number> {
  const row = yield* one(sql`
    SELECT tickets FROM issued WHERE service_day = ${day?.serviceDay ?? ''} AND service_id = ${serviceId}`);
  return row ? numberIn(row, 'tickets') : 0;
}

// A refusal rolls the whole turn back, and with it the number.
function* takeNumber(day: Day | null, queue: Queue | undefined, leases: LeaseRules): Script<number> {
  if (day?.state !== 'open' || !queue) return 0;
  const row = yield* one(sql`
    SELECT last_value FROM series WHERE queue_id = ${queue.id} AND service_day = ${day.serviceDay}`);
  const next = onlineNumberAfter(row ? numberIn(row, 'last_value') : 0, leases);
  yield* write(sql`
    INSERT INTO series (queue_id, service_day, last_value) VALUES (${queue.id}, ${day.serviceDay}, ${next})
    ON CONFLICT (queue_id, service_day) DO UPDATE SET last_value = excluded.last_value`);
  return next;
}
