import { openPresence, type Presence, type Station } from '@antrean/client';
import { useEffect, useMemo } from 'preact/hooks';

/** The session of a manager's page: kept while somebody is there, left when nobody is, and when it was ended from afar. */
export function useManagerWatch(station: Station, leave: (why: 'ended' | 'idle') => void): Presence {
  const presence = useMemo(
    () =>
      openPresence({
        tell: station.presence,
        ask: station.session,
        now: station.live.serverNow,
        onEnd: () => leave('idle'),
      }),
    [station],
  );
  useEffect(() => {
    const look = async () => {
      const answer = await station.session();
      if (!answer.ok && answer.error.code === 'access.expired') leave('ended');
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
    return () => {
      stopSignIn();
      stopLive();
    };
  }, [station]);
  return presence;
}
