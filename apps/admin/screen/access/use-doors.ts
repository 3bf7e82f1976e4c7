import type { Station } from '@antrean/client';
import type { AccessLogAnswer, DoorsAnswer } from '@antrean/protocol';
import { useCallback, useEffect, useState } from 'preact/hooks';

/** People and devices as the server last told of them, and the newest of the record; null until then. */
export type DoorsNow = { readonly doors: DoorsAnswer; readonly log: AccessLogAnswer['entries'] };

const everyMs = 3_000;

/** Asks every few seconds, because devices come in while somebody looks, and at once after an act. */
export function useDoors(station: Station, onEnded: () => void): readonly [DoorsNow | null, () => Promise<void>] {
  const [now, setNow] = useState<DoorsNow | null>(null);
  const ask = useCallback(async () => {
    const [doors, log] = await Promise.all([station.doors(), station.accessLog()]);
    if (doors.ok && log.ok) setNow({ doors: doors.value, log: log.value.entries });
    else if (!doors.ok && doors.error.code === 'access.expired') onEnded();
  }, [station]);
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => clearInterval(timer);
  }, [ask]);
  return [now, ask];
}
