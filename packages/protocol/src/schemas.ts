import { type Static, Type } from 'typebox';

export const closed = { additionalProperties: false } as const;

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._:-]+$' });
export const Moment = Type.Integer({ minimum: 0, description: 'Epoch milliseconds' });
export const TrackSchema = Type.Enum(['quick', 'self', 'long']);
export const LanguageSchema = Type.Enum(['id', 'en', 'ms', 'zh']);
export const OutcomeSchema = Type.Enum([
  'done',
  'fileReceived',
  'papersMissing',
  'wrongCounter',
  'cancelled',
  'forwarded',
]);
export const PauseReasonSchema = Type.Enum([
  'meal',
  'prayer',
  'systemDown',
  'meeting',
  'stretching',
  'fridayPrayer',
  'other',
]);
export const PickReasonSchema = Type.Enum(['frail', 'child', 'returned', 'appointment', 'error', 'other']);
export const TrackReasonSchema = Type.Enum(['crowd', 'staff', 'other']);
export const CloseReasonSchema = Type.Enum(['left', 'staff', 'fault', 'over', 'other']);
export const VoidReasonSchema = Type.Enum(['print.notSent', 'asked', 'error']);
export const TicketStateSchema = Type.Enum([
  'waiting',
  'called',
  'serving',
  'parked',
  'no_show',
  'finished',
  'cancelled',
  'voided',
  'expired',
]);
/** A range of minutes, lower and upper end. */
export const Minutes = Type.Unsafe<readonly [number, number] | null>(
  Type.Union([Type.Tuple([Type.Integer(), Type.Integer()]), Type.Null()]),
);

/** Problem JSON of RFC 9457 with a stable `code`; `detail` is prose, `values` what a screen may put into its own sentence. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    field: Type.Optional(Type.String()),
    values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()]))),
  },
  { ...closed, $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;

export const TicketAnswer = Type.Object(
  {
    id: Id,
    visitId: Id,
    number: Type.String(),
    serviceDay: Type.String(),
    queueId: Id,
    serviceId: Id,
    track: TrackSchema,
    priority: Type.Boolean(),
    state: TicketStateSchema,
    issuedAt: Moment,
    eligibleAt: Type.Integer(),
    counterId: Type.Union([Id, Type.Null()]),
    calls: Type.Integer({ minimum: 0 }),
  },
  { ...closed, $id: 'Ticket' },
);
export type TicketAnswer = Static<typeof TicketAnswer>;

export const CallReasonAnswer = Type.Object(
  {
    code: Type.Enum(['arrival', 'credit', 'reportedBack', 'resumed', 'headStart', 'picked']),
    since: Type.Optional(Moment),
    minutes: Type.Optional(Type.Integer()),
    why: Type.Optional(PickReasonSchema),
  },
  { ...closed, $id: 'CallReason' },
);

export const CounterAnswer = Type.Object(
  {
    id: Id,
    track: TrackSchema,
    /** Today's agencies in place of the catalogue's, null when there are none. */
    agencyIds: Type.Union([Type.Array(Id), Type.Null()]),
    state: Type.Enum(['closed', 'open', 'paused']),
    since: Moment,
    ticketId: Type.Union([Id, Type.Null()]),
    served: Type.Integer({ minimum: 0 }),
  },
  { ...closed, $id: 'Counter' },
);
export type CounterAnswer = Static<typeof CounterAnswer>;
