import { type Catalogue, type Outcome, queuesAt, type Service } from '@antrean/domain';
import type { DayProfile } from './day-profile.ts';
import { type Random, seeded } from './random.ts';

/** What somebody does when called, and what becomes of each service asked for. All of it is settled before the day begins. */
export type Visitor = {
  readonly arrivesAt: number;
  readonly serviceIds: readonly string[];
  readonly priorityClass: string | null;
  readonly language: 'id' | 'en';
  /** `late` misses the first call and reports back after `lateMinutes`; `never` has gone home. */
  readonly comes: 'atOnce' | 'late' | 'never';
  readonly lateMinutes: number;
  readonly wayMinutes: number;
  readonly errands: Readonly<Record<string, Errand>>;
};

export type Errand = {
  readonly minutes: number;
  /** Somebody who must fetch a copy first is parked for so long. */
  readonly parkMinutes: number | null;
  readonly end:
    | { readonly kind: 'finish'; readonly outcome: Outcome }
    | { readonly kind: 'transfer' | 'forward'; readonly serviceId: string };
};

const goesForCopy = 0.03;
const speaksEnglish = 0.03;
const fileIsReviewed = 0.7;
// Papers are missing: said within minutes, whatever the service would have taken.
const lookMinutes = 3;

/** The services that somebody will call: those whose queue one of these counters works. */
export function servableServices(catalogue: Catalogue, counterIds: readonly string[]): readonly Service[] {
  const queueIds = new Set(
    catalogue.counters
      .filter(({ id }) => counterIds.includes(id))
      .flatMap((place) => queuesAt(catalogue, place).map(({ id }) => id)),
  );
  return catalogue.services.filter(({ queueId }) => queueIds.has(queueId));
}

/** One visitor for each time. The same seed gives the same people, however fast the day is played. */
export function planVisitors(
  profile: DayProfile,
  catalogue: Catalogue,
  services: readonly Service[],
  times: readonly number[],
  seed: number,
): readonly Visitor[] {
  const shares = services.map((service) => [service, profile.serviceSharePercent[service.id] ?? 0] as const);
  const mix = shares.some(([, share]) => share > 0) ? shares : services.map((service) => [service, 1] as const);
  return times.map((arrivesAt, index) =>
    planVisitor({ profile, catalogue, mix, random: seeded(seed, `visitor ${index}`) }, arrivesAt),
  );
}

type Plan = {
  readonly profile: DayProfile;
  readonly catalogue: Catalogue;
  readonly mix: readonly (readonly [Service, number])[];
  readonly random: Random;
};

function planVisitor(plan: Plan, arrivesAt: number): Visitor {
  const { profile, catalogue, mix, random } = plan;
  const { behaviour } = profile;
  const errands: Record<string, Errand> = {};
  const wanted = random.pick(mix);
  const next = journeyAfter(plan, wanted) ?? secondAgency(plan, wanted);
  const isForwarded = next !== null && random.happens(0.5);
  errands[wanted.id] = errand(plan, wanted, isForwarded ? next : null);
  if (next) errands[next.id] = errand(plan, next, null);
  const mistaken = random.happens(behaviour.transferToAnotherCounter) ? otherDesk(plan, wanted, errands) : null;
  if (mistaken)
    errands[mistaken.id] = {
      minutes: random.between(1, 3),
      parkMinutes: null,
      end: { kind: 'transfer', serviceId: wanted.id },
    };
  const asked = [mistaken ?? wanted, ...(next && !isForwarded ? [next] : [])];
  const misses = random.happens(behaviour.noShowKiosk);
  const classes = catalogue.priorityClasses.map(({ id }, index) => [id, index === 0 ? 6 : 1] as const);
  const isFirst = classes.length > 0 && random.happens(behaviour.priorityVisitors);
  return {
    arrivesAt,
    serviceIds: asked.map(({ id }) => id),
    priorityClass: isFirst ? random.pick(classes) : null,
    language: random.happens(speaksEnglish) ? 'en' : 'id',
    comes: misses ? (random.happens(behaviour.lateReturnAfterMissedCall) ? 'late' : 'never') : 'atOnce',
    lateMinutes: random.between(3, 15),
    wayMinutes: random.lognormal(behaviour.callToSeatSecondsMedian, behaviour.callToSeatSecondsMedian * 2) / 60,
    errands,
  };
}

function errand({ profile, random }: Plan, service: Service, next: Service | null): Errand {
  if (random.happens(profile.behaviour.incompleteDocuments))
    return {
      minutes: random.between(1, lookMinutes),
      parkMinutes: null,
      end: { kind: 'finish', outcome: 'papersMissing' },
    };
  const drawn = random.lognormal(service.minutes, service.minutes + Math.max(1, service.minutesSpread));
  const outcome = service.track === 'long' && random.happens(fileIsReviewed) ? 'fileReceived' : 'done';
  return {
    minutes: Math.min(profile.serviceTime.capMinutes, drawn),
    parkMinutes: random.happens(goesForCopy) ? Math.round(random.between(5, 20)) : null,
    end: next ? { kind: 'forward', serviceId: next.id } : { kind: 'finish', outcome },
  };
}

// The table gives journeys in per cent of all visits; among those who begin with this service they are that much more.
function journeyAfter({ profile, mix, random }: Plan, first: Service): Service | null {
  const share = profile.serviceSharePercent[first.id] ?? 0;
  let left = random.next() * share;
  for (const [journey, percent] of Object.entries(profile.journeysPercentOfVisits)) {
    const [from, to] = journey.split('>');
    if (from !== first.id) continue;
    left -= percent;
    if (left < 0) return mix.find(([service]) => service.id === to)?.[0] ?? null;
  }
  return null;
}

function secondAgency({ profile, mix, random }: Plan, first: Service): Service | null {
  const journeys = Object.values(profile.journeysPercentOfVisits).reduce((sum, percent) => sum + percent, 0);
  if (!random.happens(Math.max(0, profile.behaviour.multiAgencyVisit - journeys / 100))) return null;
  const others = mix.filter(([service]) => service.agencyId !== first.agencyId);
  return others.length > 0 ? random.pick(others) : null;
}

// Who stands in the wrong line mostly stands in another line of the same agency.
function otherDesk({ mix, random }: Plan, wanted: Service, errands: Readonly<Record<string, Errand>>): Service | null {
  const others = mix.filter(([service]) => service.queueId !== wanted.queueId && !errands[service.id]);
  const near = others.filter(([service]) => service.agencyId === wanted.agencyId);
  const from = near.length > 0 ? near : others;
  return from.length > 0 ? random.pick(from) : null;
}
