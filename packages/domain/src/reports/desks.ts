import type { HallEvent, Recorded } from '../events.ts';
import type { PauseReason } from '../hall.ts';

/** How long a counter was open and paused, in milliseconds; a pause is no part of the open time (rule [R5]). */
export type DeskHours = { readonly openMs: number; readonly pausedMs: Readonly<Partial<Record<PauseReason, number>>> };

type Standing = { readonly since: number; readonly reason: PauseReason | null };

/** A counter while its day is read; `standing` is null while it is closed. */
export type Desk = { readonly hours: DeskHours; readonly standing: Standing | null };

export const closedDesk: Desk = { hours: { openMs: 0, pausedMs: {} }, standing: null };

export function evolveDesk(desk: Desk, event: Recorded<Extract<HallEvent, { type: `counter.${string}` }>>): Desk {
  switch (event.type) {
    case 'counter.opened':
    case 'counter.resumed':
      return { hours: hoursUntil(desk, event.at), standing: { since: event.at, reason: null } };
    case 'counter.paused':
      return { hours: hoursUntil(desk, event.at), standing: { since: event.at, reason: event.reason } };
    case 'counter.closed':
      return { hours: hoursUntil(desk, event.at), standing: null };
    case 'counter.trackChanged':
    case 'counter.assigned':
      return desk;
  }
}

/** Its hours if nothing more happened until `at`. */
export function hoursUntil({ hours, standing }: Desk, at: number): DeskHours {
  if (!standing) return hours;
  const ms = Math.max(0, at - standing.since);
  if (standing.reason === null) return { ...hours, openMs: hours.openMs + ms };
  const { [standing.reason]: before = 0 } = hours.pausedMs;
  return { ...hours, pausedMs: { ...hours.pausedMs, [standing.reason]: before + ms } };
}
