import { type Catalogue, type Hall, queuesAt, type Zone } from '@antrean/domain';

/** Where to wait for a queue: the zone, and its counters as people read them, such as "1–8, 10"; null while no counter works it today. */
export type WaitingPlace = { readonly zone: Zone | null; readonly counters: string | null };

export function waitingPlace(hall: Hall, catalogue: Catalogue, queueId: string): WaitingPlace {
  const working = catalogue.counters.filter((place) => {
    const track = hall.counters[place.id]?.track ?? place.track;
    return queuesAt(catalogue, place, track).some(({ id }) => id === queueId);
  });
  const staffed = working.filter(({ id }) => (hall.counters[id]?.state ?? 'closed') !== 'closed');
  const places = staffed.length > 0 ? staffed : working;
  const agencyId = catalogue.queues.find(({ id }) => id === queueId)?.agencyId;
  const zoneId = places[0]?.zoneId ?? catalogue.agencies.find(({ id }) => id === agencyId)?.zoneId;
  return {
    zone: catalogue.zones.find(({ id }) => id === zoneId) ?? null,
    counters: places.length > 0 ? runs(places.map(({ name }) => name)) : null,
  };
}

// Neighbours become a span, because eight counters in a row are read as "1–8". Names end in their number, as in "M1".
function runs(names: readonly string[]): string {
  const spans: { from: string; to: string; next: string }[] = [];
  for (const name of names) {
    const last = spans.at(-1);
    const [, letters = '', digits = ''] = /^(.*?)(\d*)$/.exec(name) ?? [];
    const next = digits === '' ? '' : letters + String(Number(digits) + 1);
    if (last && last.next === name) {
      last.to = name;
      last.next = next;
    } else spans.push({ from: name, to: name, next });
  }
  return spans.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ');
}
