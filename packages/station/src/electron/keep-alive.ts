import type { Clock } from '@antrean/client';
import type { StationWindow } from './station-shell.ts';

export type WindowParts = {
  /** The page of this PC's own station on loopback; nothing else is ever shown. */
  readonly url: string;
  readonly clock: Clock;
  /** Ends the program, so that whoever supervises it starts it anew. */
  readonly giveUp: (code: number) => void;
  readonly log: (line: string) => void;
};

const reloadsAMinute = 3;
const minuteMs = 60_000;
const answerMs = 10_000;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** What a supervisor reads as "start me again": EX_SOFTWARE of sysexits.h. */
const crashedTooOften = 70;

/**
 * Loads the page and keeps it there. A page that crashes is loaded anew three times a minute, then the program gives up; one that
 * does not answer for ten seconds is made to crash; one that cannot be loaded is tried again, ever more slowly.
 */
export function keepAlive(
  window: Pick<StationWindow, 'loadURL' | 'show' | 'webContents'>,
  { url, clock, giveUp, log }: WindowParts,
): void {
  const contents = window.webContents;
  let crashes: readonly number[] = [];
  let pauseMs = firstPauseMs;
  let forgetHang = () => {};
  // A failure comes as an event as well, and there it is answered.
  const load = () => void window.loadURL(url).catch(() => {});

  contents.on('render-process-gone', (_event, { reason }) => {
    forgetHang();
    if (reason === 'clean-exit') return;
    const now = clock.now();
    crashes = [...crashes.filter((at) => now - at < minuteMs), now];
    log(`the page ended: ${reason}`);
    if (crashes.length > reloadsAMinute) giveUp(crashedTooOften);
    else load();
  });
  contents.on('unresponsive', () => {
    forgetHang();
    forgetHang = clock.after(answerMs, () => contents.forcefullyCrashRenderer());
  });
  contents.on('responsive', () => forgetHang());
  contents.on('did-finish-load', () => {
    pauseMs = firstPauseMs;
  });
  contents.on('did-fail-load', (_event, code, why, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    log(`the page could not be loaded: ${why}`);
    // An empty window of ours is better than the desktop behind it.
    window.show();
    clock.after(pauseMs, load);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  });
  load();
}

/** Chromium's net::ERR_ABORTED: a newer load, or a refused navigation, took its place. */
const aborted = -3;
