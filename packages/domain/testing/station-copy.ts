import type { Recorded } from '../src/events.ts';
import { evolve } from '../src/evolve.ts';
import type { Hall } from '../src/hall.ts';

/** What a server tells a station: one event, where its log ends, the missing tail, or the whole hall. */
export type Message =
  | { readonly kind: 'event'; readonly event: Recorded }
  | { readonly kind: 'beat'; readonly head: number }
  | { readonly kind: 'tail'; readonly events: readonly Recorded[] }
  | { readonly kind: 'snapshot'; readonly hall: Hall };

/** A station's copy of the hall. `hears` says whether the station must join again, because something is missing. */
export type StationCopy = { hall(): Hall | null; hears(message: Message): 'good' | 'join' };

/** The rule of the feed: the next event is applied, an older one dropped, a gap joins again. */
export function openCopy(): StationCopy {
  let hall: Hall | null = null;

  function take(event: Recorded): 'good' | 'join' {
    if (!hall || event.seq > hall.seq + 1) return 'join';
    if (event.seq === hall.seq + 1) hall = evolve(hall, event);
    return 'good';
  }

  return {
    hall: () => hall,
    hears(message) {
      switch (message.kind) {
        case 'event':
          return take(message.event);
        case 'beat':
          return !hall || message.head > hall.seq ? 'join' : 'good';
        case 'tail':
          return message.events.map(take).includes('join') ? 'join' : 'good';
        case 'snapshot':
          // A late snapshot may be older than what came after it was made.
          if (!hall || message.hall.seq > hall.seq) hall = message.hall;
          return 'good';
      }
    },
  };
}
