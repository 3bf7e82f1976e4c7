import type { Hall, Recorded } from '@antrean/domain';
import { type Static, Type } from 'typebox';
import type { Receipt } from './receipts.ts';
import { closed } from './schemas.ts';
import type { Speak, VoiceBeat } from './voice.ts';

/** What every station sends: where it is in the log; `after: null` asks for everything. A display tells of its voice besides, and nobody sends anything else. */
export const Join = Type.Object(
  {
    after: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    epoch: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  },
  closed,
);
export type Join = Static<typeof Join>;

/** The answer to a join: the missing tail when it is short, else the whole hall. `now` is the server's clock. */
export type Joined =
  | { readonly epoch: number; readonly head: number; readonly now: number; readonly events: readonly Recorded[] }
  | { readonly epoch: number; readonly head: number; readonly now: number; readonly snapshot: Hall };

export type JoinRefused = { readonly code: 'request.invalid' | 'store.unavailable' };

/** Sent every second, so that silence means something. */
export type Beat = { readonly epoch: number; readonly head: number; readonly now: number };

export type ServerToStation = {
  event: (event: Recorded) => void;
  beat: (beat: Beat) => void;
  receipt: (receipt: Receipt) => void;
  /** Somebody has signed in at this counter, which ends every other session there. Not an event, and not repeated. */
  signedIn: (counterId: string) => void;
  /** To one display alone. It may come twice. */
  speak: (speak: Speak) => void;
  /** Somebody may have been signed out from afar: a page with a session asks whether its own lives. */
  sessionsEnded: () => void;
};

export type StationToServer = {
  join: (join: Join, answer: (joined: Joined | JoinRefused) => void) => void;
  voice: (beat: VoiceBeat) => void;
};

/** A longer tail than this is sent as a snapshot. */
export const longestTail = 500;
export const beatEveryMs = 1_000;
/** Silence after which a station joins again (DESIGN §6). */
export const silenceMs = 2_000;
