import { type Static, Type } from 'typebox';
import { closed, Id, LanguageSchema, Moment } from './schemas.ts';

// What a kiosk asks and reports so that it can give numbers while the server is away.

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const ServiceDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Value = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Nothing = Type.Object({}, closed);

/** The most items of each kind in one `POST /kiosk/sync`. */
export const longestSync = 50;

/** A range of numbers of one queue and day, `from` to `to`, that only this kiosk gives out. */
export const LeaseAnswer = Type.Object(
  {
    leaseId: Uuid,
    queueId: Id,
    serviceDay: ServiceDay,
    epoch: Type.Integer({ minimum: 1 }),
    from: Value,
    to: Value,
    grantedAt: Moment,
  },
  { ...closed, $id: 'Lease' },
);
export type LeaseAnswer = Static<typeof LeaseAnswer>;

/** A number that a kiosk gave from its lease while the server was away: it is on paper, so the server may place it but not refuse it. */
export const OfflineVisit = Type.Object(
  {
    /** Made for this number alone, never that of the request which got no answer. */
    commandId: Uuid,
    leaseId: Uuid,
    value: Value,
    visitId: Id,
    /** One for each service, in the same order. */
    ticketIds: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }),
    serviceIds: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }),
    priorityClass: Type.Union([Id, Type.Null()]),
    language: LanguageSchema,
    /** SHA-256 in hexadecimal of the token on the slip. */
    statusTokenHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** The server's time as the kiosk reckoned it. */
    issuedAt: Moment,
    /** False when that time rests on a wall clock alone, after a restart without the server. */
    isTimeSure: Type.Boolean(),
  },
  closed,
);
export type OfflineVisit = Static<typeof OfflineVisit>;

export const PrintOutcomeSchema = Type.Enum(['PRINTED', 'NOT_SENT', 'UNKNOWN', 'CONFIRMED']);

export const SyncBody = Type.Object(
  {
    journalId: Uuid,
    /** Requests for a number that this kiosk has given up: whatever became of them, nobody holds their paper. */
    abandoned: Type.Array(Uuid, { maxItems: longestSync, uniqueItems: true }),
    tickets: Type.Array(OfflineVisit, { maxItems: longestSync }),
    /** What became of each attempt to print; `CONFIRMED`: the visitor said so, by having the slip or having noted the number. */
    outcomes: Type.Array(Type.Object({ visitId: Id, jobId: Id, outcome: PrintOutcomeSchema }, closed), {
      maxItems: longestSync,
    }),
    /** Numbers that reached nobody: no paper came, and nobody noted them from the screen. */
    untaken: Type.Array(Id, { maxItems: longestSync, uniqueItems: true }),
    /** The next number each lease would give. */
    leases: Type.Array(Type.Object({ leaseId: Uuid, next: Value }, closed), { maxItems: 400 }),
  },
  closed,
);
export type SyncBody = Static<typeof SyncBody>;

/** The fate of each item. A kiosk forgets only what is named here, and keeps what is `later`. */
export const SyncAnswer = Type.Object(
  {
    /** `late`: somebody at a counter already called it, so it ends as a missed call. */
    abandoned: Type.Array(Type.Object({ commandId: Uuid, fate: Type.Enum(['voided', 'absent', 'late']) }, closed)),
    tickets: Type.Array(
      Type.Object(
        {
          commandId: Uuid,
          /** `later`: its day has not opened yet here; `refused`: outside the lease or taken, staff must see to it. */
          fate: Type.Enum(['stored', 'known', 'later', 'refused']),
          code: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    epoch: Type.Integer({ minimum: 1 }),
    head: Type.Integer({ minimum: 0 }),
    now: Moment,
  },
  { ...closed, $id: 'Synced' },
);
export type SyncAnswer = Static<typeof SyncAnswer>;

/** Searches that found nothing and lists of papers that were printed, counted for the manager. */
export const TallyBody = Type.Object(
  {
    misses: Type.Array(
      Type.Object({ text: Type.String({ minLength: 2, maxLength: 40 }), times: Type.Integer({ minimum: 1 }) }, closed),
      { maxItems: longestSync },
    ),
    lists: Type.Array(Type.Object({ serviceId: Id, times: Type.Integer({ minimum: 1 }) }, closed), {
      maxItems: longestSync,
    }),
  },
  closed,
);

export const kioskCommands = {
  /** The `Idempotency-Key` is the lease's id, so that a repeat gets the same range. */
  lease: {
    method: 'POST',
    path: '/leases',
    params: Nothing,
    body: Type.Object(
      { journalId: Uuid, queueId: Id, serviceDay: ServiceDay, size: Type.Integer({ minimum: 1, maximum: 50 }) },
      closed,
    ),
    status: 201,
    answer: LeaseAnswer,
  },
  sync: { method: 'POST', path: '/kiosk/sync', params: Nothing, body: SyncBody, status: 200, answer: SyncAnswer },
  tally: { method: 'POST', path: '/kiosk/tally', params: Nothing, body: TallyBody, status: 200, answer: Nothing },
} as const;
