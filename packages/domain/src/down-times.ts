import type { Recorded } from './events.ts';
import type { Pause } from './hall.ts';

const minuteMs = 60_000;

/**
 * For how long each agency's own system was down within the span, in whole minutes; null is the mall. `running` are the pauses of now,
 * of which some may have begun before it.
 */
export function downTimes(
  events: readonly Recorded[],
  running: readonly Pause[],
  { since, at }: { readonly since: number; readonly at: number },
): readonly { readonly agencyId: string | null; readonly minutes: number }[] {
  const begun = new Map<string, { readonly agencyId: string | null; readonly startedAt: number }>();
  const lostMs = new Map<string | null, number>();
  const add = (agencyId: string | null, from: number, to: number) =>
    lostMs.set(agencyId, (lostMs.get(agencyId) ?? 0) + Math.max(0, to - Math.max(from, since)));
  for (const event of events) {
    if (event.type === 'pause.started' && event.reason === 'systemDown')
      begun.set(event.pauseId, { agencyId: event.agencyId, startedAt: event.at });
    if (event.type !== 'pause.ended') continue;
    const pause = begun.get(event.pauseId);
    if (pause) add(pause.agencyId, pause.startedAt, event.at);
  }
  for (const { reason, agencyId, startedAt } of running) if (reason === 'systemDown') add(agencyId, startedAt, at);
  return [...lostMs].map(([agencyId, ms]) => ({ agencyId, minutes: Math.round(ms / minuteMs) }));
}
