import { useEffect, useRef } from 'preact/hooks';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** What keeps the session, as the page's client has it. */
export type PresenceKeeper = {
  touch(): void;
  look(isBusy: boolean): void;
  secondsLeft(isBusy: boolean): number | null;
};

export type Here = {
  /** Seconds until this session ends because nobody is here; null while that is far off. */
  readonly secondsLeft: number | null;
  /** Somebody is here, which no key and no pointer told: a screen reader's press, a shortcut of the system. */
  readonly touch: () => void;
};

/** Whether somebody is at this page. Any key or move of the pointer keeps the session, and so does `touch`. */
export function usePresence(presence: PresenceKeeper, now: number, isBusy: boolean): Here {
  const busy = useRef(isBusy);
  busy.current = isBusy;
  useEffect(() => {
    const hear = (event: Event) => {
      // A browser makes moves of its own when something is drawn under a pointer that rests.
      if (event instanceof PointerEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return;
      // A key in front of the warning means that somebody is here, and nothing else: the page must not hear it too.
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
