import type { Station } from '@antrean/client';
import { useCallback, useState } from 'preact/hooks';

/** The kiosk that was asked for a slip, as it told of itself last; `canPrint` null when it has told nothing. */
export type AskedKiosk = { readonly name: string; readonly canPrint: boolean | null };

/** A kiosk tells every ten seconds. */
const silentMs = 30_000;
const printing = ['ready', 'nearEnd'];

/** Looks, once a slip is asked for again, whether the kiosk that should print it can: the visitor is about to walk there. */
export function useReprint(station: Station): readonly [AskedKiosk | null, (kioskId: string | null) => void] {
  const [kiosk, setKiosk] = useState<AskedKiosk | null>(null);
  const look = useCallback(
    (kioskId: string | null) => {
      setKiosk(null);
      if (kioskId === null) return;
      void station.stations().then((answer) => {
        const found = answer.ok ? answer.value.stations.find(({ deviceId }) => deviceId === kioskId) : undefined;
        if (!found) return;
        const { name, report, seenAt } = found;
        const isHeard = seenAt !== null && station.live.serverNow() - seenAt < silentMs;
        const state = report?.printer?.state;
        setKiosk({
          name,
          canPrint: report === null ? null : isHeard && state !== undefined && printing.includes(state),
        });
      });
    },
    [station],
  );
  return [kiosk, look];
}
