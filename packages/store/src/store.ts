import type {
  AbandonedFate,
  CallReason,
  Catalogue,
  Counter,
  CounterStep,
  Hall,
  Language,
  Loudness,
  PauseReason,
  PickReason,
  Recorded,
  Refusal,
  RefusalCode,
  Result,
  Service,
  Ticket,
  TicketStep,
  Visit,
} from '@antrean/domain';
import type {
  AccessOrder,
  AccessStore,
  Device,
  LiveSession,
  NewOfficer,
  Officer,
  Session,
  SessionEnd,
} from './access-store.ts';
import type { CopyReport } from './look-at-copy.ts';
import type { DayOddities, KioskDay, Story, ToldClosing, UndoableStep } from './readings.ts';
import type { ReportStore } from './report-store.ts';
import type { SpeakOrder } from './speak-order.ts';

/** Who sends a command: hashes of the tokens it came with. The store looks them up inside the transaction. */
export type Caller =
  | { readonly kind: 'system' }
  | { readonly kind: 'station'; readonly deviceTokenHash: string; readonly sessionTokenHash: string | null }
  /** Somebody who signed in with a password, at no device. */
  | { readonly kind: 'person'; readonly sessionTokenHash: string };

/** What is asked for. Every order runs load → decide → save in one transaction. */
export type Order =
  | {
      readonly kind: 'issue';
      readonly serviceIds: readonly string[];
      readonly priorityClass: string | null;
      readonly language: Language;
      /** What the server promises, from its live hall: minutes for each service, [lower, upper] or null. */
      readonly promise: (
        services: readonly Service[],
        eligibleAt: number,
      ) => readonly (readonly [number, number] | null)[];
    }
  | { readonly kind: 'call-next'; readonly counterId: string }
  | { readonly kind: 'call'; readonly counterId: string; readonly ticketId: string; readonly why: PickReason }
  | {
      readonly kind: 'step';
      readonly ticketId: string;
      readonly step: TicketStep;
      readonly serviceIds: readonly string[];
    }
  | { readonly kind: 'counter'; readonly counterId: string; readonly step: CounterStep }
  | {
      readonly kind: 'start-pause';
      readonly agencyId: string | null;
      readonly reason: PauseReason;
      readonly until: number | null;
    }
  | { readonly kind: 'end-pause'; readonly pauseId: string }
  | { readonly kind: 'open-day'; readonly serviceDay: string; readonly by: 'calendar' | 'hand' }
  | { readonly kind: 'close-day' }
  | { readonly kind: 'tick' }
  | {
      readonly kind: 'print-outcome';
      readonly ticketId: string;
      readonly jobId: string;
      readonly outcome: PrintOutcome;
    }
  | {
      readonly kind: 'lease';
      readonly journalId: string;
      readonly queueId: string;
      readonly serviceDay: string;
      readonly size: number;
    }
  | {
      readonly kind: 'sync';
      readonly journalId: string;
      readonly abandoned: readonly string[];
      readonly tickets: readonly OfflineVisit[];
      readonly outcomes: readonly {
        readonly visitId: string;
        readonly jobId: string;
        readonly outcome: PrintOutcome;
      }[];
      readonly untaken: readonly string[];
      readonly leases: readonly { readonly leaseId: string; readonly next: number }[];
    }
  | { readonly kind: 'undo'; readonly counterId: string }
  | { readonly kind: 'note'; readonly ticketId: string; readonly text: string }
  | { readonly kind: 'reprint'; readonly ticketId: string }
  | { readonly kind: 'set-quota'; readonly serviceId: string; readonly quota: number | null }
  | { readonly kind: 'close-ticketing' }
  | { readonly kind: 'open-ticketing' }
  | {
      readonly kind: 'post-notice';
      readonly text: string;
      readonly textEn: string;
      readonly zoneId: string | null;
      readonly until: number | null;
    }
  | { readonly kind: 'withdraw-notice'; readonly noticeId: string }
  | ({ readonly kind: 'set-loudness'; readonly zoneId: string } & Loudness)
  | {
      readonly kind: 'tally';
      readonly misses: readonly { readonly text: string; readonly times: number }[];
      readonly lists: readonly { readonly serviceId: string; readonly times: number }[];
    }
  | SpeakOrder
  | AccessOrder;

/** What became of an attempt to print; `CONFIRMED`: the visitor said so. */
export type PrintOutcome = 'PRINTED' | 'NOT_SENT' | 'UNKNOWN' | 'CONFIRMED';

/** A number that a kiosk gave from its lease while the server was away. */
export type OfflineVisit = {
  readonly commandId: string;
  readonly leaseId: string;
  readonly value: number;
  readonly visitId: string;
  readonly ticketIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly priorityClass: string | null;
  readonly language: Language;
  readonly statusTokenHash: string;
  readonly issuedAt: number;
  readonly isTimeSure: boolean;
};

export type OfflineFate = { readonly commandId: string } & (
  | { readonly fate: 'stored' | 'known' | 'later' }
  | { readonly fate: 'refused'; readonly code: StoreRefusal['code'] }
);

export type OrderKind = Order['kind'];

/** What an order gives back when it is accepted: plain data, stored with the command and returned again on a retry. */
export type Outcomes = {
  issue: {
    readonly visit: Visit & { readonly priorityClass: string | null };
    readonly serviceDay: string;
    readonly tickets: readonly (Ticket & {
      readonly ahead: number;
      readonly estimate: readonly [number, number] | null;
    })[];
    readonly statusToken: string;
  };
  'call-next': { readonly called: (TicketWithVisit & { readonly reason: CallReason }) | null };
  call: { readonly called: TicketWithVisit & { readonly reason: CallReason } };
  step: TicketWithVisit;
  counter: { readonly counter: Counter };
  'start-pause': { readonly pauseId: string };
  'end-pause': Record<never, never>;
  'open-day': { readonly serviceDay: string };
  'close-day': { readonly serviceDay: string };
  tick: Record<never, never>;
  'print-outcome': Record<never, never>;
  lease: {
    readonly leaseId: string;
    readonly queueId: string;
    readonly serviceDay: string;
    readonly epoch: number;
    readonly from: number;
    readonly to: number;
    readonly grantedAt: number;
  };
  sync: {
    readonly abandoned: readonly { readonly commandId: string; readonly fate: AbandonedFate }[];
    readonly tickets: readonly OfflineFate[];
    readonly epoch: number;
    readonly head: number;
    readonly now: number;
  };
  tally: Record<never, never>;
  undo: TicketWithVisit;
  note: Record<never, never>;
  reprint: { readonly kioskId: string };
  'set-quota': Record<never, never>;
  'close-ticketing': Record<never, never>;
  'open-ticketing': Record<never, never>;
  'post-notice': { readonly noticeId: string };
  'withdraw-notice': Record<never, never>;
  'set-loudness': Record<never, never>;
  /** Whether it had not been handed out before. */
  speak: { readonly isFirst: boolean };
  'add-officer': { readonly officerId: string };
  'change-officer': Record<never, never>;
  'reset-secret': Record<never, never>;
  'sign-out-officer': Record<never, never>;
  'deactivate-officer': Record<never, never>;
  'reactivate-officer': Record<never, never>;
  'add-device': { readonly deviceId: string; readonly validUntil: number };
  'renew-code': { readonly validUntil: number };
  'rename-device': Record<never, never>;
  'revoke-device': Record<never, never>;
};

export type TicketWithVisit = { readonly ticket: Ticket; readonly visit: Visit; readonly serviceDay: string };

/** A command as it arrives: `id` is the Idempotency-Key, `payloadHash` covers route and body, `at` is the server's clock. */
export type Command<K extends OrderKind = OrderKind> = {
  readonly id: string;
  readonly at: number;
  readonly payloadHash: string;
  readonly caller: Caller;
  readonly order: Extract<Order, { readonly kind: K }>;
};

/** Refusals that only the store can make, besides the domain's. */
export type StoreRefusal = {
  readonly code:
    | RefusalCode
    | 'command.mismatch'
    | 'command.abandoned'
    | 'access.expired'
    | 'access.mustChange'
    | 'store.unavailable';
  readonly detail?: Refusal['detail'];
};

export type Given<K extends OrderKind> = Result<Outcomes[K], StoreRefusal>;

/**
 * Keeps it. One site, one writer. `give` answers only after the commit. Listeners hear the commit's events, in order, in a later
 * turn of the event loop than its answers: whoever waits for an answer has sent it by then.
 */
export interface Store {
  catalogue(): Catalogue;
  epoch(): number;
  give<K extends OrderKind>(command: Command<K>): Promise<Given<K>>;
  /** The hall as the rows have it, folded state and cursor together. */
  hall(): Promise<Hall>;
  /** Recorded events after `seq`, at most `limit`. */
  eventsAfter(seq: number, limit: number): Promise<readonly Recorded[]>;
  visitByStatusToken(
    token: string,
  ): Promise<{ readonly visit: Visit; readonly serviceDay: string; readonly tickets: readonly Ticket[] } | null>;
  ticket(ticketId: string): Promise<TicketWithVisit | null>;
  deviceByTokenHash(tokenHash: string): Promise<Device | null>;
  /** Every station that is enrolled and not revoked. */
  devices(): Promise<readonly Device[]>;
  /** Services that most visitors came for on the last seven service days, at most twelve, the first one most. */
  mostUsed(): Promise<readonly string[]>;
  /** `date` is today in the mall. */
  kioskDay(date: string): Promise<KioskDay>;
  /** Null for a visit that nobody knows. */
  story(visitId: string): Promise<Story | null>;
  /** What the officer of this session could take back at its counter at `at`; null for nothing. */
  undoable(session: Session, at: number): Promise<UndoableStep | null>;
  /** How a supervisor closed the counter of this session under its officer; null when nobody did, or it is in use again. */
  closing(session: Session): Promise<ToldClosing | null>;
  /** What was out of the ordinary on the service day in force; a running trouble counts until `at`. */
  oddities(at: number): Promise<DayOddities>;
  officerByLogin(login: string): Promise<Officer | null>;
  /** Enrols a device. One that is enrolled already gets this token instead of its old one, and is no longer revoked. */
  addDevice(device: Device, tokenHash: string, at: number): Promise<void>;
  addOfficer(officer: NewOfficer, at: number): Promise<void>;
  /** People, devices and codes: who may come in. */
  readonly access: AccessStore;
  /** Days in figures. */
  readonly reports: ReportStore;
  /** Ends the officer's and the counter's older sessions and begins this one. Refuses `counter.taken` while another officer's ticket is at the counter. */
  beginSession(session: Session, tokenHash: string, at: number): Promise<Result<Session, StoreRefusal>>;
  endSession(tokenHash: string, at: number): Promise<void>;
  /** The session and its officer when it is alive at `at`. */
  sessionByTokenHash(tokenHash: string, at: number): Promise<LiveSession | null>;
  /** Why this session lives no more; null for a token that nobody knows, and while it lives. */
  sessionEnd(tokenHash: string, at: number): Promise<SessionEnd | null>;
  /** Keeps a session because somebody is at its page; until when it lives then, null when it has ended or is not this device's. */
  touchSession(tokenHash: string, deviceId: string | null, at: number): Promise<number | null>;
  onEvents(listener: (events: readonly Recorded[]) => void): () => void;
  /** Settles when the disk or the file has failed for good. The program must end, and start again through the checks. */
  whenBroken(): Promise<void>;
  /** Recomputes the whole hash chain; the first broken `seq`, or null when it is whole. */
  firstBrokenLink(): Promise<number | null>;
  /** Writes a verified copy of the database to a file that must not exist yet (embedded store only). */
  backup(file: string): Promise<CopyReport>;
  close(): Promise<void>;
}
