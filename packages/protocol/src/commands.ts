import { type Static, type TSchema, Type } from 'typebox';
import { accessCommands } from './access-commands.ts';
import { boardCommands } from './board-commands.ts';
import { deskCommands } from './desk-commands.ts';
import { kioskCommands, PrintOutcomeSchema } from './kiosk-commands.ts';
import {
  CallReasonAnswer,
  CounterAnswer,
  closed,
  Id,
  LanguageSchema,
  Minutes,
  Moment,
  OutcomeSchema,
  PauseReasonSchema,
  PickReasonSchema,
  TicketAnswer,
  TrackReasonSchema,
  TrackSchema,
  VoidReasonSchema,
} from './schemas.ts';

const Nothing = Type.Object({}, closed);
const ServiceIds = Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true });
const TicketParams = Type.Object({ ticketId: Id }, closed);
const CounterParams = Type.Object({ counterId: Id }, closed);
const TicketOnly = Type.Object({ ticket: TicketAnswer }, closed);
const CounterOnly = Type.Object({ counter: CounterAnswer }, closed);

export const IssueAnswer = Type.Object(
  {
    visit: Type.Object(
      {
        id: Id,
        number: Type.String(),
        arrivedAt: Moment,
        priorityClass: Type.Union([Id, Type.Null()]),
        language: LanguageSchema,
      },
      closed,
    ),
    tickets: Type.Array(
      Type.Object({ ...TicketAnswer.properties, ahead: Type.Integer({ minimum: 0 }), estimate: Minutes }, closed),
    ),
    statusUrl: Type.String(),
  },
  { ...closed, $id: 'Issued' },
);
export type IssueAnswer = Static<typeof IssueAnswer>;

type CommandShape = {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly params: TSchema;
  readonly body: TSchema;
  readonly status: 200 | 201;
  readonly answer: TSchema;
};

const onTicket = <B extends TSchema>(verb: string, body: B) =>
  ({
    method: 'POST',
    path: `/tickets/:ticketId/${verb}`,
    params: TicketParams,
    body,
    status: 200,
    answer: TicketOnly,
  }) as const;

const onCounter = <B extends TSchema>(verb: string, body: B) =>
  ({
    method: 'POST',
    path: `/counters/:counterId/${verb}`,
    params: CounterParams,
    body,
    status: 200,
    answer: CounterOnly,
  }) as const;

/** Every command that takes an `Idempotency-Key`: one table for the server's routes and the client's calls (DESIGN §5). */
export const commands = {
  issue: {
    method: 'POST',
    path: '/tickets',
    params: Nothing,
    body: Type.Object(
      {
        serviceIds: ServiceIds,
        priorityClass: Type.Optional(Type.Union([Id, Type.Null()])),
        language: Type.Optional(LanguageSchema),
      },
      closed,
    ),
    status: 201,
    answer: IssueAnswer,
  },
  'print-outcome': {
    method: 'POST',
    path: '/tickets/:ticketId/print-outcome',
    params: TicketParams,
    body: Type.Object({ outcome: PrintOutcomeSchema, jobId: Id }, closed),
    status: 200,
    answer: Nothing,
  },
  void: onTicket('void', Type.Object({ reason: VoidReasonSchema }, closed)),
  recall: onTicket('recall', Nothing),
  start: onTicket('start', Nothing),
  finish: onTicket('finish', Type.Object({ outcome: OutcomeSchema }, closed)),
  'no-show': onTicket('no-show', Nothing),
  park: onTicket('park', Type.Object({ minutes: Type.Integer({ minimum: 1, maximum: 1440 }) }, closed)),
  resume: onTicket('resume', Nothing),
  transfer: onTicket('transfer', Type.Object({ serviceId: Id }, closed)),
  forward: onTicket(
    'forward',
    Type.Object(
      {
        serviceIds: ServiceIds,
        inOrder: Type.Optional(Type.Boolean()),
        outcome: Type.Optional(OutcomeSchema),
      },
      closed,
    ),
  ),
  requeue: onTicket('requeue', Nothing),
  cancel: onTicket('cancel', Nothing),
  open: onCounter('open', Nothing),
  pause: onCounter('pause', Type.Object({ reason: PauseReasonSchema }, closed)),
  'resume-counter': onCounter('resume', Nothing),
  close: onCounter('close', Nothing),
  'change-track': onCounter('track', Type.Object({ track: TrackSchema, reason: TrackReasonSchema }, closed)),
  'call-next': {
    method: 'POST',
    path: '/counters/:counterId/call-next',
    params: CounterParams,
    body: Nothing,
    status: 200,
    answer: Type.Object(
      { ticket: Type.Union([TicketAnswer, Type.Null()]), reason: Type.Union([CallReasonAnswer, Type.Null()]) },
      closed,
    ),
  },
  call: {
    method: 'POST',
    path: '/counters/:counterId/call',
    params: CounterParams,
    body: Type.Object({ ticketId: Id, why: PickReasonSchema }, closed),
    status: 200,
    answer: Type.Object({ ticket: TicketAnswer, reason: CallReasonAnswer }, closed),
  },
  'start-pause': {
    method: 'POST',
    path: '/pauses',
    params: Nothing,
    body: Type.Object(
      {
        agencyId: Type.Union([Id, Type.Null()]),
        reason: PauseReasonSchema,
        until: Type.Optional(Type.Union([Moment, Type.Null()])),
      },
      closed,
    ),
    status: 201,
    answer: Type.Object({ pauseId: Id }, closed),
  },
  'end-pause': {
    method: 'POST',
    path: '/pauses/:pauseId/end',
    params: Type.Object({ pauseId: Id }, closed),
    body: Nothing,
    status: 200,
    answer: Nothing,
  },
  'open-day': {
    method: 'POST',
    path: '/day/open',
    params: Nothing,
    body: Nothing,
    status: 200,
    answer: Type.Object({ serviceDay: Type.String() }, closed),
  },
  'close-day': {
    method: 'POST',
    path: '/day/close',
    params: Nothing,
    body: Nothing,
    status: 200,
    answer: Type.Object({ serviceDay: Type.String() }, closed),
  },
  ...kioskCommands,
  ...deskCommands,
  ...boardCommands,
  ...accessCommands,
} as const satisfies Record<string, CommandShape>;

export type CommandName = keyof typeof commands;
export type CommandBody<N extends CommandName> = Static<(typeof commands)[N]['body']>;
export type CommandParams<N extends CommandName> = Static<(typeof commands)[N]['params']>;
export type CommandAnswer<N extends CommandName> = Static<(typeof commands)[N]['answer']>;
