/** The server's time, and whether the machine's clock may be believed. */
export type ServerClock = {
  /** For stamps and turns, epoch milliseconds: never backwards, because a turn once given must not be overtaken. */
  readonly now: () => number;
  /** The wall clock has jumped, or stands before the log: the calendar rests (rule [D1]). */
  readonly isSuspect: () => boolean;
};

export type ClockSources = {
  /** The newest time in the log, 0 for none. */
  readonly lastKnownAt: number;
  readonly wall: () => number;
  /** Never jumps, whoever sets the clock. */
  readonly steady: () => number;
};

const mostApartMs = 120_000;

/**
 * Follows the wall clock as long as it keeps step with the steady one; small corrections are followed too. From a jump on it goes by the
 * steady clock, until the wall clock is back or the server starts anew: so no stamp comes from a day that is not. A PC that starts with a
 * dead battery, before its log, is believed as soon as the network has set its clock.
 */
export function openServerClock({ lastKnownAt, wall, steady }: ClockSources): ServerClock {
  let last = lastKnownAt;
  let apart = lastKnownAt - steady();
  let belief: 'believed' | 'jumped' | 'unproven' = 'unproven';

  const look = (): number => {
    const at = wall();
    const expected = steady() + apart;
    const keepsStep = Math.abs(at - expected) <= mostApartMs;
    const followsLog = at >= lastKnownAt - mostApartMs;
    if (belief === 'unproven' ? followsLog : keepsStep) {
      belief = 'believed';
      apart = at - steady();
    } else if (belief === 'believed') belief = 'jumped';
    return belief === 'believed' ? at : expected;
  };
  const now = () => {
    last = Math.max(last, look());
    return last;
  };
  return {
    now,
    isSuspect: () => now() - wall() > mostApartMs || belief !== 'believed',
  };
}
