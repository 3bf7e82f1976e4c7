import type { Station } from '@antrean/client';
import { useEffect } from 'preact/hooks';

export type SessionEnd = 'ended' | 'idle' | 'takenOver';

/** Notices at once when this counter is used on another screen, and after a lost link or a hidden page whether the session still stands. */
export function useSessionWatch(
  station: Station,
  counterId: string,
  isLive: boolean,
  onEnd: (why: SessionEnd) => void,
): void {
  useEffect(() => {
    let isOver = false;
    const look = async (why: SessionEnd) => {
      const answer = await station.session();
      if (!isOver && !answer.ok && answer.error.code === 'access.expired') onEnd(why);
    };
    const seen = () => document.visibilityState === 'visible' && void look('ended');
    if (isLive) void look('ended');
    document.addEventListener('visibilitychange', seen);
    const stop = station.onSignIn((at) => {
      if (at === counterId) void look('takenOver');
      if (at === null) void look('ended');
    });
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }, [station, counterId, isLive]);
}
