import { useEffect } from 'preact/hooks';

/** Tells once that the call of this `seq` has been painted; null, for somebody who is being served, tells nothing. */
export function useShown(callSeq: number | null, onShown: (callSeq: number) => void): void {
  useEffect(() => {
    if (callSeq === null) return;
    // The task after the next frame runs when that frame has been painted; a browser that paints nothing tells nothing.
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => onShown(callSeq));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [callSeq]);
}
