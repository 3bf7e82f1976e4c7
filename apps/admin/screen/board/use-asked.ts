import type { Answered } from '@antrean/client';
import { useEffect, useState } from 'preact/hooks';

/** Asks at once and again every `everyMs`; what was known stays when an answer is missing. Null until the first one. */
export function useAsked<T>(ask: () => Promise<Answered<T>>, everyMs: number, onEnded: () => void): T | null {
  const [known, setKnown] = useState<T | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const answered = await ask();
      if (isGone) return;
      if (answered.ok) setKnown(() => answered.value);
      else if (answered.error.code === 'access.expired') return onEnded();
      timer = setTimeout(() => void read(), everyMs);
    };
    void read();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [ask, everyMs, onEnded]);
  return known;
}
