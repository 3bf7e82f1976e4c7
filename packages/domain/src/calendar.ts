import type { Calendar, DayHours } from './catalogue.ts';
import { type Day, hasEnded, type Ticket } from './hall.ts';
import { dateAfter, type SiteTime, weekdayOf } from './site-time.ts';

/** Why no numbers are given now. `opens` is the next moment at which the kiosk opens, null when none is known. */
export type Closure = {
  readonly why: 'holiday' | 'leave' | 'closedDay' | 'notYet' | 'cutOff' | 'break';
  readonly name: string | null;
  readonly opens: { readonly date: string; readonly time: string } | null;
};

/** The hours of a date: a special day wins over its week (rule [D4]). Null when closed all day. */
export function hoursOn(calendar: Calendar, date: string): DayHours | null {
  const special = calendar.days[date];
  return special ? special.hours : calendar.week[weekdayOf(date)];
}

/** Whether the calendar lets visitors take numbers at this moment (rules [D4]–[D6]); null means yes. */
export function closureAt(calendar: Calendar, now: SiteTime): Closure | null {
  const hours = hoursOn(calendar, now.date);
  if (!hours) {
    const special = calendar.days[now.date];
    const why = special && special.kind !== 'special' ? special.kind : 'closedDay';
    return { why, name: special?.name ?? null, opens: nextOpening(calendar, now.date) };
  }
  if (now.time < hours.ticketsFrom)
    return { why: 'notYet', name: null, opens: { date: now.date, time: hours.ticketsFrom } };
  if (now.time >= hours.lastTicket) return { why: 'cutOff', name: null, opens: nextOpening(calendar, now.date) };
  const pause = breakAt(calendar, now);
  if (!pause) return null;
  const later = pause.to < hours.lastTicket ? { date: now.date, time: pause.to } : nextOpening(calendar, now.date);
  return { why: 'break', name: pause.reason, opens: later };
}

/** Whether the day is open at an hour for which the calendar gives no numbers, because a person opened it (rule [D3]). */
export function isOutsideHours(calendar: Calendar, day: Day | null, now: SiteTime): boolean {
  return day?.state === 'open' && day.by === 'hand' && closureAt(calendar, now) !== null;
}

/** The break of this moment, Friday prayer for instance (rule [D6]); null when there is none. */
export function breakAt(calendar: Calendar, now: SiteTime): DayHours['breaks'][number] | null {
  const breaks = hoursOn(calendar, now.date)?.breaks ?? [];
  return breaks.find(({ from, to }) => from <= now.time && now.time < to) ?? null;
}

/** Whether the calendar wants the service day of this date to be open by now: an open date whose kiosk hour has come (rule [D7]). */
export function wantsOpen(calendar: Calendar, now: SiteTime): boolean {
  const hours = hoursOn(calendar, now.date);
  return hours !== null && now.time >= hours.ticketsFrom && now.time < hours.closes;
}

/**
 * Whether the open service day has run out: its date is over, or its hours are and nobody is left, for whoever holds a number at
 * closing time is still served (rule [D7]). A day opened by hand ends with its date or by hand.
 */
export function wantsClosed(calendar: Calendar, day: Day, tickets: readonly Ticket[], now: SiteTime): boolean {
  if (day.state !== 'open') return false;
  if (now.date > day.serviceDay) return true;
  const someoneIsHere = tickets.some((ticket) => !hasEnded(ticket) && ticket.state !== 'no_show');
  if (day.by === 'hand' || now.date < day.serviceDay || someoneIsHere) return false;
  const hours = hoursOn(calendar, now.date);
  return hours === null || now.time >= hours.closes;
}

// Sixty days reach over the longest closure known, Idulfitri with its collective leave.
const horizonDays = 60;

function nextOpening(calendar: Calendar, after: string): Closure['opens'] {
  for (let days = 1; days <= horizonDays; days += 1) {
    const date = dateAfter(after, days);
    const hours = hoursOn(calendar, date);
    if (hours) return { date, time: hours.ticketsFrom };
  }
  return null;
}
