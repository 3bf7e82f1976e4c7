import { useEffect } from 'preact/hooks';

const signs = ['pointerdown', 'keydown', 'wheel'] as const;
const lookMs = 5_000;

/** Calls `onIdle` when nobody has touched this page for `ms`, so that a board left alone cannot be used by the next person. */
export function useIdle(ms: number, onIdle: () => void): void {
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - touchedAt >= ms) onIdle();
    }, lookMs);
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, [ms, onIdle]);
}
