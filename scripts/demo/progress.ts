import { type Hall, isAtCounter, listOf } from '@antrean/domain';
import { timeOf } from './day-profile.ts';
import type { Figures } from './figures.ts';

/** One line of how the day stands: its clock, what the hall shows, what was counted. */
export function progressLine(minute: number, hall: Hall | null, figures: Figures): string {
  const { issued, served, missed } = figures.totals();
  const tickets = hall ? listOf(hall.tickets) : [];
  const waiting = tickets.filter(({ state }) => state === 'waiting').length;
  const atCounters = tickets.filter(isAtCounter).length;
  return (
    `${timeOf(minute)}  issued ${issued}  waiting ${waiting}  at counters ${atCounters}  ` +
    `served ${served}  missed ${missed}`
  );
}
