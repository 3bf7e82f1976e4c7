import { useEffect, useState } from 'preact/hooks';

// A second finger, or the same one bouncing, must not press what appears under it.
const settleMs = 350;

/** False while a page has only just appeared and takes no touch yet. */
export function useSettled(place: string): boolean {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(place), settleMs);
    return () => clearTimeout(timer);
  }, [place]);
  return settled === place;
}
