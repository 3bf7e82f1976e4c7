import { useEffect, useState } from 'preact/hooks';

/** The one timer of a page: draws again each second with what `read` says of the time. */
export function useNow(read: () => number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 1000);
    return () => clearInterval(timer);
  }, [read]);
  return now;
}
