import { type Catalogue, queuesAt, type Zone } from './catalogue.ts';
import type { Hall } from './hall.ts';

/** Where to wait for a queue: one zone, and the names of the counters there that work it; none while no counter does. */
export type WaitingPlace = { readonly zone: Zone | null; readonly counters: readonly string[] };

/**
 * The place that paper and screen tell a visitor (rule [V5]). Without a hall, as when the server is away, the catalogue alone says
 * which counters work the queue.
 */
export function waitingPlace(catalogue: Catalogue, queueId: string, hall: Hall | null): WaitingPlace {
  const working = catalogue.counters.filter((place) =>
    queuesAt(catalogue, place, hall?.counters[place.id]).some(({ id }) => id === queueId),
  );
  const staffed = working.filter(({ id }) => (hall?.counters[id]?.state ?? 'closed') !== 'closed');
  const places = staffed.length > 0 ? staffed : working;
  const agencyId = catalogue.queues.find(({ id }) => id === queueId)?.agencyId;
  // The counters decide where to go; the agency's own zone only says where to ask when none is set up.
  const zoneId = places[0]?.zoneId ?? catalogue.agencies.find(({ id }) => id === agencyId)?.zoneId;
  return {
    zone: catalogue.zones.find(({ id }) => id === zoneId) ?? null,
    // Of one zone only: a counter named behind another floor's name would be looked for there.
    counters: places.filter((place) => place.zoneId === zoneId).map(({ name }) => name),
  };
}

/** Counters as a person would say them: `M1-M3, 7`. `dash` is what the medium can show, `-` on paper and `–` on a screen. */
export function counterRanges(names: readonly string[], dash: string): string {
  // Names end in their number, as in "M1"; one without a number has no neighbours.
  const parts = [...new Set(names)].map((name) => {
    const [, letters = '', digits = ''] = /^(.*?)(\d*)$/.exec(name) ?? [];
    return { name, letters, number: digits === '' ? -Infinity : Number(digits) };
  });
  const ranges: { letters: string; from: string; to: string; number: number }[] = [];
  for (const row of Map.groupBy(parts, ({ letters }) => letters).values())
    for (const { name, letters, number } of row.sort((a, b) => a.number - b.number)) {
      const last = ranges.at(-1);
      if (last?.letters === letters && last.number + 1 === number) {
        last.to = name;
        last.number = number;
      } else ranges.push({ letters, from: name, to: name, number });
    }
  return ranges.map(({ from, to }) => (from === to ? from : `${from}${dash}${to}`)).join(', ');
}
