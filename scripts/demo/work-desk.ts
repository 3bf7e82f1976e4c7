import { type CounterView, counterView, type Hall } from '@antrean/domain';
import { minuteOf } from './day-profile.ts';
import { answered, hallWhen, insist, type PlayedMall } from './played-mall.ts';
import { type AtDesk, type Desk, serveVisitor } from './serve-visitor.ts';

export type Officer = { readonly officer: string; readonly pin: string };

const signInBeforeOpening = 25;
const mealMinutes = 30;
const lookAgainMs = 1_000;
const feedMs = 5_000;

/** An officer's day: signs in, opens, calls and serves, has a meal, and leaves the desk closed. Goes on after a restart of the server. */
export async function workDesk(mall: PlayedMall, desk: Desk, { officer, pin }: Officer): Promise<void> {
  const { clock, hours, profile } = mall;
  const { station, counterId, random } = desk;
  const opens = minuteOf(hours.opens);
  await clock.until(opens - random.between(0, signInBeforeOpening));
  if (clock.ended.aborted) return;
  const signedIn = await answered(mall, () => station.signIn({ officer, pin, counterId }));
  if (!signedIn.ok) return;
  await clock.until(opens + random.between(0, 4));
  const gap = profile.behaviour.officerGapBetweenVisitorsSecondsMedian / 60;
  const mealAt = { minute: random.between(11 * 60 + 30, 13 * 60) };
  while (!clock.ended.aborted) {
    const view = await viewOf(mall, desk);
    if (!view) continue;
    const stepped = await oneStep(mall, desk, view, mealAt);
    if (stepped === 'left') return;
    if (stepped === 'served') await clock.pause(random.lognormal(gap, gap * 2));
  }
  await leave(mall, desk);
}

type Stepped = 'served' | 'went on' | 'left';

/** What the desk's state asks for; read anew from the hall each time, so that nothing is done from memory. */
async function oneStep(mall: PlayedMall, desk: Desk, view: CounterView, meal: { minute: number }): Promise<Stepped> {
  const { clock } = mall;
  const { station, counterId } = desk;
  const { counter, present } = view;
  if (counter.state === 'closed') return moved(mall, desk, await insist(mall, station, 'open', { counterId }, {}));
  if (counter.state === 'paused')
    return moved(mall, desk, await insist(mall, station, 'resume-counter', { counterId }, {}));
  if (present) return serveHere(mall, desk, atDesk(present));
  if (clock.now() >= meal.minute) {
    meal.minute = Number.POSITIVE_INFINITY;
    const paused = await insist(
      mall,
      station,
      'pause',
      { counterId },
      { reason: desk.random.happens(0.5) ? 'meal' : 'prayer' },
    );
    if (paused.ok) await clock.pause(mealMinutes);
    return moved(mall, desk, paused);
  }
  if (await letBack(mall, desk, view)) return 'went on';
  if (!mayCall(view)) {
    await hallWhen(station, (hall) => mayCall(counterView(hall, mall.catalogue, counterId)), lookAgainMs, clock.ended);
    return 'went on';
  }
  const called = await insist(mall, station, 'call-next', { counterId }, {});
  if (!called.ok) return moved(mall, desk, called);
  const { ticket } = called.value;
  if (!ticket) return moved(mall, desk, called);
  noteWait(mall, ticket);
  return serveHere(mall, desk, ticket);
}

async function serveHere(mall: PlayedMall, desk: Desk, ticket: AtDesk): Promise<Stepped> {
  await serveVisitor(mall, desk, ticket);
  // The answer comes before the event; looking too early would show the visitor who has just left.
  await hallWhen(desk.station, (hall) => !isHere(hall, ticket.id, desk.counterId), feedMs, mall.clock.ended);
  return 'served';
}

async function moved(
  mall: PlayedMall,
  desk: Desk,
  answer: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } },
): Promise<Stepped> {
  // Somebody signed in with this officer, at the counter's own screen: the desk is theirs now.
  if (!answer.ok && answer.error.code.startsWith('access.')) return 'left';
  const before = desk.station.live.current().hall?.counters[desk.counterId];
  await hallWhen(desk.station, (hall) => hall.counters[desk.counterId] !== before, lookAgainMs, mall.clock.ended);
  return 'went on';
}

async function letBack(mall: PlayedMall, { station }: Desk, view: CounterView): Promise<boolean> {
  for (const { ticket, service } of [...view.missed, ...view.parked]) {
    const at = mall.backAt.get(ticket.id);
    if (at === undefined || at > mall.clock.now()) continue;
    // Several desks see the same visitor come back; the first one lets them in.
    mall.backAt.delete(ticket.id);
    const isMissed = ticket.state === 'no_show';
    const back = await insist(mall, station, isMissed ? 'requeue' : 'resume', { ticketId: ticket.id }, {});
    if (back.ok && isMissed) mall.figures.reportedBack(service.track);
    return true;
  }
  return false;
}

async function leave(mall: PlayedMall, desk: Desk): Promise<void> {
  const { station, counterId } = desk;
  const stays = new AbortController().signal;
  await hallWhen(station, (hall) => isFreeOrShut(hall, counterId), feedMs, stays);
  const { hall } = station.live.current();
  const view = hall && counterView(hall, mall.catalogue, counterId);
  if (view?.present) await serveVisitor(mall, desk, atDesk(view.present));
  // The hall may not yet show that the desk was opened a moment ago, so it is closed whatever it shows.
  await mall.turns(() => station.commands.give('close', { counterId }, {}));
  await mall.turns(() => station.signOut());
}

async function viewOf(mall: PlayedMall, { station, counterId }: Desk): Promise<CounterView | undefined> {
  const hall = await hallWhen(station, () => true, lookAgainMs, mall.clock.ended);
  return hall ? counterView(hall, mall.catalogue, counterId) : undefined;
}

function noteWait(mall: PlayedMall, ticket: AtDesk): void {
  const waitingSince = mall.people.get(ticket.visitId)?.waitingSince;
  const since = waitingSince?.get(ticket.serviceId);
  if (since === undefined) return;
  waitingSince?.delete(ticket.serviceId);
  mall.figures.called(ticket.track, mall.clock.now() - since);
}

/** Whoever waits for an agency that rests is not among the waiting; the whole mall's pause holds everybody. */
function mayCall(view: CounterView | undefined): boolean {
  return view !== undefined && view.waiting.length > 0 && !view.pauses.some(({ agencyId }) => agencyId === null);
}

function isHere(hall: Hall, ticketId: string, counterId: string): boolean {
  const counter = hall.counters[counterId];
  return counter?.state === 'open' && counter.ticketId === ticketId;
}

function isFreeOrShut(hall: Hall, counterId: string): boolean {
  const counter = hall.counters[counterId];
  return counter?.state !== 'open' || counter.ticketId === null;
}

function atDesk({ ticket, visit, service }: NonNullable<CounterView['present']>): AtDesk {
  return {
    id: ticket.id,
    visitId: visit.id,
    serviceId: service.id,
    track: service.track,
    state: ticket.state,
    calls: ticket.state === 'called' ? ticket.calls : 1,
  };
}
