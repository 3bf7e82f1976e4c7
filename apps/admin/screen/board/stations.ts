import type { StationsAnswer } from '@antrean/protocol';

type Station = StationsAnswer['stations'][number];

type StationState = 'fresh' | 'late' | 'silent' | 'never' | 'trouble';
export type StationRow = Station & { readonly state: StationState };

// A station tells of itself every ten seconds.
const lateMs = 25_000;
const silentMs = 60_000;
const order: Readonly<Record<StationState, number>> = { silent: 0, trouble: 1, late: 2, fresh: 3, never: 4 };

/** Every station, whoever needs somebody first. */
export function stationRows(stations: readonly Station[], now: number): readonly StationRow[] {
  return stations
    .map((station) => ({ ...station, state: stateOf(station, now) }))
    .sort((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name, 'id', { numeric: true }));
}

function stateOf({ seenAt, report, voice }: Station, now: number): StationState {
  if (seenAt === null) return 'never';
  if (now - seenAt > silentMs) return 'silent';
  const printer = report?.printer?.state;
  if (printer && printer !== 'ready' && printer !== 'nearEnd') return 'trouble';
  if (voice?.sound === 'locked') return 'trouble';
  return now - seenAt > lateMs ? 'late' : 'fresh';
}
