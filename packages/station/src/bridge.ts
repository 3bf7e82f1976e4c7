import type { Failure } from '@antrean/client';
import type { Hall, Language } from '@antrean/domain';
import type { PrinterState, PrintOutcome } from '@antrean/printing/outcome';
import type { CommandBody, IssueAnswer } from '@antrean/protocol';

/**
 * Why no number came: a refusal of the command, or the station's own. `printer.notReady`: no paper could be given, so no number
 * was asked for. `lease.exhausted`: the server is away and this kiosk has no numbers left for that queue. `journal.failed`: the
 * station's own disk failed, so it gives nothing.
 */
export type BridgeFailure =
  | Failure
  | { readonly code: 'journal.failed' }
  | { readonly code: 'printer.notReady'; readonly values: { readonly state: PrinterState } };

export type Bridged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: BridgeFailure };

/** `withoutPaper`: the visitor was told that no slip comes and wants the number on the screen all the same. */
export type Press = { readonly pressId: string; readonly withoutPaper?: boolean } & CommandBody<'issue'>;

/**
 * A number as it was given. `offline`: from this kiosk's own range while the server was away; then nobody knows how many wait, and
 * `ahead` is null.
 */
export type GivenNumber = Omit<IssueAnswer, 'tickets'> & {
  readonly tickets: readonly (Omit<IssueAnswer['tickets'][number], 'ahead'> & { readonly ahead: number | null })[];
  readonly offline: boolean;
};

export type Taken = { readonly issued: GivenNumber; readonly slip: PrintOutcome };

/** How this station is at the moment; a page asks every two seconds. */
export type StationNow = {
  readonly printer: { readonly state: PrinterState; readonly since: number };
  /** `away`: the station cannot reach the server; numbers still come, where its leases reach. `refused`: it is no longer enrolled; `unenrolled`: it never was. */
  readonly server: 'there' | 'away' | 'refused' | 'unenrolled';
  /** The hall to show while the server is away: the last one known, or the empty hall of a new day. Null when none was ever known. */
  readonly lastHall: Hall | null;
  /** A slip of which nobody knows whether it came out, left by a station that went down while printing. */
  readonly unsettled: Taken | null;
  /** The build of the screen that this station serves; a page that is older loads itself again when nobody stands there. */
  readonly build: string;
};

/** What a kiosk's page may ask of the machine around it. One press is one `pressId`, whatever is retried or restarted. */
export type KioskBridge = {
  /** Takes a number and prints its slip; the slip's fate is in `slip`, and the number is valid whatever that says. */
  takeNumber(press: Press): Promise<Bridged<Taken>>;
  /** Prints the slip of a number that this kiosk gave, again, marked as a reprint. */
  reprint(request: { readonly visitId: string }): Promise<Bridged<{ readonly slip: PrintOutcome }>>;
  /** The visitor has the slip in the hand, or has noted the number from the screen. */
  confirm(request: { readonly visitId: string }): Promise<Bridged<Record<never, never>>>;
  /** Nobody noted a number of which surely no paper came: it is given up. Only after NOT_SENT; otherwise it changes nothing. */
  giveUp(request: { readonly visitId: string }): Promise<Bridged<Record<never, never>>>;
  /** Prints what to bring for a service: paper without a number. */
  printList(request: {
    readonly serviceId: string;
    readonly language: Language;
  }): Promise<Bridged<{ readonly slip: PrintOutcome }>>;
  /** Counts a search that found nothing. */
  missed(request: { readonly text: string }): Promise<Bridged<Record<never, never>>>;
  now(): Promise<StationNow>;
};

export type StationKind = 'kiosk' | 'counter' | 'display';

/** Where the bridge answers: POST `/bridge/<name>` with the argument as JSON. GET `/bridge` says `{kind: 'kiosk'}`. */
export const bridgePath = '/bridge';

/** Where a page hands the code of its device to the station around it: POST `{code}`, answered as a bridge call. */
export const enrolPath = '/bridge/enrol';
const enrolMs = 20_000;

/** Hands the code over; null when the device is enrolled, else the code of the refusal. */
export async function enrolStation(code: string, post: typeof fetch): Promise<string | null> {
  try {
    const answer = await post(enrolPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(enrolMs),
    });
    if (!answer.ok) return 'enrol.code';
    const said = (await answer.json()) as Bridged<unknown>;
    return said.ok ? null : said.error.code;
  } catch {
    return 'link.down';
  }
}

const answerMs = 4_000;
const againMs = 1_000;
const waits = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Whether a station of this kind runs around the page that asks; otherwise it stands in a browser, and plays one. Only an answer
 * decides that: a station that is slow to answer, or starting anew, is asked again until there is one.
 */
export async function isInsideStation(kind: StationKind, get: typeof fetch, pause = waits): Promise<boolean> {
  for (;;) {
    const said = await askKind(get);
    if (said !== 'silent') return said === kind;
    await pause(againMs);
  }
}

async function askKind(get: typeof fetch): Promise<unknown> {
  try {
    const answer = await get(bridgePath, { signal: AbortSignal.timeout(answerMs) });
    if (!answer.ok) return null;
    return kindIn(await answer.text());
  } catch {
    return 'silent';
  }
}

function kindIn(text: string): unknown {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && 'kind' in said ? said.kind : null;
  } catch {
    // A page instead of JSON is no station either.
    return null;
  }
}
