import type { Answered, Given, Station } from '@antrean/client';
import { newKey } from '@antrean/client';
import type { Catalogue, DayHours, Hall, Service } from '@antrean/domain';
import type { CommandBody, CommandName, CommandParams } from '@antrean/protocol';
import type { DayProfile } from './day-profile.ts';
import type { Figures } from './figures.ts';
import { type MallClock, rest } from './mall-clock.ts';
import type { Turns } from './turns.ts';
import type { Errand, Visitor } from './visitors.ts';

/** Everything that kiosks and counters of the played day have in common. */
export type PlayedMall = {
  readonly catalogue: Catalogue;
  readonly profile: DayProfile;
  readonly hours: DayHours;
  readonly clock: MallClock;
  readonly figures: Figures;
  /** Keeps the number of commands under way small, so that the server is played with and not attacked. */
  readonly turns: Turns;
  /** Who is in the building, by visit. Somebody who took a number at a real kiosk meanwhile is not in it. */
  readonly people: Map<string, Person>;
  /** When somebody who was parked or missed comes back to the counters, by ticket. */
  readonly backAt: Map<string, number>;
};

export type Person = {
  readonly visitor: Visitor;
  /** Since when each service is waited for; gone once it was called. */
  readonly waitingSince: Map<string, number>;
  hasMissed: boolean;
  hasBeenParked: boolean;
};

const pauseBetweenTriesMs = 1_000;

/** Gives a command until the server has answered it, a restart in between or not: the key stays, so it takes effect once. */
export async function insist<N extends CommandName>(
  mall: PlayedMall,
  station: Station,
  name: N,
  params: CommandParams<N>,
  body: CommandBody<N>,
): Promise<Given<N>> {
  const key = newKey();
  return answered(mall, () => station.commands.give(name, params, body, key));
}

/** Asks again while the link is down; what was refused in the end is counted. */
export async function answered<T>(mall: PlayedMall, ask: () => Promise<Answered<T>>): Promise<Answered<T>> {
  for (;;) {
    const answer = await mall.turns(ask);
    if (answer.ok) return answer;
    const isAway = answer.error.code === 'link.down' || answer.error.code === 'server.failed';
    if (!isAway || mall.clock.ended.aborted) {
      mall.figures.refused(answer.error.code);
      return answer;
    }
    await rest(pauseBetweenTriesMs, mall.clock.ended);
  }
}

/** The hall as this station has it once it satisfies `condition`; null when that did not happen within `ms`. */
export async function hallWhen(
  station: Station,
  condition: (hall: Hall) => boolean,
  ms: number,
  ended: AbortSignal,
): Promise<Hall | null> {
  const { live } = station;
  const met = () => {
    const { hall, link } = live.current();
    return hall && link.state === 'live' && condition(hall) ? hall : null;
  };
  const waiting = new AbortController();
  const stopListening = live.subscribe(() => {
    if (met()) waiting.abort();
  });
  try {
    if (!met()) await rest(ms, AbortSignal.any([waiting.signal, ended]));
    return met();
  } finally {
    stopListening();
  }
}

/** What brings this person to this service; somebody from outside the play is served in an ordinary way. */
export function errandOf(person: Person | undefined, service: Service): Errand {
  return (
    person?.visitor.errands[service.id] ?? {
      minutes: service.minutes,
      parkMinutes: null,
      end: { kind: 'finish', outcome: 'done' },
    }
  );
}
