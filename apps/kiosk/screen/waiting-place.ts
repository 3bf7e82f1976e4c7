import { type Catalogue, counterRanges, type Hall, waitingPlace as placeIn, type Zone } from '@antrean/domain';

/** Where to wait for a queue: the zone, and its counters as people read them, such as "1–8, 10"; null while no counter works it today. */
export type WaitingPlace = { readonly zone: Zone | null; readonly counters: string | null };

export function waitingPlace(hall: Hall, catalogue: Catalogue, queueId: string): WaitingPlace {
  const { zone, counters } = placeIn(catalogue, queueId, hall);
  return { zone, counters: counters.length > 0 ? counterRanges(counters, '–') : null };
}
