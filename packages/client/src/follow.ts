// How a station follows the hall's log (DESIGN §6): what each message does to its copy, and what must be done next.
// Pure: the clock's reading, the chance for jitter and every message are arguments, so that each path can be played by hand.
import type { Recorded } from '@antrean/domain';
import { type Beat, type Join, type Joined, type JoinRefused, silenceMs } from '@antrean/protocol';
import { follow, type Log, restart } from './apply-events.ts';
import { isOver } from './clock.ts';
import type { Link } from './live-hall.ts';

type Connection =
  | { readonly state: 'down'; readonly connectAt: number }
  | { readonly state: 'connecting'; readonly since: number }
  | { readonly state: 'up'; readonly joinSentAt: number | null };

export type Copy = Log & {
  readonly link: Link;
  readonly heardAt: number;
  /** How far the server's clock is ahead of this one, milliseconds. */
  readonly serverAhead: number;
  readonly connection: Connection;
  /** Joins without an answer on this connection. */
  readonly unanswered: number;
  /** Connections that broke since the last answered join; the wait before the next one grows with it. */
  readonly failures: number;
};

export type Message =
  | { readonly kind: 'connected' | 'disconnected' | 'time' }
  | { readonly kind: 'event'; readonly event: Recorded }
  | { readonly kind: 'beat'; readonly beat: Beat }
  | { readonly kind: 'joined'; readonly answer: Joined | JoinRefused };

/** `connect` opens a new connection and leaves the old one, `join` sends on the open one. */
export type Effect = { readonly kind: 'connect' | 'disconnect' } | { readonly kind: 'join'; readonly join: Join };

export type Step = { readonly copy: Copy; readonly effects: readonly Effect[] };

export const joinAnswerMs = 1_500;
const connectMs = 4_000;
const reconnectMs = { first: 200, longest: 1_000 };
const allowedUnanswered = 2;

export function startCopy(now: number): Copy {
  return {
    hall: null,
    epoch: null,
    missing: 'everything',
    early: [],
    link: { state: 'joining' },
    heardAt: now,
    serverAhead: 0,
    connection: { state: 'down', connectAt: now },
    unanswered: 0,
    failures: 0,
  };
}

/** One message, or the passing of time, applied to the copy. `chance` is a number from 0 to 1. */
export function receive(copy: Copy, message: Message, now: number, chance: number): Step {
  const effects: Effect[] = [];
  let next = taken(copy, message, now, chance);
  if (next.connection.state === 'down' && copy.connection.state !== 'down') effects.push({ kind: 'disconnect' });
  if (next.connection.state === 'down' && (next.connection.connectAt <= now || isTurnedBack(next.connection, now))) {
    next = { ...next, connection: { state: 'connecting', since: now } };
    effects.push({ kind: 'connect' });
  }
  if (next.connection.state === 'up' && next.connection.joinSentAt === null && next.missing !== 'nothing') {
    effects.push({ kind: 'join', join: joinFor(next) });
    next = { ...next, connection: { state: 'up', joinSentAt: now } };
  }
  return { copy: { ...next, link: linkOf(next, now) }, effects };
}

/** When time alone will change something, epoch milliseconds. */
export function wakeAt({ connection, heardAt, link }: Copy): number {
  const silent = link.state === 'lost' ? Number.POSITIVE_INFINITY : heardAt + silenceMs;
  switch (connection.state) {
    case 'down':
      return Math.min(connection.connectAt, silent);
    case 'connecting':
      return Math.min(connection.since + connectMs, silent);
    case 'up':
      return Math.min(connection.joinSentAt === null ? silent : connection.joinSentAt + joinAnswerMs, silent);
  }
}

function taken(copy: Copy, message: Message, now: number, chance: number): Copy {
  switch (message.kind) {
    case 'connected':
      // Whatever came over the old connection, only a join tells that this server still has the same log.
      return {
        ...copy,
        connection: { state: 'up', joinSentAt: null },
        unanswered: 0,
        missing: copy.hall ? 'tail' : 'everything',
        early: [],
      };
    case 'disconnected':
      return copy.connection.state === 'down' ? copy : broken(copy, now, chance);
    case 'event':
      return { ...copy, ...follow(copy, [message.event]), heardAt: now };
    case 'beat':
      return beaten(copy, message.beat, now);
    case 'joined':
      return joined(copy, message.answer, now, chance);
    case 'time':
      return timePassed(copy, now, chance);
  }
}

function beaten(copy: Copy, beat: Beat, now: number): Copy {
  const heard = { ...copy, heardAt: now, serverAhead: beat.now - now };
  if (copy.epoch === null || copy.missing !== 'nothing') return heard;
  if (beat.epoch !== copy.epoch) return { ...heard, missing: 'everything' };
  return beat.head === copy.hall?.seq ? heard : { ...heard, missing: 'tail' };
}

function joined(copy: Copy, answer: Joined | JoinRefused, now: number, chance: number): Copy {
  if (copy.connection.state !== 'up') return copy;
  if ('code' in answer)
    return unanswered(
      { ...copy, missing: answer.code === 'request.invalid' ? 'everything' : copy.missing },
      now,
      chance,
    );
  return {
    ...copy,
    ...restart(copy, answer),
    heardAt: now,
    serverAhead: answer.now - now,
    connection: { state: 'up', joinSentAt: null },
    unanswered: 0,
    failures: 0,
  };
}

function timePassed(copy: Copy, now: number, chance: number): Copy {
  const { connection } = copy;
  switch (connection.state) {
    case 'down':
      return copy;
    case 'connecting':
      return isOver(connection.since, connectMs, now) ? broken(copy, now, chance) : copy;
    case 'up':
      if (connection.joinSentAt !== null)
        return isOver(connection.joinSentAt, joinAnswerMs, now) ? unanswered(copy, now, chance) : copy;
      return isOver(copy.heardAt, silenceMs, now) && copy.missing === 'nothing' ? { ...copy, missing: 'tail' } : copy;
  }
}

function unanswered(copy: Copy, now: number, chance: number): Copy {
  if (copy.unanswered + 1 >= allowedUnanswered) return broken(copy, now, chance);
  return { ...copy, connection: { state: 'up', joinSentAt: null }, unanswered: copy.unanswered + 1 };
}

function broken(copy: Copy, now: number, chance: number): Copy {
  const longest = Math.min(reconnectMs.longest, reconnectMs.first * 2 ** copy.failures);
  // Half of the wait is chance, so that a hall full of displays does not come back in one moment.
  const connectAt = now + Math.round(longest * (0.5 + chance / 2));
  return { ...copy, connection: { state: 'down', connectAt }, unanswered: 0, failures: Math.min(copy.failures + 1, 8) };
}

function isTurnedBack(connection: { readonly connectAt: number }, now: number): boolean {
  return connection.connectAt - now > reconnectMs.longest;
}

function joinFor({ hall, epoch, missing }: Log): Join {
  return { after: missing === 'tail' && hall ? hall.seq : null, epoch };
}

function linkOf(copy: Copy, now: number): Link {
  const { link, heardAt, hall, missing } = copy;
  const isSilent = isOver(heardAt, silenceMs, now);
  const isFollowing = copy.connection.state === 'up' && hall !== null && missing === 'nothing' && !isSilent;
  if (isFollowing) return link.state === 'live' ? link : { state: 'live' };
  // A gap is closed within one round trip; saying "lost" for it would only make the screens flicker.
  if (copy.connection.state === 'up' && !isSilent && link.state === 'live') return link;
  if (link.state === 'lost' || (link.state === 'joining' && !isSilent)) return link;
  return { state: 'lost', since: heardAt };
}
