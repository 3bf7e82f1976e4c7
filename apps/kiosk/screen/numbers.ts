import type { Commands } from '@antrean/client';
import type { Language } from '@antrean/domain';
import type { PrintOutcome } from '@antrean/printing/outcome';
import type { Bridged, GivenNumber, KioskBridge, StationNow } from '@antrean/station/bridge';
import { bridgePath } from '@antrean/station/bridge';

/** Where the slip is; `NONE`: this kiosk has no printer, the number stands on the screen alone. */
export type Slip = PrintOutcome | { readonly kind: 'NONE' };
export type Given = GivenNumber;

/** Why a number could not be taken: a code of the wire or of the machine around the page, such as `printer.notReady` with its `state`. */
export type TakeFailure = {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number | null>>;
};

type TakePress = {
  readonly pressId: string;
  readonly serviceIds: readonly string[];
  readonly priorityClass: string | null;
  readonly language: Language;
  readonly withoutPaper: boolean;
};

type Taken =
  | { readonly ok: true; readonly issued: Given; readonly slip: Slip }
  | { readonly ok: false; readonly failure: TakeFailure };

/** What the pages may do with numbers and paper. */
export type Numbers = {
  take(press: TakePress): Promise<Taken>;
  /** The visitor has the slip, or has noted the number; or nobody did. Repeated until the station has heard it. */
  confirm(visitId: string): Promise<void>;
  giveUp(visitId: string): Promise<void>;
  missed(text: string): Promise<void>;
  /** Null where no printer stands. */
  readonly paper: {
    reprint(visitId: string): Promise<Slip | null>;
    printList(serviceId: string, language: Language): Promise<Slip | null>;
  } | null;
  /** Null when no station answers. */
  now(): Promise<StationNow | null>;
};

// A slow printer may need most of a minute; after that nobody stands in front of the screen any more.
const paperMs = 60_000;
const shortMs = 4_000;
const told = 5;

/** Numbers from the station around this page, which prints them. `pause` waits between attempts. */
export function numbersOfStation(post: typeof fetch, pause: (ms: number) => Promise<void>): Numbers {
  async function ask<A>(name: keyof KioskBridge, argument: object, ms: number): Promise<A | null> {
    try {
      const answer = await post(`${bridgePath}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(argument),
        signal: AbortSignal.timeout(ms),
      });
      return answer.ok ? ((await answer.json()) as A) : null;
    } catch {
      return null;
    }
  }
  async function tell(name: keyof KioskBridge, argument: object): Promise<void> {
    for (let tries = 0; tries < told; tries += 1) {
      const answer = await ask<Bridged<unknown>>(name, argument, shortMs);
      // Only a disk that failed may do better the next time; any other refusal is an answer.
      if (answer && (answer.ok || answer.error.code !== 'journal.failed')) return;
      await pause(1_000 * 2 ** tries);
    }
  }
  async function print(name: 'reprint' | 'printList', argument: object): Promise<Slip | null> {
    const answer = await ask<Bridged<{ readonly slip: PrintOutcome }>>(name, argument, paperMs);
    return answer?.ok ? answer.value.slip : null;
  }
  return {
    async take(press) {
      const answer = await ask<Awaited<ReturnType<KioskBridge['takeNumber']>>>('takeNumber', press, paperMs);
      if (!answer) return { ok: false, failure: { code: 'link.down' } };
      return answer.ok ? { ok: true, ...answer.value } : { ok: false, failure: answer.error };
    },
    confirm: (visitId) => tell('confirm', { visitId }),
    giveUp: (visitId) => tell('giveUp', { visitId }),
    missed: (text) => tell('missed', { text }),
    paper: {
      reprint: (visitId) => print('reprint', { visitId }),
      printList: (serviceId, language) => print('printList', { serviceId, language }),
    },
    now: () => ask<StationNow>('now', {}, shortMs),
  };
}

/** Numbers straight from the server, without paper: a browser that plays the kiosk. */
export function numbersOfServer(commands: Commands): Numbers {
  return {
    async take({ pressId, serviceIds, priorityClass, language }) {
      const body = { serviceIds: [...serviceIds], priorityClass, language };
      const answer = await commands.give('issue', {}, body, pressId);
      return answer.ok
        ? { ok: true, issued: { ...answer.value, offline: false }, slip: { kind: 'NONE' } }
        : { ok: false, failure: answer.error };
    },
    confirm: async () => {},
    giveUp: async () => {},
    missed: async () => {},
    paper: null,
    now: async () => null,
  };
}
