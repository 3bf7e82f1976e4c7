import { bridgePath } from '@antrean/station/bridge';

/** Whether a station with a printer runs around this page; otherwise a browser plays the kiosk. */
export async function isInsideStation(get: typeof fetch): Promise<boolean> {
  try {
    const answer = await get(bridgePath, { signal: AbortSignal.timeout(4_000) });
    if (!answer.ok) return false;
    const said: unknown = await answer.json();
    return typeof said === 'object' && said !== null && 'kind' in said && said.kind === 'kiosk';
  } catch {
    // A page instead of JSON is no station either.
    return false;
  }
}
