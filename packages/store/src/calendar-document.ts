import type { Calendar, DayHours, Weekday } from '@antrean/domain';
import { BadDocument, type Fields } from './document-fields.ts';

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks the hours of a week and the days that differ from it. Throws `BadDocument` with the place. */
export function parseCalendar(fields: Fields): Calendar {
  return {
    week: parseWeek(fields.object('week')),
    days: fields.entries('days', (day) => {
      dateOf(day.path.slice(day.path.lastIndexOf('.') + 1), day.path);
      return {
        kind: day.word('kind', ['holiday', 'leave', 'special']),
        name: day.text('name'),
        hours: day.orNull('hours', (name) => hoursFrom(day.object(name))),
      };
    }),
  };
}

/** Every weekday with its hours, null for a closed one. */
export function parseWeek(week: Fields): Calendar['week'] {
  const hours = (day: Weekday) => week.orNull(day, () => hoursFrom(week.object(day)));
  const [mon, tue, wed, thu, fri, sat, sun] = weekdays.map(hours);
  return {
    mon: mon ?? null,
    tue: tue ?? null,
    wed: wed ?? null,
    thu: thu ?? null,
    fri: fri ?? null,
    sat: sat ?? null,
    sun: sun ?? null,
  };
}

/** A date as it must be written. */
export function dateOf(date: string, path: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new BadDocument(path, 'must be a date, YYYY-MM-DD');
  return date;
}

function hoursFrom(day: Fields): DayHours {
  const hours: DayHours = {
    ticketsFrom: timeOf(day, 'ticketsFrom'),
    opens: timeOf(day, 'opens'),
    lastTicket: timeOf(day, 'lastTicket'),
    closes: timeOf(day, 'closes'),
    breaks: day.list('breaks', (pause) => ({
      from: timeOf(pause, 'from'),
      to: timeOf(pause, 'to'),
      reason: pause.text('reason'),
    })),
  };
  const { ticketsFrom, opens, lastTicket, closes } = hours;
  if (ticketsFrom > lastTicket || opens > closes || lastTicket > closes)
    throw new BadDocument(day.path, 'must open before it closes');
  return hours;
}

function timeOf(day: Fields, name: string): string {
  const time = day.text(name);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new BadDocument(`${day.path}.${name}`, 'must be a time, HH:MM');
  return time;
}
