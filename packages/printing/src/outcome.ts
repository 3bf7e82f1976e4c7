/** What a printer says of itself. `silent`: connected but mute; `unreachable`: no connection. */
export type PrinterState = 'ready' | 'nearEnd' | 'cover' | 'paperOut' | 'error' | 'offline' | 'silent' | 'unreachable';

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
      /** `notAsked`: the visitor chose to go without paper. */
      readonly reason: Exclude<PrinterState, 'ready' | 'nearEnd'> | 'notAsked';
    }
  | {
      readonly kind: 'UNKNOWN';
      readonly jobId: string;
      readonly why: 'fault' | 'closed' | 'timeout';
      readonly after: PrinterState;
    };
