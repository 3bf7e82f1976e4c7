import type { Language } from './language.ts';
import type { PaperNames } from './papers.ts';

/** The way a service is completed: at once, by the visitor alone, or with a review (DESIGN §2). */
export type Track = 'quick' | 'self' | 'long';

export const tracks: readonly Track[] = ['quick', 'self', 'long'];

export type Zone = { readonly id: string; readonly name: string; readonly nameEn: string };

export type Agency = {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly zoneId: string;
};

/** What a visitor comes for. Belongs to one agency and feeds exactly one queue. `minutes` is the median, `minutesSpread` what P90 adds. */
export type Service = {
  readonly id: string;
  readonly agencyId: string;
  readonly queueId: string;
  readonly track: Track;
  readonly name: string;
  readonly nameEn: string;
  readonly minutes: number;
  readonly minutesSpread: number;
  readonly synonyms: readonly string[];
  readonly bring: readonly string[];
  readonly dailyQuota: number | null;
};

/** One line of one track. Its numbers are `prefix` and at least `digits` digits, from 1 each service day. */
export type Queue = {
  readonly id: string;
  readonly agencyId: string;
  readonly track: Track;
  readonly prefix: string;
  readonly digits: number;
};

/** A desk as it stands in the hall. `track` is the one it starts with; the day's track is in the hall. */
export type CounterPlace = {
  readonly id: string;
  readonly name: string;
  readonly zoneId: string;
  readonly agencyIds: readonly string[];
  readonly track: Track;
};

/** A lawful reason to be called earlier; `headStartMinutes` is all that it does (rule [O2]). */
export type PriorityClass = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly headStartMinutes: number;
};

/** Numbers that a mall sets for itself; the defaults are those of the reference mall. */
export type SiteRules = {
  readonly maxCalls: number;
  readonly callsBeforeNoShow: number;
  readonly requeuePlaces: number;
  readonly maxRequeues: number;
  readonly maxParkMinutes: number;
  /** The least time between two calls of one ticket, and from the last of them to a missed call (rule [S14]). */
  readonly callEverySeconds: number;
  /** How long an officer may take the last step back (rule [S15]). */
  readonly undoSeconds: number;
  /** The longest wait that is still in order, by track. */
  readonly waitTargetMinutes: Readonly<Record<Track, number>>;
  readonly leases: LeaseRules;
  /** `direct`: where a self-service counter is open, free and nobody waits, the kiosk sends the visitor straight there (rule [V6]). */
  readonly selfService: SelfServiceRule;
  /** What a visitor may choose at a kiosk, in the order in which it is offered. */
  readonly languages: readonly Language[];
  /** How a number is read aloud: as a number, or digit by digit (bilangan, angka). */
  readonly spokenNumbers: NumberStyle;
};

/** `words` is bilangan ("dua belas"), `digits` is angka ("nol satu dua"). */
export type NumberStyle = 'words' | 'digits';

export const numberStyles: readonly NumberStyle[] = ['words', 'digits'];

/**
 * The numbers `from` to `to` of each queue and day that only kiosks give, for the time without the server (rule [K1]). A kiosk gets at
 * most `size` of them at a time, and asks again when fewer than `keepFree` are left to it.
 */
export type LeaseRules = {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly keepFree: number;
};

export type SelfServiceRule = 'direct' | 'ticket';

export const selfServiceRules: readonly SelfServiceRule[] = ['direct', 'ticket'];

export const defaultRules: SiteRules = {
  maxCalls: 3,
  callsBeforeNoShow: 3,
  requeuePlaces: 3,
  maxRequeues: 1,
  maxParkMinutes: 120,
  callEverySeconds: 20,
  undoSeconds: 10,
  waitTargetMinutes: { quick: 15, self: 15, long: 45 },
  leases: { from: 801, to: 999, size: 40, keepFree: 20 },
  selfService: 'direct',
  languages: ['id', 'en'],
  spokenNumbers: 'words',
};

/** Everything about a mall that changes rarely: who is in it, what they offer, when it is open. */
export type Catalogue = {
  readonly site: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly rules: SiteRules;
  readonly calendar: Calendar;
  readonly zones: readonly Zone[];
  readonly agencies: readonly Agency[];
  readonly services: readonly Service[];
  /** Absent from a catalogue that was stored before papers had names in other languages. */
  readonly papers?: PaperNames;
  readonly queues: readonly Queue[];
  readonly counters: readonly CounterPlace[];
  readonly priorityClasses: readonly PriorityClass[];
};

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Local wall times `HH:MM` of one open day: kiosks from `ticketsFrom` to `lastTicket`, counters from `opens` to `closes`. */
export type DayHours = {
  readonly ticketsFrom: string;
  readonly opens: string;
  readonly lastTicket: string;
  readonly closes: string;
  readonly breaks: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
};

/** A date that differs from its week: closed (`hours: null`) or with hours of its own. */
export type SpecialDay = {
  readonly kind: 'holiday' | 'leave' | 'special';
  readonly name: string;
  readonly hours: DayHours | null;
};

export type Calendar = {
  readonly week: Readonly<Record<Weekday, DayHours | null>>;
  readonly days: Readonly<Record<string, SpecialDay>>;
};

/** The queues that a counter works: those of its agencies, of one track only (rule [C1]). `today` is the counter of the hall, if there is one. */
export function queuesAt(
  catalogue: Catalogue,
  place: CounterPlace,
  today?: { readonly track: Track; readonly agencyIds: readonly string[] | null },
): readonly Queue[] {
  const { track } = today ?? place;
  const agencyIds = agenciesAt(place, today);
  return catalogue.queues.filter((queue) => queue.track === track && agencyIds.includes(queue.agencyId));
}

/** The agencies that a counter works today (rule [C7]). */
export function agenciesAt(
  place: CounterPlace,
  today: { readonly agencyIds: readonly string[] | null } | undefined,
): readonly string[] {
  return today?.agencyIds ?? place.agencyIds;
}
