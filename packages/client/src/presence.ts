import type { PresenceAnswer } from '@antrean/protocol';
import type { Answered } from './commands.ts';

export type PresenceNeeds = {
  /** Tells the server that somebody is here. */
  readonly tell: () => Promise<Answered<PresenceAnswer>>;
  /** Whether the session still stands, and until when; it may have been kept by a press that this page knows nothing of. */
  readonly ask: () => Promise<Answered<PresenceAnswer>>;
  /** The server's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly onEnd: () => void;
};

/** Keeps a session while somebody is at the page, and ends it when nobody has been for as long as the server allows. */
export type Presence = {
  /** Somebody is here: a key, the pointer, a press from outside the page, an order that was answered. */
  touch(): void;
  /** Does what the time wants; called each second. With a visitor at the counter no officer is idle. */
  look(isBusy: boolean): void;
  /** Seconds until the session ends, null while that is far off. */
  secondsLeft(isBusy: boolean): number | null;
};

const tellEveryMs = 60_000;
const againMs = 5_000;
const warnMs = 60_000;

export function openPresence({ tell, ask, now, onEnd }: PresenceNeeds): Presence {
  // Loading the page is the first sign of a person, whatever the page then thinks the time is.
  let touchedAt: number | null = Number.POSITIVE_INFINITY;
  let lastTell = { at: Number.NEGATIVE_INFINITY, keepsMs: 0 };
  let lastAsk = { at: Number.NEGATIVE_INFINITY, keepsMs: 0 };
  let idleUntil: number | null = null;
  let isUnderWay = false;

  // Until the page has heard the server it goes by its own clock, which may be days ahead: a time to come is no reason to wait.
  const isRecent = ({ at, keepsMs }: typeof lastTell) => now() >= at && now() < at + keepsMs;

  async function report(): Promise<void> {
    if (touchedAt === null || isUnderWay || isRecent(lastTell)) return;
    const told = touchedAt;
    touchedAt = null;
    // A PC that has slept since says nothing of who is at it now.
    if (now() - told > 2 * tellEveryMs) return;
    isUnderWay = true;
    const answered = await tell();
    isUnderWay = false;
    if (answered.ok) {
      idleUntil = answered.value.idleUntil;
      lastTell = { at: now(), keepsMs: tellEveryMs };
    } else if (answered.error.code === 'access.expired') onEnd();
    else {
      touchedAt ??= told;
      lastTell = { at: now(), keepsMs: againMs };
    }
  }

  async function check(): Promise<void> {
    if (isUnderWay || isRecent(lastAsk)) return;
    isUnderWay = true;
    const answered = await ask();
    isUnderWay = false;
    lastAsk = { at: now(), keepsMs: againMs };
    if (answered.ok) idleUntil = answered.value.idleUntil;
    else if (answered.error.code === 'access.expired') onEnd();
  }

  return {
    touch() {
      touchedAt = now();
      void report();
    },
    look(isBusy) {
      if (touchedAt !== null) void report();
      else if (!isBusy && idleUntil !== null && now() >= idleUntil) void check();
    },
    secondsLeft(isBusy) {
      if (isBusy || idleUntil === null || now() < idleUntil - warnMs) return null;
      return Math.max(0, Math.ceil((idleUntil - now()) / 1000));
    },
  };
}
