import type { Catalogue, Hall } from '@antrean/domain';
import type { CutSlip } from '@antrean/printing/virtual';

/** One line of a run's history, in the order in which its driver saw it; `at` is the driver's steady clock, milliseconds. */
export type Line = { readonly at: number; readonly commandId: string } & (
  | { readonly kind: 'invoke'; readonly name: string }
  | { readonly kind: 'ok'; readonly answer: string }
  /** Refused with this code. */
  | { readonly kind: 'fail'; readonly code: string }
  /** No answer, or one that says that nobody knows: the command may or may not have happened. */
  | { readonly kind: 'info' }
);

/** A row of the log as it lies in the file. */
export type LogRow = {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly commandId: string;
  readonly body: string;
};

/** What a database holds after the fault. */
export type MallRecord = {
  readonly log: readonly LogRow[];
  readonly head: { readonly epoch: number; readonly seq: number; readonly hash: string };
  /** The ids of the command table. */
  readonly commands: ReadonlySet<string>;
  /** The hall as the server reads it from its rows. */
  readonly hall: Hall;
  readonly catalogue: Catalogue;
};

/** What came out of the printers, and what the people in front of them know. */
export type Paper = {
  readonly slips: readonly Pick<CutSlip, 'text'>[];
  /** The visit behind the address on a slip, as the server finds it. */
  readonly visitOf: ReadonlyMap<string, string>;
  /** Visits whose visitor said "I have it". */
  readonly confirmed: ReadonlySet<string>;
  /** The number that a screen showed for each visit. */
  readonly shown: ReadonlyMap<string, string>;
  /** Numbers that the server lists for staff, because nobody knows about their slip. */
  readonly doubtful: ReadonlySet<string>;
};

/** What displays showed and spoke. */
export type Seen = {
  readonly spoken: readonly {
    readonly zone: string;
    readonly callId: string;
    readonly calledAt: number;
    readonly spokenAt: number;
  }[];
  /** What each display and the server showed five seconds after the link was up again, as text. */
  readonly views: readonly { readonly display: string; readonly shown: string; readonly server: string }[];
};

/** All that a run leaves behind. What a run has none of, it says nothing about. */
export type Evidence = {
  readonly record: MallRecord;
  readonly history?: readonly Line[];
  readonly paper?: Paper;
  readonly seen?: Seen;
  /** Milliseconds from each heal to the first command that was answered. */
  readonly servedAfterMs?: readonly number[];
  /** Milliseconds from the last heal until the server knew all that kiosks had given alone. */
  readonly mergedAfterMs?: number;
};
