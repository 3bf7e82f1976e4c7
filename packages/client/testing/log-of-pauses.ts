import { emptyRegister, evolve, type Hall, type HallEvent, type Recorded } from '@antrean/domain';

/** A hall with one open counter and nobody in it, for tests of how the log is followed, not of what it says. */
const quietHall: Hall = {
  seq: 0,
  day: null,
  counters: {
    c1: {
      id: 'c1',
      track: 'quick',
      agencyIds: null,
      since: 0,
      served: 0,
      serviceMs: 0,
      called: 0,
      waitMs: 0,
      state: 'open',
      officerId: 'o1',
      ticketId: null,
    },
  },
  visits: emptyRegister,
  tickets: emptyRegister,
  pauses: {},
  issuedToday: {},
  quotas: {},
  ticketing: 'open',
  notices: {},
  loudness: {},
  calls: [],
};

/** The event at `seq` of a log in which the counter pauses and resumes by turns, so that leaving one out does not fit. */
export function eventAt(seq: number): Recorded {
  const event: HallEvent =
    seq % 2 === 1
      ? { type: 'counter.paused', counterId: 'c1', reason: 'prayer' }
      : { type: 'counter.resumed', counterId: 'c1' };
  return { seq, at: seq, ...event };
}

/** The hall after the first `head` events of that log. */
export function hallAt(head: number): Hall {
  let hall = quietHall;
  for (let seq = 1; seq <= head; seq += 1) hall = evolve(hall, eventAt(seq));
  return hall;
}
