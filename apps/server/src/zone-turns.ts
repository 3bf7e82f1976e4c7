import { type Catalogue, type Hall, type Line, loudnessOf, siteTime, volumeAt } from '@antrean/domain';
import type { Voices } from './voices.ts';

/** Of the zones whose display is free, the one whose first announcement goes before the others'; null when none is ready. */
export function readyZone(
  lines: ReadonlyMap<string, Line>,
  voices: Voices,
  isKept: (zoneId: string) => boolean,
): string | null {
  const busy = new Set([...lines.values()].flatMap(({ speaking }) => speaking?.seat ?? []));
  const ready = [...lines].flatMap(([zoneId, { waiting, speaking }]) => {
    const [first] = waiting;
    const seat = voices.speakerIn(zoneId)?.seat;
    const isFree = seat !== undefined && !busy.has(seat) && !isKept(zoneId) && !voices.isBusyIn(zoneId);
    return first && !speaking && isFree ? [{ zoneId, first }] : [];
  });
  const [best] = ready.sort((a, b) => a.first.rank - b.first.rank || a.first.speakBy - b.first.speakBy);
  return best?.zoneId ?? null;
}

/** Whether nothing is to be spoken in a zone now (rule [W11]). */
export function isQuiet(hall: Hall, { site }: Catalogue, zoneId: string, now: number): boolean {
  return volumeAt(loudnessOf(hall, zoneId), siteTime(now, site.timeZone).time) === 0;
}

/** Zones with counters at work that should be heard now, and in which no display can be. */
export function silentZones(hall: Hall, catalogue: Catalogue, voices: Voices, now: number): string[] {
  const atWork = new Set(
    catalogue.counters.flatMap(({ id, zoneId }) => (hall.counters[id]?.state === 'open' ? zoneId : [])),
  );
  return [...atWork].filter((zoneId) => !voices.speakerIn(zoneId) && !isQuiet(hall, catalogue, zoneId, now)).sort();
}
