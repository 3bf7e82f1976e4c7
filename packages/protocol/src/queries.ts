import type { Catalogue } from '@antrean/domain';
import { type Static, Type } from 'typebox';
import { CounterAnswer, closed, Id, Minutes, Moment, TicketStateSchema, TrackSchema } from './schemas.ts';

/** `GET /catalogue`: the mall as it is, and what a station needs to know of its server. `now` is the server's clock. */
export const CatalogueAnswer = Type.Object(
  {
    // The store has parsed it when it was read; a second description of the whole catalogue would only drift from the first.
    catalogue: Type.Unsafe<Catalogue>(Type.Object({}, { additionalProperties: true })),
    epoch: Type.Integer(),
    now: Moment,
    /** What stands before `/t/…` on a slip. */
    publicUrl: Type.String(),
    demo: Type.Boolean(),
    /** Services that visitors came for most on the last days, the first one most. */
    mostUsed: Type.Array(Id),
  },
  { ...closed, $id: 'Mall' },
);
export type CatalogueAnswer = Static<typeof CatalogueAnswer>;

export const QueuesAnswer = Type.Object(
  {
    queues: Type.Array(
      Type.Object(
        {
          id: Id,
          agencyId: Id,
          track: TrackSchema,
          prefix: Type.String(),
          ahead: Type.Integer({ minimum: 0 }),
          openCounters: Type.Integer({ minimum: 0 }),
          estimate: Minutes,
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'Queues' },
);

export const CountersAnswer = Type.Object({ counters: Type.Array(CounterAnswer) }, { ...closed, $id: 'Counters' });

/** What a visitor sees under the token of the slip: nothing personal, nobody else's ticket. */
export const StatusAnswer = Type.Object(
  {
    number: Type.String(),
    serviceDay: Type.String(),
    /** The mall's IANA zone: a phone may stand in another. */
    timeZone: Type.String(),
    tickets: Type.Array(
      Type.Object(
        {
          agency: Type.String(),
          agencyEn: Type.String(),
          service: Type.String(),
          serviceEn: Type.String(),
          track: TrackSchema,
          state: TicketStateSchema,
          ahead: Type.Integer({ minimum: 0 }),
          estimate: Minutes,
          counter: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'Status' },
);
export type StatusAnswer = Static<typeof StatusAnswer>;

// Query strings are text; the pattern is what makes them numbers.
const Digits = Type.String({ pattern: '^[0-9]{1,15}$' });
export const EventsQuery = Type.Object(
  {
    after: Type.Optional(Digits),
    limit: Type.Optional(Digits),
  },
  closed,
);

export const EventsAnswer = Type.Object(
  { events: Type.Array(Type.Unknown()), head: Type.Integer({ minimum: 0 }) },
  closed,
);

/** Demonstration only, and only on loopback: the tokens and officers a person may try the screens with. */
export const DemoAnswer = Type.Object(
  {
    /** A demonstration outside the mall's hours is open all the same; the screens say so. */
    openedByHand: Type.Boolean(),
    kioskToken: Type.String(),
    displayToken: Type.String(),
    /** `mayPick`: this officer may call out of order, with a reason. */
    counters: Type.Array(
      Type.Object({ counterId: Id, token: Type.String(), officer: Type.String(), mayPick: Type.Boolean() }, closed),
    ),
    /** The supervisor's device and officer, with the same PIN. */
    board: Type.Object({ token: Type.String(), officer: Type.String() }, closed),
    manager: Type.Object({ officer: Type.String(), password: Type.String() }, closed),
    pin: Type.String(),
  },
  closed,
);
export type DemoAnswer = Static<typeof DemoAnswer>;
