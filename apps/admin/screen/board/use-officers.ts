import type { Station } from '@antrean/client';
import { useMemo } from 'preact/hooks';
import { useAsked } from './use-asked.ts';

// Somebody who was added a moment ago shows up without a name for as long at most.
const everyMs = 15_000;

/** The names behind the officers' ids: the same map until one of them changes, because every row is drawn anew with it. */
export function useOfficers(station: Station, onEnded: () => void): ReadonlyMap<string, string> {
  const answer = useAsked(station.officers, everyMs, onEnded);
  const told = JSON.stringify(answer?.officers.map(({ id, name }) => [id, name]) ?? []);
  return useMemo(() => new Map<string, string>(JSON.parse(told)), [told]);
}
