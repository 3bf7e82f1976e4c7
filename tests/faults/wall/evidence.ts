import { type Catalogue, keptCalls, type Recorded } from '@antrean/domain';
import { strayDisplays } from '../judge/stray-displays.ts';
import type { FaultDisplay } from './fault-display.ts';

type Evidence = Pick<FaultDisplay, 'name' | 'zoneId' | 'seen' | 'spoken' | 'wall'>;
type LoggedCall = { readonly seq: number; readonly at: number; readonly zone: string };

/** Every call that a display did not show, that was spoken twice or too late, or that nobody was given to speak. */
export function contradictionsOf(
  log: readonly Recorded[],
  catalogue: Catalogue,
  displays: readonly Evidence[],
): readonly string[] {
  const calls = callsIn(log, catalogue);
  const at = new Map(calls.map((call) => [call.seq, call.at]));
  const unseen = displays.flatMap(({ name, zoneId, seen }) =>
    calls
      .filter(({ zone, seq }) => (zoneId === null || zoneId === zone) && !seen.has(seq))
      .map(({ seq }) => `${name} never showed call ${seq}`),
  );
  const given = handedOut(log);
  const forgotten = calls
    .filter((call) => !given.has(keyOf(call)))
    .map(({ seq }) => `nobody was given call ${seq} to speak`);
  const spoken = displays.flatMap((display) =>
    display.spoken.map(({ zone, callSeq, spokenAt }) => ({
      ...{ zone, spokenAt, callId: `call ${callSeq}` },
      calledAt: at.get(callSeq) ?? Number.NEGATIVE_INFINITY,
    })),
  );
  // Nobody is called twice in this morning, so that the server's newest calls are the newest of the log.
  const newest = calls.slice(-keptCalls).toReversed();
  const views = displays.map(({ name, wall, zoneId }) => {
    const here = newest.filter(({ zone }) => zoneId === null || zoneId === zone);
    return { display: name, shown: wall(), server: here.map(({ seq }) => seq).join(' ') };
  });
  return [...unseen, ...forgotten, ...strayDisplays({ spoken, views })];
}

/** How much was heard, and of how many calls nobody can know: a fault struck between display and server. */
export function figuresOf(log: readonly Recorded[], displays: readonly FaultDisplay[]) {
  const spoken = new Set(
    displays.flatMap((display) => display.spoken.map(({ zone, callSeq }) => `${zone} call ${callSeq}`)),
  );
  const faults = { lost: 0, doubled: 0, stalled: 0, cut: 0, answerLost: 0 };
  for (const { proxy } of displays)
    for (const fault of Object.keys(faults) as (keyof typeof faults)[]) faults[fault] += proxy.done[fault];
  const doubtful = [...handedOut(log)].filter((key) => / call /.test(key) && !spoken.has(key)).length;
  return { faults, spoken: spoken.size, doubtful };
}

const keyOf = ({ zone, seq }: LoggedCall) => `${zone} call ${seq}`;

function callsIn(log: readonly Recorded[], catalogue: Catalogue): readonly LoggedCall[] {
  return log.flatMap((event) => {
    if (event.type !== 'ticket.called') return [];
    const zone = catalogue.counters.find(({ id }) => id === event.counterId)?.zoneId ?? '';
    return { seq: event.seq, at: event.at, zone };
  });
}

function handedOut(log: readonly Recorded[]): ReadonlySet<string> {
  return new Set(
    log.flatMap((event) => (event.type === 'announcement.handedOut' ? `${event.zoneId} ${event.key}` : [])),
  );
}
