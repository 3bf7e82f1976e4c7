import type { Seen } from './evidence.ts';

const tooOldToSpeak = 30_000;

/** Every way in which the displays broke I9: a stale view, a call spoken twice in a zone, an old call spoken. */
export function strayDisplays({ spoken, views }: Seen): readonly string[] {
  const found: string[] = [];
  const heard = new Set<string>();
  for (const { zone, callId, calledAt, spokenAt } of spoken) {
    const inZone = JSON.stringify([zone, callId]);
    if (heard.has(inZone)) found.push(`[I9] ${callId} was spoken twice in ${zone}`);
    heard.add(inZone);
    if (spokenAt - calledAt > tooOldToSpeak) found.push(`[I9] ${callId} was too old to be spoken in ${zone}`);
  }
  for (const { display, shown, server } of views)
    if (shown !== server) found.push(`[I9] ${display} shows something else than the server`);
  return found;
}
