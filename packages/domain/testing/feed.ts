import type { Random } from './random.ts';
import type { Site } from './site.ts';
import { type Message, openCopy, type StationCopy } from './station-copy.ts';
import type { Timetable } from './timetable.ts';

/** How bad the line is: shares of messages lost and repeated, and the longest delay, which also mixes their order. */
export type Line = { readonly lost: number; readonly repeated: number; readonly delayMs: number };

const beatEveryMs = 15_000;
const longestTail = 30;

/** Connects a station to the site over a line that may be mended with `mend`. The copy is kept by the feed's rule alone. */
export function connect(site: Site, time: Timetable, random: Random, line: Line): { copy: StationCopy; mend(): void } {
  const copy = openCopy();
  let quality = line;
  let joinUnderWay = false;

  function send(message: Message): void {
    const wire = JSON.stringify(message);
    const times = random.chance(quality.lost) ? 0 : random.chance(quality.repeated) ? 2 : 1;
    for (let n = 0; n < times; n += 1)
      time.after(random.next() * quality.delayMs, () => {
        const heard: Message = JSON.parse(wire);
        if (heard.kind === 'tail' || heard.kind === 'snapshot') joinUnderWay = false;
        if (copy.hears(heard) === 'join') join();
      });
  }

  function join(): void {
    if (joinUnderWay) return;
    joinUnderWay = true;
    // A join that gets no answer is asked again.
    time.after(3 * quality.delayMs + 1_000, () => {
      joinUnderWay = false;
    });
    if (random.chance(quality.lost)) return;
    const after = copy.hall()?.seq ?? null;
    time.after(random.next() * quality.delayMs, () => {
      const isShort = after !== null && site.log.length - after <= longestTail;
      send(isShort ? { kind: 'tail', events: site.log.slice(after) } : { kind: 'snapshot', hall: site.hall() });
    });
  }

  function beat(): void {
    send({ kind: 'beat', head: site.log.length });
    time.after(beatEveryMs, beat);
  }

  site.onEvent((_, event) => send({ kind: 'event', event }));
  join();
  beat();
  return {
    copy,
    mend() {
      quality = { lost: 0, repeated: 0, delayMs: 50 };
    },
  };
}
