/** What a printer says of itself. `silent`: connected but mute; `unreachable`: no connection, or another client holds it. */
export type PrinterState = 'ready' | 'nearEnd' | 'cover' | 'paperOut' | 'error' | 'offline' | 'silent' | 'unreachable';

/** A state, and what the printer says of an `error` where it says more: a knife that is stuck, or a case for the technician. */
export type Condition = { readonly state: PrinterState; readonly cause: 'cutter' | 'unrecoverable' | null };

/**
 * A printer's condition since a moment (epoch milliseconds). `slipsLeft`: how many slips the roll is still good for, null while
 * nobody can say, which is until a new roll was put in while this process watched.
 */
export type PrinterStatus = Condition & { readonly since: number; readonly slipsLeft: number | null };

/** States in which a slip may be sent: near the end of the roll there is still paper. */
export function canPrint(state: PrinterState): state is 'ready' | 'nearEnd' {
  return state === 'ready' || state === 'nearEnd';
}

/** The three ends of a print job. Only the printer's reply to this very job may say PRINTED. */
export type PrintOutcome =
  | { readonly kind: 'PRINTED'; readonly jobId: string; readonly nearEnd: boolean }
  | {
      readonly kind: 'NOT_SENT';
      readonly jobId: string;
      /** `journal`: the attempt could not be made durable first. `notAsked`: the visitor chose to go without paper. */
      readonly reason: Exclude<PrinterState, 'ready' | 'nearEnd'> | 'journal' | 'notAsked';
    }
  | {
      readonly kind: 'UNKNOWN';
      readonly jobId: string;
      readonly why: 'fault' | 'closed' | 'timeout';
      readonly after: PrinterState;
    };
