import type { Station } from '@antrean/client';
import { useCallback, useEffect } from 'preact/hooks';
import { useIdle } from '../board/use-idle.ts';

// As long as the server lets a session lie.
const idleMs = 10 * 60_000;
const tellEveryMs = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** Keeps the session of somebody who is at the page, leaves when nobody is, and when the session was ended from afar. */
export function useManagerPresence(station: Station, leave: (why: 'ended' | 'idle') => void): void {
  const onIdle = useCallback(() => leave('idle'), [station]);
  useIdle(idleMs, onIdle);
  useEffect(() => {
    let toldAt = Date.now();
    const look = async () => {
      const answer = await station.session();
      if (!answer.ok && answer.error.code === 'access.expired') leave('ended');
    };
    const touch = () => {
      if (Date.now() - toldAt < tellEveryMs) return;
      toldAt = Date.now();
      void station.presence();
    };
    void look();
    const stopSignIn = station.onSignIn((counterId) => {
      if (counterId === null) void look();
    });
    // A session that has ended takes the feed along.
    let wasLive = false;
    const stopLive = station.live.subscribe(() => {
      const isLive = station.live.current().link.state === 'live';
      if (wasLive && !isLive) void look();
      wasLive = isLive;
    });
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      stopSignIn();
      stopLive();
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, [station]);
}
