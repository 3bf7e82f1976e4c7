import { type Static, Type } from 'typebox';
import { CloseReasonSchema, closed, Id, Moment, OutcomeSchema, TicketAnswer, TicketStateSchema } from './schemas.ts';

// What an officer does beside calling and serving, and what an officer may read of the visit at hand.

const Nothing = Type.Object({}, closed);
const TicketParams = Type.Object({ ticketId: Id }, closed);

export const longestNote = 280;

export const deskCommands = {
  /** Takes back the last step of this counter, within the seconds of the mall's rule. */
  undo: {
    method: 'POST',
    path: '/counters/:counterId/undo',
    params: Type.Object({ counterId: Id }, closed),
    body: Nothing,
    status: 200,
    answer: Type.Object({ ticket: TicketAnswer }, closed),
  },
  /** About a visit, for the officers who serve it after; forgotten when the next service day opens. */
  note: {
    method: 'POST',
    path: '/tickets/:ticketId/note',
    params: TicketParams,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: longestNote, pattern: '\\S' }) }, closed),
    status: 200,
    answer: Nothing,
  },
  /** The kiosk that gave the number prints its slip once more, marked as a copy. */
  reprint: {
    method: 'POST',
    path: '/tickets/:ticketId/reprint',
    params: TicketParams,
    body: Nothing,
    status: 200,
    answer: Type.Object({ kioskId: Id }, closed),
  },
} as const;

/** `GET /visits/:visitId/story`: the stops of a visit in the order of its legs, and what officers noted; for the officer who has it at the counter. */
export const StoryAnswer = Type.Object(
  {
    stops: Type.Array(
      Type.Object(
        {
          ticketId: Id,
          agencyId: Id,
          serviceId: Id,
          state: TicketStateSchema,
          outcome: Type.Union([OutcomeSchema, Type.Null()]),
          /** Where it is or last was called to. */
          counterId: Type.Union([Id, Type.Null()]),
          calledAt: Type.Union([Moment, Type.Null()]),
          startedAt: Type.Union([Moment, Type.Null()]),
          endedAt: Type.Union([Moment, Type.Null()]),
        },
        closed,
      ),
    ),
    notes: Type.Array(
      Type.Object({ at: Moment, text: Type.String(), counterId: Type.Union([Id, Type.Null()]) }, closed),
    ),
  },
  { ...closed, $id: 'Story' },
);
export type StoryAnswer = Static<typeof StoryAnswer>;

/** `GET /counters/:counterId/undo`: the step that `undo` would take back now, for the officer whose step it was; a reloaded page offers it again. */
export const UndoableAnswer = Type.Object(
  {
    undoable: Type.Union([
      Type.Object(
        {
          step: Type.Enum(['start', 'finish', 'no-show', 'park', 'cancel', 'transfer']),
          /** Only of a finish. */
          outcome: Type.Union([OutcomeSchema, Type.Null()]),
          ticketId: Id,
          number: Type.String(),
          at: Moment,
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  { ...closed, $id: 'Undoable' },
);
export type UndoableAnswer = Static<typeof UndoableAnswer>;

/**
 * `GET /counters/:counterId/closing`: how a supervisor closed the counter under the officer who asks, null when nobody did or it is in use
 * again. The name of the person is told here and in no event.
 */
export const ClosingAnswer = Type.Object(
  {
    closing: Type.Union([
      Type.Object(
        {
          /** Its place in the log, by which a page knows what was read already. */
          seq: Type.Integer({ minimum: 1 }),
          at: Moment,
          officer: Type.String(),
          reason: CloseReasonSchema,
          /** Where its visitors are called now. */
          toCounterId: Type.Union([Id, Type.Null()]),
          /** Whose number was at the counter and waits again. */
          number: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  { ...closed, $id: 'Closing' },
);
export type ClosingAnswer = Static<typeof ClosingAnswer>;
