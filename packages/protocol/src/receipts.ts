import { type Static, Type } from 'typebox';
import { closed } from './schemas.ts';
import type { CallVoice } from './voice.ts';

/** `POST /receipts` of a display: the call with this `seq` stands there. Kept in memory, for the calls that the hall still shows. */
export const ReceiptBody = Type.Object({ seq: Type.Integer({ minimum: 1 }), what: Type.Enum(['shown']) }, closed);
export type ReceiptBody = Static<typeof ReceiptBody>;

/**
 * What is known of a call's way to the visitor: on how many displays it stood, and what became of its voice; null while nothing is
 * known of that. Not an event: it moves no view and is lost with the server.
 */
export type Receipt = { readonly seq: number; readonly shown: number; readonly voice: CallVoice | null };
