import { downTimes } from './down-times.ts';
import type { HallEvent, Recorded } from './events.ts';
import type { Pause, PickReason } from './hall.ts';

/** An event of the log with the person who did it; null when a device or the system did. */
export type Deed = Recorded & { readonly officer: string | null };

/** What a supervisor should hear of a day: whoever came out of order or earlier than others, who was missed, who changed what. */
export type Oddities = {
  readonly outOfOrder: readonly {
    readonly at: number;
    readonly ticketId: string;
    readonly counterId: string;
    readonly why: PickReason;
    readonly officer: string | null;
  }[];
  readonly overtakings: readonly {
    readonly at: number;
    readonly ticketId: string;
    readonly counterId: string;
    readonly minutes: number;
    readonly officer: string | null;
  }[];
  readonly noShows: readonly {
    readonly at: number;
    readonly ticketId: string;
    readonly counterId: string;
    readonly callsAt: readonly number[];
    readonly officer: string | null;
  }[];
  readonly acts: readonly {
    readonly at: number;
    readonly type: HallEvent['type'];
    readonly officer: string | null;
    readonly values: Readonly<Record<string, string | number | null>>;
  }[];
  readonly systemDown: readonly { readonly agencyId: string | null; readonly minutes: number }[];
};

/** The events that `odditiesOf` looks at: a store reads no others. */
export const oddEvents = [
  'ticket.called',
  'ticket.recalled',
  'ticket.noShow',
  'ticket.undone',
  'ticket.released',
  'ticket.requeued',
  'ticket.reprintAsked',
  'counter.closed',
  'counter.trackChanged',
  'counter.assigned',
  'quota.changed',
  'ticketing.closed',
  'ticketing.opened',
  'log.restored',
  'notice.posted',
  'notice.withdrawn',
  'zone.loudnessSet',
  'pause.started',
  'pause.ended',
  'day.opened',
  'day.closed',
] as const satisfies readonly HallEvent['type'][];

/**
 * The oddities in the events of one day, oldest first (rule [V10]). `running` are the pauses of now, of which some may have begun
 * before the day did; `since` is when the day's events begin.
 */
export function odditiesOf(
  deeds: readonly Deed[],
  running: readonly Pause[],
  span: { readonly since: number; readonly at: number },
): Oddities {
  const calls = new Map<string, { readonly counterId: string; readonly callsAt: number[] }>();
  const outOfOrder: Oddities['outOfOrder'][number][] = [];
  const overtakings: Oddities['overtakings'][number][] = [];
  let noShows: Oddities['noShows'][number][] = [];
  const acts: Oddities['acts'][number][] = [];
  const scopes = new Map<string, string | null>();
  for (const deed of deeds) {
    const { at, officer } = deed;
    switch (deed.type) {
      case 'ticket.called': {
        const { ticketId, counterId, reason } = deed;
        calls.set(ticketId, { counterId, callsAt: [at] });
        if (reason.code === 'picked') outOfOrder.push({ at, ticketId, counterId, why: whyOf(reason), officer });
        if (reason.code === 'headStart')
          overtakings.push({ at, ticketId, counterId, minutes: reason.minutes, officer });
        break;
      }
      case 'ticket.recalled':
        calls.get(deed.ticketId)?.callsAt.push(at);
        break;
      case 'ticket.noShow': {
        const { counterId, callsAt } = calls.get(deed.ticketId) ?? { counterId: '', callsAt: [] };
        noShows.push({ at, ticketId: deed.ticketId, counterId, callsAt: [...callsAt], officer });
        break;
      }
      case 'ticket.undone':
        if (deed.undid === 'no-show') noShows = noShows.filter(({ ticketId }) => ticketId !== deed.ticketId);
        if (officer !== null) acts.push({ at, type: deed.type, officer, values: valuesOf(deed) });
        break;
      // One that its own officer closed, or the morning, is nothing out of the ordinary.
      case 'counter.closed':
        if (deed.reason !== undefined) acts.push({ at, type: deed.type, officer, values: valuesOf(deed) });
        break;
      case 'pause.started':
        scopes.set(deed.pauseId, deed.agencyId);
        if (officer !== null) acts.push({ at, type: deed.type, officer, values: valuesOf(deed) });
        break;
      case 'pause.ended':
        if (officer !== null)
          acts.push({ at, type: deed.type, officer, values: { ...valuesOf(deed), ...scopeOf(scopes, deed.pauseId) } });
        break;
      // Done at the server itself, where nobody has signed in.
      case 'log.restored':
        acts.push({ at, type: deed.type, officer, values: {} });
        break;
      default:
        if (officer !== null) acts.push({ at, type: deed.type, officer, values: valuesOf(deed) });
    }
  }
  return { outOfOrder, overtakings, noShows, acts, systemDown: downTimes(deeds, running, span) };
}

// Of one that began before this day's events nobody knows it here.
function scopeOf(scopes: ReadonlyMap<string, string | null>, pauseId: string): { readonly agencyId?: string | null } {
  const agencyId = scopes.get(pauseId);
  return agencyId === undefined ? {} : { agencyId };
}

// Until these were codes, a log may hold a text here.
function whyOf(reason: { readonly why?: PickReason }): PickReason {
  return reason.why ?? 'other';
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** The plain fields of an event; a ticket or a visit inside one is left out, a list becomes words. */
function valuesOf(deed: Deed): Readonly<Record<string, string | number | null>> {
  const { seq, at, type, officer, ...fields } = deed;
  const values: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' || typeof value === 'number' || value === null) values[name] = value;
    else if (isWords(value)) values[name] = value.join(', ');
  }
  return values;
}
