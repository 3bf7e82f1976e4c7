import type { HallEvent, Recorded } from './events.ts';
import type { CloseReason } from './hall.ts';

/** How a supervisor closed a counter: what the officer who stood at it needs to hear. */
export type Closing = {
  readonly seq: number;
  readonly at: number;
  readonly byOfficerId: string;
  readonly reason: CloseReason;
  /** The counter that its visitors were handed to, null when none was needed. */
  readonly toCounterId: string | null;
  /** Whoever was at the counter and waits again, null when nobody was. */
  readonly ticketId: string | null;
};

/** The events that `closingOf` looks at: a store reads no others. */
export const closingEvents = [
  'counter.opened',
  'counter.closed',
  'ticket.released',
] as const satisfies readonly HallEvent['type'][];

/** An event of the log with the id of the person who did it; null when a device or the system did. */
export type DeedById = Recorded & { readonly byOfficerId: string | null };

/**
 * How somebody else closed this counter while this officer stood at it, from the day's events, oldest first (rule [C11]); null when
 * the counter is in use again, or the officer closed it.
 */
export function closingOf(deeds: readonly DeedById[], counterId: string, officerId: string): Closing | null {
  let isOwn = false;
  let ticketId: string | null = null;
  let closing: Closing | null = null;
  for (const deed of deeds) {
    if (!('counterId' in deed) || deed.counterId !== counterId) continue;
    if (deed.type === 'counter.opened') {
      isOwn = deed.officerId === officerId;
      ticketId = null;
      closing = null;
    } else if (deed.type === 'ticket.released') ticketId = deed.ticketId;
    else if (deed.type === 'counter.closed') {
      const { seq, at, byOfficerId, reason, toCounterId = null } = deed;
      const isToTell = isOwn && reason !== undefined && byOfficerId !== null && byOfficerId !== officerId;
      closing = isToTell ? { seq, at, byOfficerId, reason, toCounterId, ticketId } : null;
    }
  }
  return closing;
}
