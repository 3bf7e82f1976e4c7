import type { Track } from './catalogue.ts';
import type {
  CallReason,
  CloseReason,
  Language,
  Outcome,
  PauseReason,
  Ticket,
  TrackReason,
  Visit,
  VoidReason,
} from './hall.ts';
import type { Loudness } from './loudness.ts';

/** A step that its officer may take back (rule [S15]). */
export type UndoneStep = 'start' | 'finish' | 'no-show' | 'park' | 'cancel' | 'transfer';

/** What happened, past tense. No personal data in any of them: priority is yes or no, an officer is an opaque id. */
export type HallEvent =
  | {
      readonly type: 'ticket.issued';
      readonly ticketId: string;
      readonly visitId: string;
      readonly number: string;
      readonly queueId: string;
      readonly serviceId: string;
      readonly priority: boolean;
      readonly language: Language;
      /** Left out of a number that the server gave: there it is the event's own `at`. */
      readonly arrivedAt?: number;
      /** Left out without a head start: there it is the arrival. */
      readonly eligibleAt?: number;
      readonly ahead: number;
      /** Minutes, lower and upper end of what the visitor was promised. */
      readonly estimate: readonly [number, number] | null;
      /** Only of a number that a kiosk gave from this lease while the server was away (rule [K4]). */
      readonly leaseId?: string;
      /** Beside `leaseId`: whether the kiosk knew the time, or had a wall clock alone. */
      readonly isTimeSure?: boolean;
    }
  | {
      /** A number that a kiosk gave for a day that was over when it was told: recorded, and expired already (rule [K7]). */
      readonly type: 'ticket.lapsed';
      readonly ticketId: string;
      readonly visitId: string;
      readonly number: string;
      readonly queueId: string;
      readonly serviceId: string;
      readonly serviceDay: string;
      readonly priority: boolean;
      readonly language: Language;
      readonly arrivedAt: number;
      readonly eligibleAt: number;
      readonly leaseId: string;
      readonly isTimeSure: boolean;
    }
  | {
      readonly type: 'ticket.called';
      readonly ticketId: string;
      readonly counterId: string;
      readonly reason: CallReason;
    }
  | { readonly type: 'ticket.recalled'; readonly ticketId: string }
  | { readonly type: 'ticket.started'; readonly ticketId: string }
  | { readonly type: 'ticket.finished'; readonly ticketId: string; readonly outcome: Outcome }
  | { readonly type: 'ticket.noShow'; readonly ticketId: string }
  | { readonly type: 'ticket.parked'; readonly ticketId: string; readonly until: number }
  | { readonly type: 'ticket.resumed'; readonly ticketId: string; readonly by: 'time' | 'officer' }
  | {
      readonly type: 'ticket.transferred';
      readonly ticketId: string;
      readonly queueId: string;
      readonly serviceId: string;
    }
  | {
      readonly type: 'ticket.forwarded';
      readonly ticketId: string;
      readonly fromTicketId: string;
      readonly visitId: string;
      readonly queueId: string;
      readonly serviceId: string;
      readonly eligibleAt: number;
      readonly after: string | null;
    }
  | {
      readonly type: 'ticket.requeued';
      readonly ticketId: string;
      readonly eligibleAt: number;
      readonly order: number;
    }
  | { readonly type: 'ticket.cancelled'; readonly ticketId: string; readonly by: 'officer' | 'reception' }
  | { readonly type: 'ticket.voided'; readonly ticketId: string; readonly reason: VoidReason }
  | { readonly type: 'ticket.expired'; readonly ticketId: string }
  | {
      /** A step that was a mistake: everything is as it was before (rule [S15]). */
      readonly type: 'ticket.undone';
      readonly ticketId: string;
      readonly counterId: string;
      readonly undid: UndoneStep;
      readonly ticket: Ticket;
      readonly visit: Visit;
      /** What the step had added to the counter's tally of service, null for nothing. */
      readonly serviceMs: number | null;
      /** Legs that wait for this ticket again. */
      readonly held: readonly string[];
    }
  /** A supervisor freed the counter: its visitor waits again in the place of before (rule [C8]). */
  | { readonly type: 'ticket.released'; readonly ticketId: string; readonly counterId: string }
  /** An officer wrote a note about the visit. What it says is in the store alone (rule [A4]). */
  | { readonly type: 'ticket.noted'; readonly ticketId: string }
  /** The kiosk that gave the number is asked for its slip once more. */
  | {
      readonly type: 'ticket.reprintAsked';
      readonly ticketId: string;
      readonly visitId: string;
      readonly deviceId: string;
    }
  | { readonly type: 'counter.opened'; readonly counterId: string; readonly officerId: string }
  | { readonly type: 'counter.paused'; readonly counterId: string; readonly reason: PauseReason }
  | { readonly type: 'counter.resumed'; readonly counterId: string }
  | {
      readonly type: 'counter.closed';
      readonly counterId: string;
      /** Only of one that a supervisor closed (rules [C8], [C10]). */
      readonly reason?: CloseReason;
      /** Beside `reason`: the counter that its visitors were handed to. */
      readonly toCounterId?: string;
    }
  | {
      readonly type: 'counter.trackChanged';
      readonly counterId: string;
      readonly track: Track;
      readonly reason: TrackReason;
    }
  | {
      readonly type: 'counter.assigned';
      readonly counterId: string;
      readonly agencyIds: readonly string[] | null;
    }
  | { readonly type: 'day.opened'; readonly serviceDay: string; readonly by: 'calendar' | 'hand' }
  | { readonly type: 'day.closed'; readonly serviceDay: string }
  | {
      readonly type: 'pause.started';
      readonly pauseId: string;
      readonly agencyId: string | null;
      readonly reason: PauseReason;
      readonly until: number | null;
    }
  | { readonly type: 'pause.ended'; readonly pauseId: string }
  | { readonly type: 'quota.changed'; readonly serviceId: string; readonly quota: number | null }
  | { readonly type: 'ticketing.closed' }
  | { readonly type: 'ticketing.opened' }
  | {
      readonly type: 'notice.posted';
      readonly noticeId: string;
      readonly text: string;
      readonly textEn: string;
      readonly zoneId: string | null;
      readonly until: number | null;
    }
  | { readonly type: 'notice.withdrawn'; readonly noticeId: string }
  | ({ readonly type: 'zone.loudnessSet'; readonly zoneId: string } & Loudness)
  /**
   * A display is about to speak. Written before it is told to, so that nothing is spoken twice (rule [W8]); what became of it follows,
   * unless a server ended in between. `key` is `call` and the call's `seq`, or what names a message.
   */
  | {
      readonly type: 'announcement.handedOut' | 'announcement.spoken';
      readonly key: string;
      readonly zoneId: string;
      readonly deviceId: string;
    }
  | {
      readonly type: 'announcement.failed';
      readonly key: string;
      readonly zoneId: string;
      readonly deviceId: string;
      /** Nobody has heard a sound of it, so another display may be given it. */
      readonly isGivenBack: boolean;
    }
  | {
      readonly type: 'lease.granted';
      readonly leaseId: string;
      readonly queueId: string;
      readonly serviceDay: string;
      readonly from: number;
      readonly to: number;
    }
  /** Its day is over; `next` and what follows in it was given to nobody, as far as its kiosk has told (rule [K8]). */
  | { readonly type: 'lease.ended'; readonly leaseId: string; readonly next: number }
  | { readonly type: 'catalogue.changed'; readonly version: number }
  /** A backup took the place of the database. The log goes on from `base`, its newest event, in a new epoch; what came after it is lost. */
  | { readonly type: 'log.restored'; readonly base: { readonly seq: number; readonly hash: string } };

/** An event with its place in the site's one log. `at` is epoch milliseconds. */
export type Recorded<E extends HallEvent = HallEvent> = { readonly seq: number; readonly at: number } & E;
