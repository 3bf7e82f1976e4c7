import { useRef } from 'preact/hooks';

/** The value as it was when `isFrozen` began, for as long as that lasts. */
export function useFrozen<T>(value: T, isFrozen: boolean): T {
  const kept = useRef(value);
  if (!isFrozen) kept.current = value;
  return kept.current;
}
