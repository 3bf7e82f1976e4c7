import { useEffect, useRef } from 'preact/hooks';
import { afterQuery, noMisses } from './misses.ts';
import type { Numbers } from './numbers.ts';
import type { ServiceSearch } from './search.ts';
import type { Path } from './steps.ts';

/** Counts the searches of each visitor that found nothing. */
export function useMisses({ step, beganAt }: Path, search: ServiceSearch, numbers: Numbers): void {
  const seen = useRef({ visitor: beganAt, misses: noMisses });
  const query = step.at === 'search' ? step.query : null;
  useEffect(() => {
    const { misses, missed } = afterQuery(seen.current.misses, query, query !== null && search(query).length > 0);
    seen.current =
      seen.current.visitor === beganAt ? { visitor: beganAt, misses } : { visitor: beganAt, misses: noMisses };
    if (missed !== null) void numbers.missed(missed);
  }, [query, beganAt]);
}
