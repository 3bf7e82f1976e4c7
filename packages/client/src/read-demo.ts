import type { DemoAnswer } from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';

const retryMs = 2_000;

/** What a demonstration lets a page try itself with; null in a real installation. Asks again until the server answers. */
export async function readDemo(
  url: string,
  clock: Clock = systemClock,
  ask: (address: string) => Promise<Response> = (address) => fetch(address),
): Promise<DemoAnswer | null> {
  for (;;) {
    try {
      const answer = await ask(`${url}/api/v1/demo`);
      if (answer.ok) return (await answer.json()) as DemoAnswer;
      if (answer.status < 500) return null;
    } catch {
      // No answer at all is the same as a server that is not ready.
    }
    await new Promise<void>((resolve) => clock.after(retryMs, resolve));
  }
}
