import type { Answered } from '@antrean/client';
import type { PrinterState, PrintOutcome } from '@antrean/printing';
import type { CommandBody, IssueAnswer } from '@antrean/protocol';

/** What a kiosk's page may ask of the machine around it. One press is one `pressId`, whatever is retried. */
export type KioskBridge = {
  /** Takes a number and prints its slip; the slip's fate is in `slip`, and the number is valid whatever that says. */
  takeNumber(
    press: { readonly pressId: string } & CommandBody<'issue'>,
  ): Promise<Answered<{ readonly issued: IssueAnswer; readonly slip: PrintOutcome }>>;
  /** Prints the slip of a number that this kiosk gave, again, marked as a reprint. */
  reprint(request: { readonly visitId: string }): Promise<Answered<{ readonly slip: PrintOutcome }>>;
  printer(): Promise<PrinterState>;
};

/** Where the bridge answers: POST `/bridge/<name>` with the argument as JSON. */
export const bridgePath = '/bridge';
