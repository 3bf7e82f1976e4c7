import { eligibleAt } from './call-order.ts';
import type { PriorityClass } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { Day, Language, Ticket, VoidReason } from './hall.ts';
import type { Wanted } from './issue.ts';
import type { Lease } from './leases.ts';
import { numberLabel } from './numbers.ts';
import { ok, type Result, refuse } from './result.ts';
import { wasNeverCalled } from './ticket-steps.ts';

/** A number on paper that a kiosk gave while the server was away. */
export type OfflineNumber = {
  readonly value: number;
  readonly visitId: string;
  readonly ticketIds: readonly string[];
  readonly priority: PriorityClass | null;
  readonly language: Language;
  readonly isTimeSure: boolean;
};

export type OfflineFacts = {
  /** The lease it names, when that is one of this kiosk and journal. */
  readonly lease: Lease | null;
  /** Whether somebody has this number already, or one of these ids. */
  readonly isUsed: boolean;
  readonly day: Day | null;
  /** From `offlineArrival`. */
  readonly arrivedAt: number;
  /** The services in the order of the tickets, with how many wait in front of that arrival. */
  readonly wanted: readonly Omit<Wanted, 'quota' | 'issuedToday'>[];
};

type Birth = Extract<HallEvent, { type: 'ticket.issued' | 'ticket.lapsed' }>;

/** When the visitor came, `issuedAt` as the kiosk reckoned it, as far as the lease and the server's clock allow it (rule [K5]). Epoch milliseconds. */
export function offlineArrival(
  issuedAt: number,
  lease: Pick<Lease, 'grantedAt'>,
  dayStartsAt: number,
  now: number,
): number {
  return Math.min(now, Math.max(issuedAt, lease.grantedAt, dayStartsAt));
}

/**
 * Places a number that is on paper. Neither hours nor quota refuse it (rule [K4]); `later` when its day has not opened here yet; a
 * day that is over gets it as expired (rule [K7]).
 */
export function decideOffline(
  { lease, isUsed, day, arrivedAt, wanted }: OfflineFacts,
  given: OfflineNumber,
): Result<'later' | readonly Birth[]> {
  if (!lease) return refuse('lease.unknown');
  const { value } = given;
  const queue = wanted[0]?.queue;
  if (queue?.id !== lease.queueId || value < lease.from || value > lease.to)
    return refuse('lease.outside', { from: lease.from, to: lease.to });
  if (isUsed) return refuse('lease.used');
  if (!day || day.serviceDay < lease.serviceDay) return ok('later');
  const isToday = day.state === 'open' && day.serviceDay === lease.serviceDay;
  return ok(
    wanted.map((wish, leg): Birth => {
      const common = {
        ticketId: given.ticketIds[leg] ?? missingId(),
        visitId: given.visitId,
        number: numberLabel(queue, value),
        queueId: wish.queue.id,
        serviceId: wish.service.id,
        priority: given.priority !== null,
        language: given.language,
        arrivedAt,
        eligibleAt: eligibleAt(arrivedAt, given.priority?.headStartMinutes ?? 0),
        leaseId: lease.id,
        isTimeSure: given.isTimeSure,
      };
      // A slip of a kiosk alone promises no minutes.
      return isToday
        ? { type: 'ticket.issued', ...common, ahead: wish.ahead, estimate: null }
        : { type: 'ticket.lapsed', ...common, serviceDay: lease.serviceDay };
    }),
  );
}

/** What became of a request that its kiosk gave up: `late` when somebody at a counter has already called for it. */
export type AbandonedFate = 'voided' | 'absent' | 'late';

/** Voids the tickets of a visit that reached nobody: those that were never called (rules [K6], [S12]). */
export function decideTakeBack(
  tickets: readonly Ticket[],
  reason: VoidReason,
): { readonly fate: AbandonedFate; readonly events: readonly HallEvent[] } {
  const events = tickets
    .filter(wasNeverCalled)
    .map(({ id }): HallEvent => ({ type: 'ticket.voided', ticketId: id, reason }));
  const isGone = ({ state }: Ticket) => state === 'voided' || state === 'expired' || state === 'cancelled';
  const wasSeen = tickets.some((ticket) => !wasNeverCalled(ticket) && !isGone(ticket));
  return { fate: tickets.length === 0 ? 'absent' : wasSeen ? 'late' : 'voided', events };
}

function missingId(): never {
  throw new Error('one ticket id for each service is needed');
}
