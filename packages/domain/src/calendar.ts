import type { Calendar, DayHours } from './catalogue.ts';
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
  const pause = hours.breaks.find(({ from, to }) => from <= now.time && now.time < to);
  return pause ? { why: 'break', name: pause.reason, opens: { date: now.date, time: pause.to } } : null;
}

/** Whether the calendar wants the service day of this date to be open by now: an open date whose kiosk hour has come. */
export function wantsOpen(calendar: Calendar, now: SiteTime): boolean {
  const hours = hoursOn(calendar, now.date);
  return hours !== null && now.time >= hours.ticketsFrom && now.time < hours.closes;
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
