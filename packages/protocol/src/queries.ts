import { type Static, Type } from 'typebox';
import { closed, Id, Minutes, Moment, TicketStateSchema, TrackSchema } from './schemas.ts';

/** What a visitor sees under the token of the slip: nothing personal, nobody else's ticket. */
export const StatusAnswer = Type.Object(
  {
    number: Type.String(),
    serviceDay: Type.String(),
    tickets: Type.Array(
      Type.Object(
        {
          agency: Type.String(),
          service: Type.String(),
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

export const EventsQuery = Type.Object(
  {
    after: Type.Integer({ minimum: 0, default: 0 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
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
    notice: Type.Union([Type.String(), Type.Null()]),
    kioskUrl: Type.Union([Type.String(), Type.Null()]),
    displayToken: Type.String(),
    receptionToken: Type.String(),
    counters: Type.Array(Type.Object({ counterId: Id, token: Type.String(), officer: Type.String() }, closed)),
    pin: Type.String(),
    startedAt: Moment,
  },
  closed,
);
export type DemoAnswer = Static<typeof DemoAnswer>;
