import { type Answered, openStation, type Station } from '@antrean/client';
import { type Catalogue, type Hall, isAtCounter, listOf, queuesAt } from '@antrean/domain';
import type { DemoAnswer } from '@antrean/protocol';
import { arrivalTimes, dayNames, minuteOf, readProfile } from './day-profile.ts';
import { countFigures, type Figures } from './figures.ts';
import type { Flags } from './flags.ts';
import { type MallClock, rest, startMallClock } from './mall-clock.ts';
import { playKiosk } from './play-kiosk.ts';
import type { PlayedMall } from './played-mall.ts';
import { seeded } from './random.ts';
import { takeTurns } from './turns.ts';
import { planVisitors, servableServices } from './visitors.ts';
import { workDesk } from './work-desk.ts';

/** A day that is being played: what can be seen of it meanwhile, and its end. */
export type Play = {
  readonly from: string;
  readonly clock: MallClock;
  readonly figures: Figures;
  readonly hall: () => Hall | null;
  /** Null when the day ran to its end or was ended by hand, else the sentence that says why it could not. */
  readonly finished: Promise<string | null>;
};

const commandsAtOnce = 16;
// Nobody was served for so long, by both clocks: whoever still waits will not be called.
const stuckMinutes = 120;
const stuckMs = 30_000;
const lookMs = 500;
// The hall follows the answers by a moment; only what stays empty is empty.
const looksUntilOver = 4;

/** Opens the mall's stations and plays the day against the running server; a sentence when it cannot begin. */
export async function startPlay(flags: Flags): Promise<Play | string> {
  const demo = await readDemo(flags.server);
  if (typeof demo === 'string') return demo;
  const open = (token: string): Station => openStation({ url: flags.server, token });
  const display = open(demo.displayToken);
  const kiosk = open(demo.kioskToken);
  const catalogue = catalogueOf(await kiosk.catalogue());
  const hours = typeof catalogue === 'string' ? null : catalogue.calendar.week[flags.day];
  if (typeof catalogue === 'string' || !hours) {
    for (const station of [display, kiosk]) station.close();
    return typeof catalogue === 'string'
      ? catalogue
      : `This mall is closed on ${dayNames[flags.day]}; play another --day.`;
  }
  const profile = readProfile();
  const times = arrivalTimes(profile, flags.day, hours, flags.visits, seeded(flags.seed, 'arrivals'));
  const services = servableServices(
    catalogue,
    demo.counters.map(({ counterId }) => counterId),
  );
  const visitors = planVisitors(profile, catalogue, services, times, flags.seed);
  const clock = startMallClock(minuteOf(hours.ticketsFrom), flags.speed);
  const figures = countFigures();
  const mall: PlayedMall = {
    catalogue,
    profile,
    hours,
    clock,
    figures,
    turns: takeTurns(commandsAtOnce),
    people: new Map(),
    backAt: new Map(),
  };
  const desks = demo.counters.map(({ counterId, token, officer }) => ({
    station: open(token),
    counterId,
    random: seeded(flags.seed, counterId),
    person: { officer, pin: demo.pin },
  }));
  const hall = () => display.live.current().hall;

  async function play(): Promise<string | null> {
    const working = new Set(desks.map(({ counterId }) => counterId));
    const shifts = desks.map((desk) => workDesk(mall, desk, desk.person).finally(() => working.delete(desk.counterId)));
    const closed = await playKiosk(mall, kiosk, visitors);
    if (closed === null) await untilServed(mall, hall, working);
    clock.end();
    await Promise.all(shifts);
    for (const station of [display, kiosk, ...desks.map(({ station }) => station)]) station.close();
    return closed === null ? null : `The mall gives no numbers now (${closed}).`;
  }
  return { from: hours.ticketsFrom, clock, figures, hall, finished: play() };
}

async function untilServed(mall: PlayedMall, hall: () => Hall | null, working: ReadonlySet<string>): Promise<void> {
  const { clock, figures } = mall;
  const dealtWith = () => figures.totals().served + figures.totals().missed;
  let last = { dealtWith: dealtWith(), minute: clock.now(), at: performance.now() };
  for (let empty = 0; empty < looksUntilOver && !clock.ended.aborted; ) {
    await rest(lookMs, clock.ended);
    empty = isEmpty(mall, hall(), working) ? empty + 1 : 0;
    if (dealtWith() !== last.dealtWith) last = { dealtWith: dealtWith(), minute: clock.now(), at: performance.now() };
    const isStuck = clock.now() - last.minute > stuckMinutes && performance.now() - last.at > stuckMs;
    if (isStuck) return;
  }
}

/** Whether nobody is left whom one of the working desks would still serve. */
function isEmpty({ catalogue, backAt }: PlayedMall, hall: Hall | null, working: ReadonlySet<string>): boolean {
  if (!hall) return false;
  const queueIds = new Set(
    catalogue.counters
      .filter(({ id }) => working.has(id))
      .flatMap((place) => queuesAt(catalogue, place, hall.counters[place.id]))
      .map(({ id }) => id),
  );
  return !listOf(hall.tickets).some((ticket) => {
    if (isAtCounter(ticket)) return working.has(ticket.counterId);
    return queueIds.has(ticket.queueId) && (ticket.state === 'waiting' || backAt.has(ticket.id));
  });
}

async function readDemo(server: string): Promise<DemoAnswer | string> {
  const nobody = `No Antrean server answers at ${server}. Start one with "npm start", or name another with --server URL.`;
  const answer = await fetch(`${server}/api/v1/demo`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (!answer) return nobody;
  if (answer.status === 404 || answer.status === 403)
    return `The server at ${server} is not a demonstration; only one that "npm start" began without --data can be played with.`;
  const body: unknown = await answer.json().catch(() => null);
  return answer.ok && isDemo(body) ? body : nobody;
}

function isDemo(body: unknown): body is DemoAnswer {
  return typeof body === 'object' && body !== null && 'kioskToken' in body && 'counters' in body;
}

function catalogueOf(answer: Answered<{ readonly catalogue: Catalogue }>): Catalogue | string {
  return answer.ok ? answer.value.catalogue : `The server does not tell its catalogue (${answer.error.code}).`;
}
