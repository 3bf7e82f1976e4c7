import { type Track, tracks } from '@antrean/domain';

type TrackFigures = { issued: number; served: number; missed: number; readonly waits: number[] };

/** What the day came to, counted by those who played it. Minutes are those of the played day. */
export type Figures = {
  issued(ticket: { readonly track: Track; readonly agency: string }): void;
  /** A number as it was given to one visit; the same number twice on one day would be a mistake of the server. */
  numbered(serviceDay: string, number: string): void;
  called(track: Track, waitMinutes: number): void;
  served(track: Track): void;
  missed(track: Track): void;
  reportedBack(track: Track): void;
  refused(code: string): void;
  totals(): { readonly issued: number; readonly served: number; readonly missed: number };
  report(): string;
};

export function countFigures(): Figures {
  const each: Record<Track, TrackFigures> = { quick: empty(), self: empty(), long: empty() };
  const agencies = new Map<string, number>();
  const refusals = new Map<string, number>();
  const numbers = new Set<string>();
  let duplicates = 0;
  const sum = (of: (figures: TrackFigures) => number) => tracks.reduce((total, track) => total + of(each[track]), 0);
  return {
    issued({ track, agency }) {
      each[track].issued += 1;
      agencies.set(agency, (agencies.get(agency) ?? 0) + 1);
    },
    numbered(serviceDay, number) {
      const given = `${serviceDay} ${number}`;
      if (numbers.has(given)) duplicates += 1;
      numbers.add(given);
    },
    called: (track, waitMinutes) => each[track].waits.push(waitMinutes),
    served(track) {
      each[track].served += 1;
    },
    missed(track) {
      each[track].missed += 1;
    },
    reportedBack(track) {
      each[track].missed -= 1;
    },
    refused: (code) => refusals.set(code, (refusals.get(code) ?? 0) + 1),
    totals: () => ({
      issued: sum(({ issued }) => issued),
      served: sum(({ served }) => served),
      missed: sum(({ missed }) => missed),
    }),
    report() {
      const columns = [...tracks.map((track) => each[track]), wholeMall(tracks.map((track) => each[track]))];
      const row = (name: string, of: (figures: TrackFigures) => string) =>
        name.padEnd(22) + columns.map((figures) => of(figures).padStart(9)).join('');
      const busiest = [...agencies].sort(([, a], [, b]) => b - a).slice(0, 5);
      return [
        row('', (figures) => tracks.find((track) => each[track] === figures) ?? 'all'),
        row('issued', ({ issued }) => String(issued)),
        row('served', ({ served }) => String(served)),
        row('missed', ({ missed }) => String(missed)),
        row('mean wait, minutes', ({ waits }) => minutes(mean(waits))),
        row('P90 wait, minutes', ({ waits }) => minutes(percentile(waits, 0.9))),
        row('longest wait, minutes', ({ waits }) => minutes(percentile(waits, 1))),
        '',
        `Busiest agencies: ${listed(busiest)}`,
        `Refusals: ${listed([...refusals].sort(([, a], [, b]) => b - a))}`,
        `Numbers given twice: ${duplicates}`,
      ].join('\n');
    },
  };
}

function empty(): TrackFigures {
  return { issued: 0, served: 0, missed: 0, waits: [] };
}

function wholeMall(all: readonly TrackFigures[]): TrackFigures {
  const whole = empty();
  for (const { issued, served, missed, waits } of all) {
    whole.issued += issued;
    whole.served += served;
    whole.missed += missed;
    whole.waits.push(...waits);
  }
  return whole;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** The smallest value that at least this share of the values does not exceed; null of nothing. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function minutes(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}

function listed(counts: readonly (readonly [string, number])[]): string {
  return counts.length > 0 ? counts.map(([name, count]) => `${name} ${count}`).join(' · ') : 'none';
}
