import type { Station } from '@antrean/client';

// Rows take turns on the wall and are painted again and again; one word of each call is enough.
const remembered = 100;

/** Tells the counters, once for each call, that it has been painted here. */
export function tellShownOver(station: Pick<Station, 'tellReceipt'>): (callSeq: number) => void {
  const told = new Set<number>();
  return (callSeq) => {
    if (told.has(callSeq)) return;
    told.add(callSeq);
    const [oldest] = told;
    if (told.size > remembered && oldest !== undefined) told.delete(oldest);
    void station.tellReceipt({ seq: callSeq, what: 'shown' });
  };
}
