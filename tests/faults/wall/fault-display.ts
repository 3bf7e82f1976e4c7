import { openStation } from '@antrean/client';
import { type Catalogue, displayView } from '@antrean/domain';
import { type FaultProxy, type Faults, openFaultProxy } from '../fault-proxy.ts';

/** What was begun aloud: in which zone, which call, and when by the server's clock. */
type Spoken = { readonly zone: string; readonly callSeq: number; readonly spokenAt: number };

/** A display behind a bad network of its own: what its wall shows, and what its voice begins. */
export type FaultDisplay = {
  readonly name: string;
  readonly zoneId: string | null;
  readonly proxy: FaultProxy;
  /** Every call that stood on its wall for at least one picture. */
  readonly seen: ReadonlySet<number>;
  readonly spoken: readonly Spoken[];
  /** The calls that its wall may show now, newest first: their `seq`. */
  wall(): string;
  close(): Promise<void>;
};

// As long as a call would be spoken if people talked fast: the morning is short.
const speechMs = 120;

export async function openFaultDisplay(
  port: number,
  {
    token,
    zoneId,
    catalogue,
    seed,
    faults,
  }: {
    readonly token: string;
    readonly zoneId: string | null;
    readonly catalogue: Catalogue;
    readonly seed: number;
    readonly faults: Faults;
  },
): Promise<FaultDisplay> {
  const proxy = await openFaultProxy(port, seed);
  proxy.set(faults);
  const station = openStation({ url: proxy.url, token });
  const seen = new Set<number>();
  const spoken: Spoken[] = [];
  const calls = () => {
    const { hall } = station.live.current();
    return hall ? displayView(hall, catalogue, zoneId).lastCalls : [];
  };
  const stop = station.live.subscribe(() => {
    for (const { seq } of calls()) seen.add(seq);
  });
  const seat = station.takeVoiceSeat({
    zoneId,
    onSpeak({ announcement, zoneId: zone, started, finished }) {
      if (!started(speechMs)) return;
      if (announcement.kind === 'call')
        spoken.push({ zone, callSeq: announcement.callSeq, spokenAt: station.live.serverNow() });
      setTimeout(finished, speechMs);
    },
  });
  seat.sound('ready', 70);
  return {
    name: `display ${seed} of ${zoneId ?? 'all zones'}`,
    zoneId,
    proxy,
    seen,
    spoken,
    wall: () =>
      calls()
        .map(({ seq }) => seq)
        .join(' '),
    async close() {
      stop();
      station.close();
      await proxy.close();
    },
  };
}
