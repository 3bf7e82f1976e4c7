import { useEffect, useState } from 'preact/hooks';

// As many as are read in the first glance; drawing all of them would keep the next letter waiting on a slow PC.
const firstRows = 4;

/** The rows to draw now, none twice: the first ones as found, those below as they were one frame ago. */
export function useLateRows(found: readonly string[]): readonly string[] {
  const [late, setLate] = useState<readonly string[]>([]);
  const key = found.join();
  useEffect(() => {
    const timer = setTimeout(() => setLate(found));
    return () => clearTimeout(timer);
  }, [key]);
  const first = found.slice(0, firstRows);
  return [...first, ...late.slice(firstRows).filter((row) => !first.includes(row))];
}
