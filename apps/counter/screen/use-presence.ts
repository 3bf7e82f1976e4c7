import type { Station } from '@antrean/client';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { openPresence } from './presence.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

export type Here = {
  /** Seconds until this session ends because nobody is here; null while that is far off. */
  readonly secondsLeft: number | null;
  /** Somebody is here, which no key and no pointer told: a screen reader's press, a shortcut of the system. */
  readonly touch: () => void;
};

/** Whether somebody is at this page. Any key or move of the pointer keeps the session, and so does `touch`. */
export function usePresence(station: Station, now: number, isBusy: boolean, onEnd: () => void): Here {
  const presence = useMemo(
    () => openPresence({ tell: station.presence, ask: station.session, now: station.live.serverNow, onEnd }),
    [station],
  );
  const busy = useRef(isBusy);
  busy.current = isBusy;
  useEffect(() => {
    const hear = (event: Event) => {
      // A browser makes moves of its own when something is drawn under a pointer that rests.
      if (event instanceof PointerEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return;
      // A key in front of the warning means that somebody is here, and nothing else: the desk must not hear it too.
      if (event.type === 'keydown' && presence.secondsLeft(busy.current) !== null) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      presence.touch();
    };
    for (const sign of signs) addEventListener(sign, hear, { capture: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, hear, { capture: true });
    };
  }, [presence]);
  useEffect(() => presence.look(isBusy), [presence, now, isBusy]);
  return { secondsLeft: presence.secondsLeft(isBusy), touch: presence.touch };
}
