import type { StationNow } from '@antrean/station/bridge';
import { useEffect, useState } from 'preact/hooks';
import type { Numbers } from './numbers.ts';

// A kiosk that is shut out must be off within two seconds; its station knows at once.
const everyMs = 1_000;

/** How the station is, asked every second; null where none answers. */
export function useStationNow(numbers: Numbers): StationNow | null {
  const [station, setStation] = useState<StationNow | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const heard = await numbers.now();
      if (isGone) return;
      setStation(heard);
      timer = setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [numbers]);
  return station;
}
