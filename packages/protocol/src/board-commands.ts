import { type Static, Type } from 'typebox';
import { CloseReasonSchema, CounterAnswer, closed, Id, Moment, PickReasonSchema } from './schemas.ts';

// What a supervisor changes for today, and what a supervisor is shown of it.

const Nothing = Type.Object({}, closed);
const CounterParams = Type.Object({ counterId: Id }, closed);
const CounterOnly = Type.Object({ counter: CounterAnswer }, closed);
/** Letters of a message on the displays, in one language. */
export const longestNotice = 200;

const NoticeText = Type.String({ minLength: 1, maxLength: longestNotice, pattern: '\\S' });

const Percent = Type.Integer({ minimum: 0, maximum: 100 });
const WallTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

const act = (path: string) =>
  ({ method: 'POST', path, params: Nothing, body: Nothing, status: 200, answer: Nothing }) as const;

export const boardCommands = {
  /** Closes an abandoned counter; whoever is at it waits again in the old place. */
  'release-counter': {
    method: 'POST',
    path: '/counters/:counterId/release',
    params: CounterParams,
    body: Type.Object({ reason: CloseReasonSchema }, closed),
    status: 200,
    answer: CounterOnly,
  },
  /** Closes a counter and lets another one of its track serve these agencies as well; whoever is at it waits again. */
  'hand-over-counter': {
    method: 'POST',
    path: '/counters/:counterId/hand-over',
    params: CounterParams,
    body: Type.Object(
      {
        toCounterId: Id,
        agencyIds: Type.Array(Id, { minItems: 1, maxItems: 60, uniqueItems: true }),
        /** Why it closes; of one that is closed already it is not kept. */
        reason: CloseReasonSchema,
      },
      closed,
    ),
    status: 200,
    answer: CounterOnly,
  },
  /** Today's agencies of a counter; null gives it back those of the catalogue. */
  'assign-counter': {
    method: 'POST',
    path: '/counters/:counterId/assign',
    params: CounterParams,
    body: Type.Object(
      { agencyIds: Type.Union([Type.Array(Id, { minItems: 1, maxItems: 60, uniqueItems: true }), Type.Null()]) },
      closed,
    ),
    status: 200,
    answer: CounterOnly,
  },
  /** Today's quota of a service; null lifts it. */
  'set-quota': {
    method: 'POST',
    path: '/services/:serviceId/quota',
    params: Type.Object({ serviceId: Id }, closed),
    body: Type.Object({ quota: Type.Union([Type.Integer({ minimum: 0, maximum: 100_000 }), Type.Null()]) }, closed),
    status: 200,
    answer: Nothing,
  },
  'close-ticketing': act('/ticketing/close'),
  'open-ticketing': act('/ticketing/open'),
  /** A message on the displays of one zone, or of all. */
  'post-notice': {
    method: 'POST',
    path: '/notices',
    params: Nothing,
    body: Type.Object(
      {
        text: NoticeText,
        textEn: NoticeText,
        zoneId: Type.Union([Id, Type.Null()]),
        until: Type.Union([Moment, Type.Null()]),
      },
      closed,
    ),
    status: 201,
    answer: Type.Object({ noticeId: Id }, closed),
  },
  'withdraw-notice': {
    method: 'POST',
    path: '/notices/:noticeId/withdraw',
    params: Type.Object({ noticeId: Id }, closed),
    body: Nothing,
    status: 200,
    answer: Nothing,
  },
  /** How loud a zone speaks, in percent; in the first of `hours` that holds the moment it has that volume instead. For a manager. */
  'set-loudness': {
    method: 'POST',
    path: '/zones/:zoneId/loudness',
    params: Type.Object({ zoneId: Id }, closed),
    body: Type.Object(
      {
        volume: Percent,
        hours: Type.Array(Type.Object({ from: WallTime, to: WallTime, volume: Percent }, closed), { maxItems: 12 }),
      },
      closed,
    ),
    status: 200,
    answer: Nothing,
  },
} as const;

const Officer = Type.Union([Type.String(), Type.Null()]);

/** `GET /day/oddities`: what was out of the ordinary today, oldest first, from the log. For a supervisor. */
export const OdditiesAnswer = Type.Object(
  {
    outOfOrder: Type.Array(
      Type.Object(
        { at: Moment, number: Type.String(), counterId: Id, why: PickReasonSchema, officer: Officer },
        closed,
      ),
    ),
    /** Calls for which a head start decided: `minutes` is the head start, `priorityClass` what it was given for. */
    overtakings: Type.Array(
      Type.Object(
        {
          at: Moment,
          number: Type.String(),
          counterId: Id,
          priorityClass: Type.Union([Id, Type.Null()]),
          minutes: Type.Integer(),
          officer: Officer,
        },
        closed,
      ),
    ),
    noShows: Type.Array(
      Type.Object(
        { at: Moment, number: Type.String(), counterId: Id, callsAt: Type.Array(Moment), officer: Officer },
        closed,
      ),
    ),
    /** What people changed: `type` is the event's, `values` its fields; `officer` is a name, null when a device or the system did it. */
    acts: Type.Array(
      Type.Object(
        {
          at: Moment,
          type: Type.String(),
          officer: Officer,
          values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
        },
        closed,
      ),
    ),
    /** How long an agency's own system was down today, or the mall's when `agencyId` is null; one that lasts counts until now. */
    systemDown: Type.Array(
      Type.Object({ agencyId: Type.Union([Id, Type.Null()]), minutes: Type.Integer({ minimum: 0 }) }, closed),
    ),
  },
  { ...closed, $id: 'Oddities' },
);
export type OdditiesAnswer = Static<typeof OdditiesAnswer>;

/** `GET /officers`: the names behind the ids of the hall, those of former officers too. For a supervisor; no station is told them. */
export const OfficersAnswer = Type.Object(
  { officers: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)) },
  { ...closed, $id: 'Officers' },
);
export type OfficersAnswer = Static<typeof OfficersAnswer>;
