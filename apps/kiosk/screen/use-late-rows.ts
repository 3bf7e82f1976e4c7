import { useEffect, useState } from 'preact/hooks';

// As many as are read in the first glance; drawing all of them would keep the next letter waiting on a slow PC.
const firstRows = 4;

/** The rows to draw now: the first ones as found, those below as they were one frame ago. */
export function useLateRows(found: readonly string[]): readonly string[] {
  const [late, setLate] = useState<readonly string[]>([]);
  const key = found.join();
  useEffect(() => {
    const timer = setTimeout(() => setLate(found));
    return () => clearTimeout(timer);
  }, [key]);
  return [...found.slice(0, firstRows), ...late.slice(firstRows)];
}
