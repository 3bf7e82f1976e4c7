import { useEffect, useState } from 'preact/hooks';

/** The one timer of a page: draws again each second. Each drawing reads the time anew, because a join may just have set it right. */
export function useNow(read: () => number): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return read();
}
