import type { DemoAnswer } from '@antrean/protocol';
import { bridgePath } from '@antrean/station/bridge';

/** What runs around this page: a station with its printer, or a browser that plays a kiosk in a demonstration. */
export type Surroundings =
  | { readonly kind: 'station' }
  | { readonly kind: 'demo'; readonly token: string }
  | { readonly kind: 'none' };

export async function findSurroundings(get: typeof fetch): Promise<Surroundings> {
  const bridge = await json<{ kind?: unknown }>(get, bridgePath);
  if (bridge?.kind === 'kiosk') return { kind: 'station' };
  const demo = await json<Partial<DemoAnswer>>(get, '/api/v1/demo');
  return typeof demo?.kioskToken === 'string' ? { kind: 'demo', token: demo.kioskToken } : { kind: 'none' };
}

// Whatever is not JSON, such as a server's page for unknown addresses, is no answer.
async function json<T>(get: typeof fetch, url: string): Promise<T | null> {
  try {
    const answer = await get(url, { signal: AbortSignal.timeout(4_000) });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
