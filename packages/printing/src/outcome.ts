/** What a printer says of itself. `silent`: connected but mute; `unreachable`: no connection. */
export type PrinterState = 'ready' | 'nearEnd' | 'cover' | 'paperOut' | 'error' | 'offline' | 'silent' | 'unreachable';

/** The three ends of a print job. Only the printer's reply to this very job may say PRINTED. */
export type PrintOutcome =
  | { readonly kind: 'PRINTED'; readonly jobId: string; readonly nearEnd: boolean }
  | {
      readonly kind: 'NOT_SENT';
      readonly jobId: string;
      readonly reason: 'unreachable' | 'silent' | 'offline' | 'cover' | 'paperOut' | 'error';
    }
  | {
      readonly kind: 'UNKNOWN';
      readonly jobId: string;
      readonly why: 'fault' | 'closed' | 'timeout';
      readonly after: PrinterState;
    };
