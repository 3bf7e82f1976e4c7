import type { Catalogue, Track } from './catalogue.ts';
import type { Language } from './language.ts';
import type { Loudness } from './loudness.ts';
import { emptyRegister, type Register } from './register.ts';

/** Where a ticket stands in the one order of calls (rules [O1]–[O7]). `order` is the `seq` of its issue, `behind` that of its requeue, else 0. */
export type Place = { readonly eligibleAt: number; readonly order: number; readonly behind: number };

export type Outcome = 'done' | 'fileReceived' | 'papersMissing' | 'wrongCounter' | 'cancelled' | 'forwarded';

export const outcomes: readonly Outcome[] = [
  'done',
  'fileReceived',
  'papersMissing',
  'wrongCounter',
  'cancelled',
  'forwarded',
];

/** Why this ticket was called and no other, so that an officer can tell the visitor (rule [O6]). `since` is the arrival. */
export type CallReason =
  | { readonly code: 'arrival' | 'credit' | 'reportedBack' | 'resumed'; readonly since: number }
  | { readonly code: 'headStart'; readonly since: number; readonly minutes: number }
  | { readonly code: 'picked'; readonly why: PickReason };

/** Why an officer may call somebody out of order (rule [O7]). A code, because a call reaches every screen and free text may name a person. */
export type PickReason = 'frail' | 'child' | 'returned' | 'appointment' | 'error' | 'other';

export const pickReasons: readonly PickReason[] = ['frail', 'child', 'returned', 'appointment', 'error', 'other'];

/** Why a counter works another track today (rule [C5]). */
export type TrackReason = 'crowd' | 'staff' | 'other';

export const trackReasons: readonly TrackReason[] = ['crowd', 'staff', 'other'];

/** Why a supervisor closes a counter for its officer (rules [C8], [C10]). */
export type CloseReason = 'left' | 'staff' | 'fault' | 'over' | 'other';

export const closeReasons: readonly CloseReason[] = ['left', 'staff', 'fault', 'over', 'other'];

/** Why a number counts as never given (rule [S12]); `request.abandoned` is said by the store itself (rule [K6]). */
export type VoidReason = 'print.notSent' | 'asked' | 'error' | 'request.abandoned';

/** Waiting; `after` names the leg that must be finished first, and until then nobody may call this one (rule [L3]). */
type Waiting = { readonly state: 'waiting'; readonly after: string | null; readonly resumed: boolean };
type Called = {
  readonly state: 'called';
  readonly counterId: string;
  readonly calledAt: number;
  readonly lastCallAt: number;
  readonly calls: number;
  readonly reason: CallReason;
};
type Serving = {
  readonly state: 'serving';
  readonly counterId: string;
  readonly calledAt: number;
  readonly startedAt: number;
  readonly calls: number;
  readonly reason: CallReason;
};
type Parked = { readonly state: 'parked'; readonly parkedAt: number; readonly until: number };
type NoShow = { readonly state: 'no_show'; readonly missedAt: number };
type Ended =
  | { readonly state: 'finished'; readonly endedAt: number; readonly outcome: Outcome }
  | { readonly state: 'cancelled' | 'voided' | 'expired'; readonly endedAt: number };

export type TicketStage = Waiting | Called | Serving | Parked | NoShow | Ended;
export type TicketState = TicketStage['state'];

/** One leg of a visit at one queue. */
export type Ticket = {
  readonly id: string;
  readonly visitId: string;
  readonly queueId: string;
  readonly serviceId: string;
  readonly issuedAt: number;
  readonly place: Place;
  readonly requeues: number;
  /** A leg added by an officer, or moved to another queue, keeps the credit of time already waited (rule [O5]). */
  readonly moved: boolean;
  /** Whether it was ever called. A visitor is counted at the first call of a ticket alone (rule [C9]). */
  readonly wasCalled: boolean;
} & TicketStage;

/** One person's presence today. The class of priority is not here: it may reveal health, so it stays in the store. */
export type Visit = {
  readonly id: string;
  readonly number: string;
  readonly arrivedAt: number;
  /** Arrival less the head start of the class: what every leg of the visit starts with (rule [O1]). */
  readonly eligibleAt: number;
  readonly priority: boolean;
  readonly language: Language;
};

export type { Language };

export type PauseReason = 'meal' | 'prayer' | 'systemDown' | 'meeting' | 'stretching' | 'fridayPrayer' | 'other';

export const pauseReasons: readonly PauseReason[] = [
  'meal',
  'prayer',
  'systemDown',
  'meeting',
  'stretching',
  'fridayPrayer',
  'other',
];

/** A desk today. It holds one ticket at most, and only while it is open (rule [H1]). */
export type Counter = {
  readonly id: string;
  readonly track: Track;
  /** The agencies it works today instead of those of the catalogue, null for the catalogue's (rule [C7]). */
  readonly agencyIds: readonly string[] | null;
  readonly since: number;
  readonly served: number;
  readonly serviceMs: number;
  /** Visitors it called today, each counted at the first call, and what they had waited until then (rule [C9]). */
  readonly called: number;
  readonly waitMs: number;
} & (
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly officerId: string; readonly ticketId: string | null }
  | { readonly state: 'paused'; readonly officerId: string; readonly reason: PauseReason }
);

/** The mall or an agency does not call for a while; `agencyId: null` means the whole mall. */
export type Pause = {
  readonly id: string;
  readonly agencyId: string | null;
  readonly reason: PauseReason;
  readonly startedAt: number;
  readonly until: number | null;
};

/** A message for everybody on the displays of one zone, or of all when `zoneId` is null. */
export type Notice = {
  readonly id: string;
  readonly text: string;
  readonly textEn: string;
  readonly zoneId: string | null;
  readonly postedAt: number;
  /** When it ends by itself; null: when somebody takes it away. */
  readonly until: number | null;
};

/** `hand` means that a person opened it outside the calendar, so hours do not end it (rule [D3]). */
export type Day = {
  readonly serviceDay: string;
  readonly state: 'open' | 'closed';
  readonly by: 'calendar' | 'hand';
  readonly at: number;
};

/** A call as the hall saw it; `times` counts calls of this ticket in a row. */
export type Call = {
  readonly seq: number;
  readonly at: number;
  readonly ticketId: string;
  readonly number: string;
  readonly queueId: string;
  readonly counterId: string;
  readonly priority: boolean;
  readonly times: number;
};

/** What every station knows of the service day: only what is alive, so its size follows the people in the building. */
export type Hall = {
  readonly seq: number;
  readonly day: Day | null;
  readonly counters: Readonly<Record<string, Counter>>;
  readonly visits: Register<Visit>;
  readonly tickets: Register<Ticket>;
  readonly pauses: Readonly<Record<string, Pause>>;
  readonly issuedToday: Readonly<Record<string, number>>;
  /** Quotas that a supervisor has changed for today, by service; null lifts the quota (rule [Q3]). */
  readonly quotas: Readonly<Record<string, number | null>>;
  /** `closed` by a supervisor for the rest of the day, or until it is opened again (rule [D8]). */
  readonly ticketing: 'open' | 'closed';
  readonly notices: Readonly<Record<string, Notice>>;
  /** How loud each zone speaks for which a manager has set it; it outlasts the day (rule [W11]). */
  readonly loudness: Readonly<Record<string, Loudness>>;
  /** Newest first, at most `keptCalls`. */
  readonly calls: readonly Call[];
};

export const keptCalls = 24;

/** The hall of a mall in which nothing has happened yet. */
export function emptyHall(catalogue: Catalogue): Hall {
  const counters: Record<string, Counter> = {};
  for (const place of catalogue.counters)
    counters[place.id] = {
      id: place.id,
      track: place.track,
      agencyIds: null,
      since: 0,
      served: 0,
      serviceMs: 0,
      called: 0,
      waitMs: 0,
      state: 'closed',
    };
  return {
    seq: 0,
    day: null,
    counters,
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
}

export function hasEnded(ticket: Ticket): boolean {
  return (
    ticket.state === 'finished' ||
    ticket.state === 'cancelled' ||
    ticket.state === 'voided' ||
    ticket.state === 'expired'
  );
}

/** Called or being served: the ticket is at a counter, and no other leg of its visit may be called (rule [L2]). */
export function isAtCounter(ticket: Ticket): ticket is Ticket & (Called | Serving) {
  return ticket.state === 'called' || ticket.state === 'serving';
}

/** Waiting, and free to be called as far as the ticket itself is concerned. */
export function isFree(ticket: Ticket): boolean {
  return ticket.state === 'waiting' && ticket.after === null;
}
