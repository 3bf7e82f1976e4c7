import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

// Longer than it takes to read a sentence and press; a pointer that merely lies there must not hold the list for good.
const holdMs = 8_000;

/** Whether somebody is at this part of the page with the pointer or by keyboard, and the handlers that notice it. */
export function useHeld() {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hold = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHeld(false), holdMs);
    setHeld(true);
  }, []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    setHeld(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isHeld,
    signs: {
      onPointerMove: hold,
      onPointerDown: hold,
      onPointerLeave: leave,
      onKeyDown: hold,
      onFocusIn: hold,
    },
  };
}
