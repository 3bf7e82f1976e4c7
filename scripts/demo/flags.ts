import { parseArgs } from 'node:util';
import { type PlayedDay, playedDays } from './day-profile.ts';

export type Flags = {
  readonly server: string;
  readonly speed: number;
  readonly visits: number;
  readonly seed: number;
  readonly day: PlayedDay;
  /** Ends after so many minutes by the clock on the wall, even when the played day is not over; null for never. */
  readonly minutes: number | null;
};

export const usage = `npm run demo -- [--server URL] [--speed N] [--visits N] [--seed N] [--day ${playedDays.join('|')}] [--minutes N]`;

/** What was typed → what it means, or a sentence that names what is wrong. */
export function readFlags(typed: readonly string[]): Flags | string {
  try {
    const { values } = parseArgs({
      args: [...typed],
      options: {
        server: { type: 'string', default: 'http://localhost:8080' },
        speed: { type: 'string', default: '60' },
        visits: { type: 'string', default: '500' },
        seed: { type: 'string', default: '1' },
        day: { type: 'string', default: 'mon' },
        minutes: { type: 'string' },
      },
    });
    const day = playedDays.find((known) => known === values.day);
    if (!day) return `--day must be one of ${playedDays.join(', ')}, not "${values.day}".`;
    if (!/^https?:\/\//.test(values.server) || !URL.canParse(values.server))
      return `--server must be an address such as http://localhost:8080, not "${values.server}".`;
    return {
      server: values.server.replace(/\/+$/, ''),
      speed: within('speed', values.speed, 1, 3600),
      visits: Math.round(within('visits', values.visits, 1, 5000)),
      seed: Math.round(within('seed', values.seed, 0, 2 ** 32 - 1)),
      day,
      minutes: values.minutes === undefined ? null : within('minutes', values.minutes, 0.1, 1440),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function within(name: string, typed: string, from: number, to: number): number {
  const value = Number(typed);
  if (typed.trim() === '' || !(value >= from && value <= to))
    throw new Error(`--${name} must be a number from ${from} to ${to}, not "${typed}".`);
  return value;
}
