import type { Failure } from '@antrean/client';
import type { PrinterState, PrintOutcome } from '@antrean/printing/outcome';
import type { CommandBody, IssueAnswer } from '@antrean/protocol';

/** A refusal of the command, or the station's own: the printer could not give paper, so no number was asked for. */
export type BridgeFailure =
  | Failure
  | { readonly code: 'printer.notReady'; readonly values: { readonly state: PrinterState } };

export type Bridged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: BridgeFailure };

/** `withoutPaper`: the visitor was told that no slip comes and wants the number on the screen all the same. */
export type Press = { readonly pressId: string; readonly withoutPaper?: boolean } & CommandBody<'issue'>;

/** What a kiosk's page may ask of the machine around it. One press is one `pressId`, whatever is retried. */
export type KioskBridge = {
  /** Takes a number and prints its slip; the slip's fate is in `slip`, and the number is valid whatever that says. */
  takeNumber(press: Press): Promise<Bridged<{ readonly issued: IssueAnswer; readonly slip: PrintOutcome }>>;
  /** Prints the slip of a number that this kiosk gave, again, marked as a reprint. */
  reprint(request: { readonly visitId: string }): Promise<Bridged<{ readonly slip: PrintOutcome }>>;
  printer(): Promise<PrinterState>;
};

/** Where the bridge answers: POST `/bridge/<name>` with the argument as JSON. GET `/bridge` says `{kind: 'kiosk'}`. */
export const bridgePath = '/bridge';
