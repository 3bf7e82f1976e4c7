import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DayHours } from '@antrean/domain';
import type { Random } from './random.ts';

/** `db/demo/arrivals.json`: who comes when and for what. */
export type DayProfile = {
  readonly hourlySharePercent: Readonly<Record<ProfileName, readonly (readonly [string, number])[]>>;
  readonly serviceSharePercent: Readonly<Record<string, number>>;
  readonly journeysPercentOfVisits: Readonly<Record<string, number>>;
  readonly serviceTime: { readonly capMinutes: number };
  readonly behaviour: {
    readonly noShowKiosk: number;
    readonly lateReturnAfterMissedCall: number;
    readonly incompleteDocuments: number;
    readonly transferToAnotherCounter: number;
    readonly multiAgencyVisit: number;
    readonly priorityVisitors: number;
    readonly callToSeatSecondsMedian: number;
    readonly officerGapBetweenVisitorsSecondsMedian: number;
  };
};

type ProfileName = 'monThu' | 'fridayTwoSession' | 'saturdayHalfDay';
export type PlayedDay = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';
export const playedDays: readonly PlayedDay[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const dayNames: Readonly<Record<PlayedDay, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
};

export function readProfile(): DayProfile {
  const file = path.join(import.meta.dirname, '..', '..', 'db', 'demo', 'arrivals.json');
  const { serviceSharePercent, journeysPercentOfVisits, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    ...rest,
    serviceSharePercent: figuresOf(serviceSharePercent),
    journeysPercentOfVisits: figuresOf(journeysPercentOfVisits),
  };
}

// Beside the figures the file says in words where they come from.
function figuresOf(table: Readonly<Record<string, number | string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(table).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

// Of those who come before the counters open, this share stands at the door when the ticket machine is switched on.
const waitAtDoor = 0.4;
const doorMinutes = 5;

/** When each of `visits` people takes a number, in minutes of the day, in order; inside a bin they come at random. */
export function arrivalTimes(
  profile: DayProfile,
  day: PlayedDay,
  hours: DayHours,
  visits: number,
  random: Random,
): readonly number[] {
  const from = minuteOf(hours.ticketsFrom);
  const until = minuteOf(hours.lastTicket);
  const bins = binsOf(profile.hourlySharePercent[profileOf(day)], from, until);
  if (bins.length === 0) throw new Error(`no visitors are known for the hours of ${day}`);
  const times = Array.from({ length: visits }, () => {
    const [start, end] = random.pick(bins);
    const isAtDoor = start === from && random.happens(waitAtDoor);
    return random.between(start, isAtDoor ? Math.min(end, start + doorMinutes) : end);
  });
  return times.sort((a, b) => a - b);
}

// A mall that closes earlier than the profile gets the same people in fewer bins.
function binsOf(
  shares: readonly (readonly [string, number])[],
  from: number,
  until: number,
): readonly (readonly [readonly [number, number], number])[] {
  return shares.flatMap(([time, share], index) => {
    const start = minuteOf(time);
    const next = shares[index + 1];
    const end = Math.min(start + 60, next ? minuteOf(next[0]) : Number.POSITIVE_INFINITY);
    const [cutStart, cutEnd] = [Math.max(start, from), Math.min(end, until)];
    return cutStart < cutEnd ? [[[cutStart, cutEnd], (share * (cutEnd - cutStart)) / (end - start)] as const] : [];
  });
}

function profileOf(day: PlayedDay): ProfileName {
  if (day === 'fri') return 'fridayTwoSession';
  return day === 'sat' ? 'saturdayHalfDay' : 'monThu';
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of minutes since midnight. */
export function timeOf(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
