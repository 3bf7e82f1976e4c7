import { brokenLog } from './broken-log.ts';
import { brokenPromises } from './broken-promises.ts';
import { eventsIn } from './events-in.ts';
import type { Evidence } from './evidence.ts';
import { strayCalls } from './stray-calls.ts';
import { strayDays } from './stray-days.ts';
import { strayDisplays } from './stray-displays.ts';
import { strayNumbers } from './stray-numbers.ts';
import { strayPaper } from './stray-paper.ts';

const servesWithinMs = 5_000;
const mergesWithinMs = 30_000;

/**
 * Every way in which a run broke the invariants, each with its id in front; empty when it kept them. It knows nothing of how the run came
 * about, and every row of the fault matrix is judged here. I11 is for the rows to ask, I13 waits for a centre.
 */
export function judge({ record, history, paper, seen, servedAfterMs, mergedAfterMs }: Evidence): readonly string[] {
  const events = eventsIn(record.log);
  return [
    ...brokenLog(record, events),
    ...strayDays(events),
    ...strayNumbers(events, record.catalogue.rules.leases),
    ...strayCalls(events, record.catalogue),
    ...(history ? brokenPromises(history, record) : []),
    ...(paper ? strayPaper(paper, events, record.hall) : []),
    ...(seen ? strayDisplays(seen) : []),
    ...(servedAfterMs ?? []).flatMap((ms) =>
      ms > servesWithinMs ? [`[I14] nobody was served for ${Math.round(ms)} ms after a heal`] : [],
    ),
    ...((mergedAfterMs ?? 0) > mergesWithinMs ? [`[I14] kiosks had told all only after ${mergedAfterMs} ms`] : []),
  ];
}
