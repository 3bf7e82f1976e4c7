// What the hall is to hear, and in which zones (rules [W1], [W6], [W10]).

import type { Announcement, MessageTemplate } from './announcement.ts';
import { hoursOn } from './calendar.ts';
import { agenciesAt, type Catalogue } from './catalogue.ts';
import type { Recorded } from './events.ts';
import type { Call, Hall, Language, Pause } from './hall.ts';
import type { Waiting } from './line-order.ts';
import { lookUp } from './register.ts';
import { siteTime } from './site-time.ts';

/** An announcement and the zone that is to hear it. */
export type Heard = Waiting & { readonly zoneId: string };

/** A call that is older is shown, not spoken (rule [W4]). */
export const callFreshMs = 30_000;
/** Nobody stands and waits for a message, so it may come later. */
export const messageFreshMs = 300_000;
/** How long before the last number the hall hears that it comes. */
export const closingSoonMinutes = 15;

/** A call for its counter's zone; null when the ticket is not called there any more. */
export function callHeard(call: Call, hall: Hall, catalogue: Catalogue): Heard | null {
  const place = catalogue.counters.find(({ id }) => id === call.counterId);
  const ticket = lookUp(hall.tickets, call.ticketId);
  if (!place || !ticket) return null;
  const language = lookUp(hall.visits, ticket.visitId)?.language ?? 'id';
  const announcement: Announcement = {
    kind: 'call',
    callSeq: call.seq,
    number: call.number,
    agencyId: catalogue.queues.find(({ id }) => id === call.queueId)?.agencyId ?? null,
    counterId: call.counterId,
    priority: call.priority,
    times: call.times,
    isLast: call.times >= catalogue.rules.maxCalls,
    languages: language === 'id' ? ['id'] : ['id', language],
  };
  return {
    zoneId: place.zoneId,
    key: `call ${call.seq}`,
    announcement,
    ticketId: call.ticketId,
    rank: call.times > 1 ? 1 : 0,
    speakBy: call.at + callFreshMs,
    refusals: 0,
  };
}

/** The calls of the hall that are young enough to be heard, the oldest first: what a line is made of after a restart. */
export function callsHeard(hall: Hall, catalogue: Catalogue, now: number): readonly Heard[] {
  const young = hall.calls.filter(({ at }) => now < at + callFreshMs).toReversed();
  return young.flatMap((call) => callHeard(call, hall, catalogue) ?? []);
}

/** What an event makes the hall hear. `before` is the hall that the event came upon, `after` the one it made. */
export function heardOf(event: Recorded, before: Hall, after: Hall, catalogue: Catalogue): readonly Heard[] {
  switch (event.type) {
    case 'ticket.called':
    case 'ticket.recalled': {
      const call = after.calls.find(({ seq }) => seq === event.seq);
      return call ? [callHeard(call, after, catalogue) ?? []].flat() : [];
    }
    case 'pause.started': {
      const { pauseId, agencyId, reason, until } = event;
      const template = reason === 'systemDown' ? 'systemDown' : 'pause';
      const words = { template, agencyId, reason, until } as const;
      return inZones(zonesOf(agencyId, after, catalogue), `pause ${pauseId}`, words, event.at);
    }
    case 'pause.ended': {
      const pause: Pause | undefined = before.pauses[event.pauseId];
      if (!pause) return [];
      const words = { template: 'pauseOver', agencyId: pause.agencyId, reason: pause.reason, until: null } as const;
      return inZones(zonesOf(pause.agencyId, after, catalogue), `pauseOver ${pause.id}`, words, event.at);
    }
    case 'notice.posted': {
      const zones = event.zoneId === null ? everyZone(catalogue) : [event.zoneId];
      return inZones(zones, `notice ${event.noticeId}`, plain('attention', event.until), event.at);
    }
    case 'day.opened':
      // By the calendar the doors open before the counters do: then the hour is what the hall waits for.
      if (event.by === 'calendar') return [];
      // Each by its own event: a day that was closed may be opened again before it is over.
      return inZones(everyZone(catalogue), `opening ${event.seq}`, plain('opening', null), event.at);
    case 'day.closed':
      // Yesterday, closed this morning, is nothing to tell today's visitors.
      if (siteTime(event.at, catalogue.site.timeZone).date !== event.serviceDay) return [];
      return inZones(everyZone(catalogue), `closed ${event.seq}`, plain('closed', null), event.at);
    default:
      return [];
  }
}

/** What the calendar makes the hall hear in this minute, of an open day that keeps the calendar's hours. */
export function plannedHeard(hall: Hall, catalogue: Catalogue, now: number): readonly Heard[] {
  const { day } = hall;
  const today = siteTime(now, catalogue.site.timeZone);
  if (day?.state !== 'open' || day.by !== 'calendar' || day.serviceDay !== today.date) return [];
  const hours = hoursOn(catalogue.calendar, today.date);
  if (!hours) return [];
  const minuteAt = now - (now % 60_000);
  const isNow = (minute: number) => minutesOf(today.time) === minute;
  if (isNow(minutesOf(hours.opens)))
    return inZones(everyZone(catalogue), `opening ${today.date}`, plain('opening', null), minuteAt);
  if (hall.ticketing === 'closed' || !isNow(minutesOf(hours.lastTicket) - closingSoonMinutes)) return [];
  const until = minuteAt + closingSoonMinutes * 60_000;
  return inZones(everyZone(catalogue), `closingSoon ${today.date}`, plain('closingSoon', until), minuteAt);
}

type Words = Omit<Extract<Announcement, { readonly kind: 'message' }>, 'kind' | 'languages'>;

// Nobody in particular is meant, so both languages of the screens are.
const messageLanguages: readonly Language[] = ['id', 'en'];

function plain(template: MessageTemplate, until: number | null): Words {
  return { template, agencyId: null, reason: null, until };
}

function inZones(zoneIds: readonly string[], key: string, words: Words, at: number): readonly Heard[] {
  const announcement: Announcement = { kind: 'message', ...words, languages: messageLanguages };
  const item = { key, announcement, ticketId: null, rank: 2, speakBy: at + messageFreshMs, refusals: 0 } as const;
  return zoneIds.map((zoneId) => ({ ...item, zoneId }));
}

function everyZone({ zones }: Catalogue): readonly string[] {
  return zones.map(({ id }) => id);
}

/** An agency's visitors wait in its zone and before the counters that work it today. */
function zonesOf(agencyId: string | null, hall: Hall, catalogue: Catalogue): readonly string[] {
  if (agencyId === null) return everyZone(catalogue);
  const zones = new Set<string>();
  for (const { id, zoneId } of catalogue.agencies) if (id === agencyId) zones.add(zoneId);
  for (const place of catalogue.counters)
    if (agenciesAt(place, hall.counters[place.id]).includes(agencyId)) zones.add(place.zoneId);
  return [...zones];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
