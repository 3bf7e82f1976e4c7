import type { LeaseRules } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { Day } from './hall.ts';
import { ok, type Result, refuse } from './result.ts';

/** Numbers `from` to `to` of one queue and service day, which one kiosk's journal gives and nobody else (rule [K2]). */
export type Lease = {
  readonly id: string;
  readonly queueId: string;
  readonly serviceDay: string;
  readonly from: number;
  readonly to: number;
  readonly grantedAt: number;
};

/** What the series gives online after `last`, 0 for none yet: it jumps over the numbers that only leases give (rule [K1]). */
export function onlineNumberAfter(last: number, { from, to }: LeaseRules): number {
  const next = last + 1;
  return from <= next && next <= to ? to + 1 : next;
}

export type LeaseFacts = {
  readonly day: Day | null;
  /** The date in the mall, which may come before the day opens. */
  readonly today: string;
  /** The highest number of the queue's and day's lease range that was ever granted or given; null when none was. */
  readonly taken: number | null;
  /** Enrolled kiosks that may ask for their part of the range. */
  readonly kiosks: number;
  readonly rules: LeaseRules;
};

type LeaseWish = {
  readonly leaseId: string;
  readonly queueId: string;
  readonly serviceDay: string;
  readonly size: number;
};

/** The next numbers of the range, never ones that were granted before; a day that is over has none (rules [K2], [K3]). */
export function decideLease(
  { day, today, taken, kiosks, rules }: LeaseFacts,
  { leaseId, queueId, serviceDay, size }: LeaseWish,
): Result<Extract<HallEvent, { type: 'lease.granted' }>> {
  const isOpen = day?.state === 'open' && day.serviceDay === serviceDay;
  // A clock behind the service day must not bring back a day that is over (rule [D1]).
  const earliest = day && day.serviceDay > today ? day.serviceDay : today;
  if (!isOpen && serviceDay < earliest) return refuse('day.closed', { serviceDay });
  const from = Math.max(rules.from, (taken ?? 0) + 1);
  if (from > rules.to) return refuse('lease.exhausted', { queueId, serviceDay });
  const share = Math.floor((rules.to - rules.from + 1) / (2 * kiosks));
  const granted = Math.max(1, Math.min(size, rules.size, share));
  const to = Math.min(from + granted - 1, rules.to);
  return ok({ type: 'lease.granted', leaseId, queueId, serviceDay, from, to });
}
