import type { Station } from '@antrean/client';
import { useEffect } from 'preact/hooks';
import { type SessionEnd, sessionEndOf } from './session-end.ts';

/** Asks whether the session still stands: when anybody signs in or is signed out, after a lost link, and when the page is seen again. */
export function useSessionWatch(station: Station, isLive: boolean, onEnd: (end: SessionEnd) => void): void {
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const answer = await station.session();
      const end = answer.ok ? null : sessionEndOf(answer.error);
      if (!isOver && end) onEnd(end);
    };
    const seen = () => document.visibilityState === 'visible' && void look();
    if (isLive) void look();
    document.addEventListener('visibilitychange', seen);
    // Also one at another counter: it may be this officer who has walked over there.
    const stop = station.onSignIn(() => void look());
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }, [station, isLive]);
}

/** Asks why a session has ended that was found to have; `guess` is said when the server does not answer. */
export async function whyEnded(station: Station, guess: SessionEnd): Promise<SessionEnd> {
  const answer = await station.session();
  const end = answer.ok ? null : sessionEndOf(answer.error);
  return end && end.why !== 'ended' ? end : guess;
}
