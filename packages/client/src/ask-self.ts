import type { StationSelf } from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';
import type { Station } from './station.ts';

const retryMs = 2_000;

/** Who this device is to its server, null when the server does not know it. Asks until it answers: a PC may be on long before it. */
export async function askSelf(station: Pick<Station, 'self'>, clock: Clock = systemClock): Promise<StationSelf | null> {
  for (;;) {
    const answer = await station.self();
    if (answer.ok) return answer.value;
    if (answer.error.code === 'access.denied' || answer.error.code === 'access.expired') return null;
    await new Promise<void>((resolve) => clock.after(retryMs, resolve));
  }
}
