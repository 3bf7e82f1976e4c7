import type { Counter, Day } from '@antrean/domain';
import { useEffect, useState } from 'preact/hooks';

const name = 'antrean.work';

/**
 * Whether a supervisor has changed what this counter works since its officer last read it: the track or the agencies. Kept in the tab, so
 * that a reload in between hides nothing. A new service day begins with what it is.
 */
export function useChangedWork(officer: string, counter: Counter, day: Day | null): readonly [boolean, () => void] {
  const { id, track, agencyIds } = counter;
  const place = JSON.stringify([id, officer, day?.serviceDay ?? null]);
  const work = JSON.stringify([track, agencyIds]);
  const [read, setRead] = useState(() => sessionStorage.getItem(name));
  const known = read?.startsWith(`${place} `) ? read.slice(place.length + 1) : null;
  const keep = () => {
    sessionStorage.setItem(name, `${place} ${work}`);
    setRead(`${place} ${work}`);
  };
  useEffect(() => {
    if (known === null) keep();
  }, [place]);
  return [known !== null && known !== work, keep];
}
