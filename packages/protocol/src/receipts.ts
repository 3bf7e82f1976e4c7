import { type Static, Type } from 'typebox';
import { closed } from './schemas.ts';

/** `POST /receipts` of a display: what became of the call with this `seq` there. Kept in memory, for the calls that the hall still shows. */
export const ReceiptBody = Type.Object(
  { seq: Type.Integer({ minimum: 1 }), what: Type.Enum(['shown', 'spoken', 'failed']) },
  closed,
);
export type ReceiptBody = Static<typeof ReceiptBody>;

/**
 * What is known of a call's way to the visitor: on how many displays it stood, in which zones it was spoken or could not be.
 * A display without a zone speaks for the whole mall and is named `mall`. Not an event: it moves no view and is lost with the server.
 */
export type Receipt = {
  readonly seq: number;
  readonly shown: number;
  readonly spoken: readonly string[];
  readonly failed: readonly string[];
};
