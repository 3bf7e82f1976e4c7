import type { Commands } from '@antrean/client';
import type { PrintOutcome } from '@antrean/printing/outcome';
import type { IssueAnswer } from '@antrean/protocol';
import { type Bridged, bridgePath, type KioskBridge } from '@antrean/station/bridge';

/** Where the slip is; `NONE`: this kiosk has no printer, the number stands on the screen alone. */
export type Slip = PrintOutcome | { readonly kind: 'NONE' };

/** Why a number could not be taken: a code of the wire or of the machine around the page, such as `printer.notReady` with its `state`. */
export type TakeFailure = {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number | null>>;
};

type Press = {
  readonly pressId: string;
  readonly serviceIds: string[];
  readonly priorityClass: string | null;
  readonly language: 'id' | 'en';
  readonly withoutPaper: boolean;
};

type Taken =
  | { readonly ok: true; readonly issued: IssueAnswer; readonly slip: Slip }
  | { readonly ok: false; readonly failure: TakeFailure };

/** What the pages may do with numbers and slips. */
export type NumberTaking = {
  take(press: Press): Promise<Taken>;
  /** Null where no printer can print the slip again. */
  readonly printAgain: ((visitId: string) => Promise<Slip | null>) | null;
};

/** Numbers from the station around this page, which prints them. */
export function takeThroughStation(post: typeof fetch): NumberTaking {
  async function ask<A extends Bridged<unknown>>(name: keyof KioskBridge, argument: object): Promise<A | LinkDown> {
    try {
      const answer = await post(`${bridgePath}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(argument),
        // A slow printer may need most of a minute; after that nobody stands in front of the screen any more.
        signal: AbortSignal.timeout(60_000),
      });
      return answer.ok ? ((await answer.json()) as A) : linkDown;
    } catch {
      return linkDown;
    }
  }
  return {
    async take(press) {
      const answer = await ask<Awaited<ReturnType<KioskBridge['takeNumber']>>>('takeNumber', press);
      return answer.ok ? { ok: true, ...answer.value } : { ok: false, failure: answer.error };
    },
    async printAgain(visitId) {
      const answer = await ask<Awaited<ReturnType<KioskBridge['reprint']>>>('reprint', { visitId });
      return answer.ok ? answer.value.slip : null;
    },
  };
}

/** Numbers straight from the server, without paper: a browser that plays the kiosk. */
export function takeThroughServer(commands: Commands): NumberTaking {
  return {
    async take({ pressId, serviceIds, priorityClass, language }) {
      const answer = await commands.give('issue', {}, { serviceIds, priorityClass, language }, pressId);
      return answer.ok
        ? { ok: true, issued: answer.value, slip: { kind: 'NONE' } }
        : { ok: false, failure: answer.error };
    },
    printAgain: null,
  };
}

type LinkDown = { readonly ok: false; readonly error: { readonly code: 'link.down' } };
const linkDown: LinkDown = { ok: false, error: { code: 'link.down' } };
