import type { HallEvent } from './events.ts';
import type { Hall } from './hall.ts';
import { ok, type Result } from './result.ts';

/** A stretch of each day in the mall's own time, `HH:MM`; one that ends before it begins goes over midnight. */
export type Hours = { readonly from: string; readonly to: string };

/** How loud a zone speaks, in percent: `volume`, but in the first of `hours` that holds the moment its own. Nothing is quiet. */
export type Loudness = {
  readonly volume: number;
  readonly hours: readonly (Hours & { readonly volume: number })[];
};

/** Of a zone for which nobody has set anything. */
export const usualLoudness: Loudness = { volume: 100, hours: [] };

export function loudnessOf(hall: Hall, zoneId: string): Loudness {
  return hall.loudness[zoneId] ?? usualLoudness;
}

/** Whether the mall's clock, `HH:MM`, stands in this stretch; its last minute is the one before `to`. */
export function isWithin({ from, to }: Hours, time: string): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

export function volumeAt({ volume, hours }: Loudness, time: string): number {
  return hours.find((stretch) => isWithin(stretch, time))?.volume ?? volume;
}

/** Until when nothing is heard, `null` for always. */
export type Quiet = { readonly until: string | null };

/** Whether zones are all quiet at `time`, and until when one of them is not (rule [W11]); null when one can be heard. */
export function quietAt(zones: readonly Loudness[], time: string): Quiet | null {
  const isQuiet = (at: string) => zones.every((loudness) => volumeAt(loudness, at) === 0);
  if (zones.length === 0 || !isQuiet(time)) return null;
  const turns = zones.flatMap(({ hours }) => hours.flatMap(({ from, to }) => [from, to])).sort();
  const ahead = [...turns.filter((turn) => turn > time), ...turns.filter((turn) => turn <= time)];
  return { until: ahead.find((turn) => !isQuiet(turn)) ?? null };
}

/** What a manager sets for a zone (rule [W11]); the same once more changes nothing. */
export function decideSetLoudness(
  hall: Pick<Hall, 'loudness'>,
  zoneId: string,
  wanted: Loudness,
): Result<readonly HallEvent[]> {
  const { volume, hours } = wanted;
  const now = hall.loudness[zoneId] ?? usualLoudness;
  const isSame = now.volume === volume && JSON.stringify(now.hours.map(told)) === JSON.stringify(hours.map(told));
  return ok(isSame ? [] : [{ type: 'zone.loudnessSet', zoneId, volume, hours: hours.map(told) }]);
}

const told = ({ from, to, volume }: Loudness['hours'][number]) => ({ from, to, volume });
